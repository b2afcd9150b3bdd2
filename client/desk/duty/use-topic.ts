import { useLiveState } from '../../store/use-answer.ts';
import { type Asked, useAsked } from '../use-asked.ts';
import { useNews } from '../use-news.ts';

/** What a path says, asked again as soon as something of its topics is new: one, and others that it follows from. */
export function useTopic<T>(path: string, topic: string, others: readonly string[] = []): Asked<T> {
  const { version } = useNews(topic);
  const revisions = useLiveState(({ news }) =>
    others.reduce((sum, other) => sum + (news[other] ?? 0), 0),
  );
  return useAsked<T>(path, version + revisions * 1_000_000);
}
