import type { Query } from '../../shared/query/query.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import { type LocalDay, localDayOf, parseDay } from '../../shared/unit/local-day.ts';
import type { LiveAnswer } from '../store/live-state.ts';
import { useLive } from '../store/use-answer.ts';
import { useTileSurroundings } from './tile-context.ts';

/** The borders under which the units of an answer are to be named and drawn; the same object between two changes. */
export function useBorders(query: Query | undefined, answer: LiveAnswer): Borders {
  const { territory } = useTileSurroundings();
  return territory.on(useBordersDay(query, answer));
}

/** The day of those borders: the end of the period asked, today where the query wants today's. */
export function useBordersDay(query: Query | undefined, answer: LiveAnswer): LocalDay {
  const live = useLive();
  if (query?.borders === 'today') return localDayOf(Date.now());
  const asked = query && 'to' in query.period ? query.period.to : undefined;
  return parseDay(answer.frame?.period.to ?? asked ?? '') ?? localDayOf(live.serverNow());
}
