import type { AssessmentPart, Measure } from '../../shared/measure/measure.ts';
import { civilOf, dayOf, parseDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { AssessmentRecord } from '../fold/view.ts';
import type { QueryContext } from './context.ts';
import { type Figure, noFigure, revisedOf } from './figure.ts';
import type { Bucket, Plan } from './plan.ts';
import { isAskedRow } from './plan-borders.ts';
import { type Pair, readRecordSheet, unitRowOf } from './record-sheet.ts';
import type { Sheet } from './sheet.ts';

interface Asked {
  readonly part: AssessmentPart;
  readonly plan: Plan;
  readonly unit: string;
}

/** Yearly indices as published: a score or rank is of one index and one unit, never summed or averaged. */
export function readAssessmentSheet(measure: Measure, plan: Plan, { view }: QueryContext): Sheet {
  if (measure.expression.kind !== 'assessment') return new Map();
  const { part } = measure.expression;
  const { assessments } = view;
  const known = assessments
    .groups()
    .flatMap((index) => assessments.find(index))
    // An event may come before the day its figure may be shown.
    .filter(({ publishedOn }) => (parseDay(publishedOn) ?? 0) <= plan.today);
  return readRecordSheet(plan, {
    records: known,
    placeOf: (record) => {
      const unit = part === 'units' ? rolledUp(record, plan) : itself(record, plan);
      return unit === undefined ? undefined : { unit, index: record.index, tier: record.tier };
    },
    read: (own, bucket, unit) =>
      known.length === 0
        ? { figure: noFigure('IOC_QUERY_NOT_CONNECTED') }
        : pairOf(own, bucket, { part, plan, unit }),
  });
}

const yearSpan = (year: number): DaySpan => ({
  from: dayOf({ year, month: 1, day: 1 }),
  to: dayOf({ year, month: 12, day: 31 }),
});
const yearOf = (day: DaySpan['to']) => civilOf(day).year;

const rolledUp = ({ unit, year }: AssessmentRecord, plan: Plan) =>
  unitRowOf(unit, yearSpan(year).to, plan);

function itself({ unit }: AssessmentRecord, plan: Plan): string | undefined {
  if (!plan.by.includes('unit')) return unit === plan.query.unit ? unit : undefined;
  return isAskedRow(unit, plan) ? unit : undefined;
}

function pairOf(own: readonly AssessmentRecord[], bucket: Bucket, asked: Asked): Pair {
  const { plan, part } = asked;
  if (part !== 'units' && new Set(own.map(({ index }) => index)).size > 1)
    return { figure: noFigure('IOC_QUERY_NOT_ADDITIVE') };
  const year = pickYear(own, bucket, plan);
  if (year === undefined) return { figure: noFigure('IOC_QUERY_NO_DATA') };
  const figure = figureIn(own, year, bucket, asked);
  const { compare } = plan.query;
  if (compare !== 'previous-period' && compare !== 'same-period-last-year') return { figure };
  return { figure, base: baseOf(own, year, bucket, asked) };
}

/** The newest year inside the period; of a period that still runs, or "the last …", the newest before it will do. */
function pickYear(own: readonly AssessmentRecord[], { key, span }: Bucket, plan: Plan) {
  const isLatest = key === undefined && 'relative' in plan.query.period;
  const isOpen = isLatest || (span.from <= plan.today && plan.today <= span.to);
  const first = isOpen ? 0 : yearOf(span.from);
  const years = own.map(({ year }) => year).filter((y) => y >= first && y <= yearOf(span.to));
  return years.length === 0 ? undefined : Math.max(...years);
}

function figureIn(
  own: readonly AssessmentRecord[],
  year: number,
  { span }: Bucket,
  asked: Asked,
): Figure {
  const { plan, part, unit } = asked;
  const days = yearSpan(year);
  const end = { from: days.to, to: days.to };
  if (!plan.borders.isSteady(unit, end, { from: span.to, to: span.to }))
    return noFigure('IOC_QUERY_BORDERS_CHANGED');
  const figure = valueIn(own, year, part);
  const isAsked = days.from === span.from && days.to === span.to;
  return isAsked || figure.value === null ? figure : { ...figure, span: days };
}

function baseOf(
  own: readonly AssessmentRecord[],
  year: number,
  bucket: Bucket,
  asked: Asked,
): Figure {
  if (asked.part === 'rank' && !areComparable(recordOf(own, year), recordOf(own, year - 1)))
    return noFigure('IOC_QUERY_NOT_COMPARABLE');
  return figureIn(own, year - 1, bucket, asked);
}

const recordOf = (own: readonly AssessmentRecord[], year: number) =>
  own.find((record) => record.year === year);

/** 8th of 63 and 8th of 34 are two things; so are ranks whose number of units was not told. */
function areComparable(a: AssessmentRecord | undefined, b: AssessmentRecord | undefined): boolean {
  return a?.of !== undefined && a.of === b?.of;
}

function valueIn(own: readonly AssessmentRecord[], year: number, part: AssessmentPart): Figure {
  if (part === 'units') {
    const counted = own.filter((record) => record.year === year);
    return counted.length === 0
      ? noFigure('IOC_QUERY_NO_DATA')
      : { value: counted.length, asOf: newestDay(counted), ...revisedOf(counted) };
  }
  const record = recordOf(own, year);
  const before = recordOf(own, year - 1);
  if (part === 'rankGain' && record && before && !areComparable(record, before))
    return noFigure('IOC_QUERY_NOT_COMPARABLE');
  const value = record && READ[part](record, before);
  if (record === undefined || value === undefined) return noFigure('IOC_QUERY_NO_DATA');
  const { rank, of, publishedOn } = record;
  const told =
    part === 'rank' && rank !== undefined && of !== undefined ? { num: rank, den: of } : {};
  return { value, ...told, asOf: publishedOn, ...revisedOf([record]) };
}

const newestDay = (records: readonly AssessmentRecord[]) =>
  records
    .map(({ publishedOn }) => publishedOn)
    .sort()
    .at(-1) ?? '';

type Reading = (
  record: AssessmentRecord,
  before: AssessmentRecord | undefined,
) => number | undefined;

const less = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a - b;

const READ: Readonly<Record<Exclude<AssessmentPart, 'units'>, Reading>> = {
  score: ({ score }) => score,
  scoreGain: ({ score }, before) => less(score, before?.score),
  rank: ({ rank }) => rank,
  rankOf: ({ of }) => of,
  rankGain: ({ rank }, before) => less(before?.rank, rank),
};
