import { useEffect, useMemo, useState } from 'react';
import {
  framesAfter,
  type Series,
  type SeriesAsked,
  seriesOf,
} from '../../../shared/analysis/series.ts';
import { createWorkingDays, type WorkingDays } from '../../../shared/calendar/working-days.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Answer, Cell } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { Calendar } from '../../../shared/territory/pack.ts';
import { type LocalDay, localDayOf, parseDay } from '../../../shared/unit/local-day.ts';
import { bucketEnd, bucketStart, bucketsOf } from '../../../shared/unit/period.ts';
import { useStudio } from '../studio-context.ts';

/** Working days of the province, from its calendar; null until it has come. */
export function useWorkingDays(): WorkingDays | null {
  const { call } = useStudio();
  const [days, setDays] = useState<WorkingDays | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    call<Calendar>('/api/v1/calendar', { signal: abort.signal })
      .then((told) => {
        if ('body' in told) setDays(createWorkingDays(told.body));
      })
      .catch(() => undefined);
    return () => abort.abort();
  }, [call]);
  return days;
}

export interface AskedSeries {
  readonly series: Series;
  readonly frames: ReturnType<typeof framesAfter>;
}

/** The answer's rows as a series, with the frames that follow it. */
export function useSeries(
  query: Query | null,
  answer: Answer | null,
  measure: Measure | undefined,
  ahead: number,
): AskedSeries | null {
  const days = useWorkingDays();
  return useMemo(() => {
    const asked = query && answer && days && measure && askedOf(query, answer, measure, days);
    if (!asked) return null;
    const cells = new Map<string, Cell>(
      answer.rows.flatMap((row) => {
        const cell = row.values[measure.id];
        return row.period === undefined || cell === undefined ? [] : [[row.period, cell]];
      }),
    );
    const series = seriesOf(cells, asked);
    return { series, frames: framesAfter(ahead, asked, series.kind) };
  }, [query, answer, measure, days, ahead]);
}

/** The rows of whole periods that have ended: half a month is no low month. */
export function useWholePeriods(query: Query, answer: Answer): Answer {
  return useMemo(() => {
    const whole = new Set(wholePeriods(query, answer));
    return { ...answer, rows: answer.rows.filter(({ period = '' }) => whole.has(period)) };
  }, [query, answer]);
}

function wholePeriods({ grain = 'month' }: Query, { period, asOf }: Answer): readonly string[] {
  const [from, to] = [parseDay(period.from), parseDay(period.to)];
  if (from === undefined || to === undefined) return [];
  const today = localDayOf(Date.parse(asOf));
  return bucketsOf({ from, to }, grain)
    .filter((bucket) => bucketEnd(bucket.from, grain) === bucket.to && bucket.to < today)
    .filter((bucket) => bucketStart(bucket.from, grain) === bucket.from)
    .map(({ key }) => key);
}

/** Of yesterday everything is known, as far as it was sent. */
function askedOf(
  { grain = 'month' }: Query,
  { period, asOf }: Answer,
  measure: Measure,
  days: WorkingDays,
): SeriesAsked | null {
  const [from, to] = [parseDay(period.from), parseDay(period.to)];
  if (from === undefined || to === undefined) return null;
  const closedTo = (localDayOf(Date.parse(asOf)) - 1) as LocalDay;
  return { measure, grain, span: { from, to }, closedTo, days };
}
