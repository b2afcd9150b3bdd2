import type { Query } from '../../shared/query/query.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import { localDayOf, parseDay } from '../../shared/unit/local-day.ts';
import type { LiveAnswer } from '../store/live-state.ts';
import { useTileSurroundings } from './tile-context.ts';

/** The borders under which the units of an answer are to be named and drawn; the same object between two changes. */
export function useBorders(query: Query | undefined, answer: LiveAnswer): Borders {
  const { territory } = useTileSurroundings();
  const now = localDayOf(Date.now());
  if (query?.borders === 'today') return territory.on(now);
  const asked = query && 'to' in query.period ? query.period.to : undefined;
  return territory.on(parseDay(answer.frame?.period.to ?? asked ?? '') ?? now);
}
