import type { Measure } from '../../shared/measure/measure.ts';
import { civilOf, dayOf, type LocalDay } from '../../shared/unit/local-day.ts';
import { type DaySpan, spanOfKey } from '../../shared/unit/period.ts';
import type { ObservationRecord } from '../fold/view.ts';
import { type Figure, noFigure, ratioFigure } from './figure.ts';

/** Which figure is wanted of the records of one indicator, unit and part. */
export interface Wanted {
  readonly span: DaySpan;
  readonly time: Measure['additivity']['time'];
  readonly scale: number;
  /** The period still runs, or was asked as "the last …": what there is of it may stand for it, named as such. */
  readonly isOpen: boolean;
}

interface Dated {
  readonly record: ObservationRecord;
  readonly span: DaySpan;
}

/** The days a record is of; a running total counts from 1 January. */
export function spanOfRecord({ period, yearToDate }: ObservationRecord): DaySpan | undefined {
  const span = spanOfKey(period);
  if (!span || !yearToDate) return span;
  return { from: dayOf({ year: civilOf(span.to).year, month: 1, day: 1 }), to: span.to };
}

/**
 * The record of exactly the span; else, as the indicator allows, the sum of records that cover it or the last one
 * inside. What may be neither (a growth rate asked for a year from its quarters) is refused with a reason.
 */
export function pickFigure(records: readonly ObservationRecord[], wanted: Wanted): Figure {
  const dated = records.flatMap((record): Dated[] => {
    const span = spanOfRecord(record);
    return span ? [{ record, span }] : [];
  });
  const { span, scale } = wanted;
  const exact = newest(dated.filter((each) => isSame(each.span, span)));
  if (exact) return figureOf(exact.record, scale);
  const inside = dated.filter((each) => each.span.from >= span.from && each.span.to <= span.to);
  if (inside.length === 0) return noFigure('IOC_QUERY_NO_DATA');
  if (wanted.time === 'sum') return sumOf(inside, wanted);
  if (wanted.time === 'last' || wanted.isOpen) return lastOf(inside, wanted);
  return noFigure('IOC_QUERY_NOT_ADDITIVE');
}

const isSame = (a: DaySpan, b: DaySpan) => a.from === b.from && a.to === b.to;

/** The one known latest: by its as-of, then by its place in the log. */
function newest(dated: readonly Dated[]): Dated | undefined {
  return dated.reduce<Dated | undefined>((best, each) => {
    if (!best) return each;
    const [a, b] = [each.record, best.record];
    return a.asOf > b.asOf || (a.asOf === b.asOf && a.seq > b.seq) ? each : best;
  }, undefined);
}

function lastOf(inside: readonly Dated[], { scale, span }: Wanted): Figure {
  const end = Math.max(...inside.map((each) => each.span.to));
  const last = newest(inside.filter((each) => each.span.to === end));
  if (!last) return noFigure('IOC_QUERY_NO_DATA');
  const figure = figureOf(last.record, scale);
  // A stock at the period's end is the period's figure; an earlier one is named by its own period.
  return end === span.to ? figure : { ...figure, span: last.span };
}

/** Records one after the other from the first day on, the longest first; a hole leaves no sum. */
function sumOf(inside: readonly Dated[], { span, scale, isOpen }: Wanted): Figure {
  const chain: Dated[] = [];
  let day = span.from;
  for (;;) {
    const starting = inside.filter((each) => each.span.from === day);
    const end = Math.max(...starting.map((each) => each.span.to));
    const next = newest(starting.filter((each) => each.span.to === end));
    if (!next) break;
    chain.push(next);
    day = (end + 1) as LocalDay;
  }
  const isWhole = day === span.to + 1;
  // Months after a hole show that something is missing, not that the year is young.
  const isPrefix = inside.every((each) => each.span.to < day);
  if (!isWhole && !(isOpen && isPrefix && chain.length > 0))
    return noFigure('IOC_QUERY_INCOMPLETE');
  const sum = addFigures(chain.map(({ record }) => figureOf(record, scale)));
  // A year's sum is as fresh as its last month, not as old as its first.
  const asOf = chain.at(-1)?.record.asOf ?? sum.asOf;
  const figure = asOf === undefined ? sum : { ...sum, asOf };
  return isWhole ? figure : { ...figure, span: { from: span.from, to: (day - 1) as LocalDay } };
}

function figureOf(record: ObservationRecord, scale: number): Figure {
  const { asOf, value, num, den } = record;
  const told = {
    asOf,
    quality: record.vintage,
    ...(record.operator === 'equal' ? {} : { operator: record.operator }),
    ...(record.superseded === 0 ? {} : { revised: record.superseded }),
  };
  const parts = num === undefined || den === undefined ? undefined : ratioFigure(num, den, scale);
  if (value !== undefined) return { ...told, ...parts, value };
  return parts ? { ...told, ...parts } : { ...told, ...noFigure('IOC_QUERY_NO_DATA') };
}

const VINTAGES = ['estimate', 'preliminary', 'official', 'revised'];

/** The sum of values, as good as the worst of them and as old as the oldest. */
export function addFigures(figures: readonly Figure[]): Figure {
  const missing = figures.find(({ value }) => value === null);
  if (missing) return missing;
  return {
    ...commonOf(figures),
    value: figures.reduce((sum, { value }) => sum + (value ?? 0), 0),
  };
}

/** A rate from summed numerators and denominators; a part without them cannot be rolled up. */
export function recomputeFigures(figures: readonly Figure[], scale: number): Figure {
  if (figures.some(({ num, den }) => num === undefined || den === undefined))
    return noFigure('IOC_QUERY_NOT_ADDITIVE');
  const total = (of: (figure: Figure) => number | undefined) =>
    figures.reduce((sum, figure) => sum + (of(figure) ?? 0), 0);
  const ratio = ratioFigure(
    total(({ num }) => num),
    total(({ den }) => den),
    scale,
  );
  return { ...commonOf(figures), ...ratio };
}

function commonOf(figures: readonly Figure[]): Partial<Figure> {
  const qualities = figures.flatMap(({ quality }) => quality ?? []);
  const quality = VINTAGES.find((each) => qualities.includes(each));
  const asOf = figures.flatMap((figure) => figure.asOf ?? []).sort()[0];
  const operators = [...new Set(figures.flatMap(({ operator }) => operator ?? []))];
  const operator = operators.length > 1 ? 'about' : operators[0];
  const revised = figures.reduce((sum, figure) => sum + (figure.revised ?? 0), 0);
  return {
    ...(quality === undefined ? {} : { quality }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(operator === undefined ? {} : { operator }),
    ...(revised === 0 ? {} : { revised }),
  };
}
