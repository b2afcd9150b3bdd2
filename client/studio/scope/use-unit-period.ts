import type { QueryPeriod } from '../../../shared/query/query.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { formatSpan } from '../../../shared/unit/format-time.ts';
import { isoDay, type LocalDay, localDayOf, parseDay } from '../../../shared/unit/local-day.ts';
import { bucketEnd, bucketStart, type Grain } from '../../../shared/unit/period.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useServerNow } from '../../tile/use-now.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { periodOf, periodParam } from '../question/chart-place.ts';
import { QUESTION_WORDS } from '../question/question-words.ts';

const HOUR_MS = 3_600_000;

export interface UnitAndPeriod {
  readonly unit: string;
  readonly period: QueryPeriod;
  /** `năm 2023`; of a period that moves, what it is called. */
  readonly periodName: string;
  /** Of the end of the period; of today for one that moves. */
  readonly borders: Borders;
  readonly setUnit: (unit: string) => void;
  readonly setPeriod: (period: QueryPeriod) => void;
}

/**
 * `unit` and `p` of the address, as every page about one unit has them. Without a period that of `grain` that held
 * yesterday: on 1 January a year has no figures yet.
 */
export function useUnitAndPeriod(grain: Extract<Grain, 'month' | 'year'>): UnitAndPeriod {
  const { language, root, territory } = useTileSurroundings();
  const { params } = usePlace();
  const today = localDayOf(useServerNow(HOUR_MS));
  const text = params.get('p') ?? latest(today, grain);
  const period = periodOf(text);
  const end = 'to' in period ? parseDay(period.to) : undefined;
  return {
    unit: params.get('unit') ?? root,
    period,
    periodName: nameOfPeriod(period, language),
    borders: territory.on(end ?? today),
    setUnit: (unit) => changeParams({ unit: unit === root ? null : unit }),
    setPeriod: (next) => changeParams({ p: periodParam(next) }),
  };
}

function latest(today: LocalDay, grain: Grain): string {
  const yesterday = (today - 1) as LocalDay;
  return `${isoDay(bucketStart(yesterday, grain))}..${isoDay(bucketEnd(yesterday, grain))}`;
}

function nameOfPeriod(period: QueryPeriod, language: 'vi' | 'en'): string {
  if ('relative' in period) return QUESTION_WORDS[language].relative[period.relative];
  const [from, to] = [parseDay(period.from), parseDay(period.to)];
  return from === undefined || to === undefined ? '' : formatSpan({ from, to }, language);
}
