import type { WorkingDays } from '../calendar/working-days.ts';
import type { Measure } from '../measure/measure.ts';
import type { Cell } from '../query/answer.ts';
import { civilOf, type LocalDay, weekdayOf } from '../unit/local-day.ts';
import { bucketEnd, bucketStart, bucketsOf, type DaySpan, type Grain } from '../unit/period.ts';

/**
 * One place of a series in time. What is compared between places is the rate `num / den`: of a ratio its numerator and
 * denominator, of a count the count and the working days it had, of all else the value itself over 1.
 */
export interface Place {
  /** `2023-12`; every place of the series is there, also without a value. */
  readonly key: string;
  /** As the server answered it; null is a gap and stays one. */
  readonly value: number | null;
  readonly num: number;
  /** More than 0 wherever there is a value. */
  readonly den: number;
  /** Places of different groups are never compared: days on which nobody works are a world of their own. */
  readonly group: 'worked' | 'off';
  /** Comes again: a weekday, a month; '' where nothing does. */
  readonly season: string;
}

export interface Series {
  /** `count`: value = num; `ratio`: value = num / den × scale; `value`: value = num, den = 1. */
  readonly kind: 'count' | 'ratio' | 'value';
  readonly scale: number;
  readonly places: readonly Place[];
  /** How many seasons make a round: 12 months, 7 weekdays; 1 where there are none. */
  readonly period: number;
  /** Buckets left out because they are cut by the period asked, or have not ended: half a month is no month. */
  readonly partial: readonly string[];
}

export interface SeriesAsked {
  readonly measure: Pick<Measure, 'kind' | 'expression'>;
  readonly grain: Grain;
  readonly span: DaySpan;
  /** Last day of which everything is known. */
  readonly closedTo: LocalDay;
  readonly days: WorkingDays;
}

const PERIOD: Readonly<Record<Grain, number>> = {
  day: 7,
  week: 1,
  month: 12,
  quarter: 4,
  half: 2,
  year: 1,
};

/** The series of one measure: cells by the key of their bucket, as a question with a grain answers them. */
export function seriesOf(cells: ReadonlyMap<string, Cell>, asked: SeriesAsked): Series {
  const { measure, grain, span } = asked;
  const all = bucketsOf(span, grain);
  const whole = all.filter((bucket) => isWhole(bucket, asked));
  const kind = kindOf(
    measure,
    whole.map(({ key }) => cells.get(key)),
  );
  return {
    kind,
    scale: kind === 'ratio' ? scaleOf(measure) : 1,
    places: whole.map((bucket) => ({
      key: bucket.key,
      ...readingOf(cells.get(bucket.key), kind),
      ...frameOf(bucket, asked, kind),
    })),
    period: PERIOD[grain],
    partial: all.filter((bucket) => !whole.includes(bucket)).map(({ key }) => key),
  };
}

/** The frames of the `count` buckets that follow a series: what a forecast knows of days to come. */
export function framesAfter(count: number, asked: SeriesAsked, kind: Series['kind']) {
  const { grain, span, closedTo } = asked;
  const frames: Pick<Place, 'key' | 'den' | 'group' | 'season'>[] = [];
  let day = bucketStart(Math.min(span.to, closedTo) as LocalDay, grain);
  if (bucketEnd(day, grain) <= Math.min(span.to, closedTo))
    day = (bucketEnd(day, grain) + 1) as LocalDay;
  for (let i = 0; i < count; i++) {
    const to = bucketEnd(day, grain);
    const key = bucketsOf({ from: day, to }, grain)[0]?.key ?? '';
    frames.push({ key, den: 1, ...frameOf({ from: day, to }, asked, kind) });
    day = (to + 1) as LocalDay;
  }
  return frames;
}

function isWhole({ from, to }: DaySpan, { grain, closedTo }: SeriesAsked): boolean {
  return bucketStart(from, grain) === from && bucketEnd(from, grain) === to && to <= closedTo;
}

function kindOf(measure: SeriesAsked['measure'], cells: readonly (Cell | undefined)[]) {
  const isRate =
    measure.kind === 'ratio' ||
    measure.expression.kind === 'ratio' ||
    measure.expression.kind === 'observation';
  const known = cells.filter((cell) => cell !== undefined && cell.value !== null);
  if (isRate && known.length > 0 && known.every((cell) => (cell?.den ?? 0) > 0)) return 'ratio';
  return measure.kind === 'flow' || measure.kind === 'stock' ? 'count' : 'value';
}

const scaleOf = ({ expression }: SeriesAsked['measure']): number =>
  'scale' in expression ? expression.scale : 100;

function readingOf(cell: Cell | undefined, kind: Series['kind']) {
  const value = cell?.value ?? null;
  if (value === null) return { value, num: 0, den: 1 };
  return kind === 'ratio'
    ? { value, num: cell?.num ?? 0, den: cell?.den ?? 1 }
    : { value, num: value, den: 1 };
}

/** Flows come on working days; a stock or a published figure stands on all of them. */
function frameOf(
  { from, to }: DaySpan,
  { measure, grain, days }: SeriesAsked,
  kind: Series['kind'],
): Pick<Place, 'group' | 'season'> & { readonly den?: number } {
  if (measure.kind !== 'flow' && kind !== 'ratio')
    return { group: 'worked', season: grain === 'day' ? '' : seasonOf(from, grain) };
  const worked = days.between(from, (to + 1) as LocalDay);
  if (worked === 0) return { group: 'off', season: '', ...(kind === 'count' ? { den: 1 } : {}) };
  return {
    group: 'worked',
    season: seasonOf(from, grain),
    ...(kind === 'count' ? { den: worked } : {}),
  };
}

/** A make-up Saturday is a season of its own, which comes too seldom to be known: it is then taken as any working day. */
function seasonOf(day: LocalDay, grain: Grain): string {
  if (grain === 'day') return String(weekdayOf(day));
  const { month } = civilOf(day);
  if (grain === 'month') return String(month);
  if (grain === 'quarter') return String(Math.ceil(month / 3));
  return grain === 'half' ? String(Math.ceil(month / 6)) : '';
}
