import type { Measure } from '../../shared/measure/measure.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { ObservationRecord } from '../fold/view.ts';
import type { QueryContext } from './context.ts';
import { type Figure, noFigure } from './figure.ts';
import { keyOf } from './group-index.ts';
import { addFigures, pickFigure, recomputeFigures, spanOfRecord } from './observation-pick.ts';
import type { Bucket, Plan } from './plan.ts';
import { isUnchanged, type PlanBorders, unitsAtLevel, unitsMet } from './plan-borders.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { baseSpan } from './spans.ts';

/** The records of one indicator, ready for questions about units and parts. */
interface Indicator {
  readonly measure: Measure;
  readonly scale: number;
  readonly territory: Territory;
  readonly borders: PlanBorders;
  readonly records: readonly ObservationRecord[];
  readonly byUnit: ReadonlyMap<string, readonly ObservationRecord[]>;
}

interface Asked {
  readonly unit: string;
  readonly part: string;
  readonly span: DaySpan;
  readonly isOpen: boolean;
}

export function readObservationSheet(
  measure: Measure,
  plan: Plan,
  { view, territory }: QueryContext,
): Sheet {
  if (measure.expression.kind !== 'observation') return new Map();
  const { indicator, scale } = measure.expression;
  const records = view.observations.find(indicator);
  const byUnit = new Map<string, ObservationRecord[]>();
  for (const record of records) {
    const own = byUnit.get(record.unit);
    if (own) own.push(record);
    else byUnit.set(record.unit, [record]);
  }
  const { borders } = plan;
  const source: Indicator = { measure, scale, territory, borders, records, byUnit };
  const rows = new Map<string, SheetRow>();
  for (const labels of labelsOf(source, plan)) rows.set(keyOf(labels), rowOf(source, plan, labels));
  return rows;
}

function rowOf(source: Indicator, plan: Plan, labels: readonly string[]): SheetRow {
  const unit = labels[plan.by.indexOf('unit')] ?? plan.query.unit;
  const part = labels[plan.by.indexOf('part')] ?? onlyPart(plan);
  const pairs = plan.buckets.map((bucket) => pairOf(source, plan, { unit, part, bucket }));
  return {
    labels,
    figures: pairs.map(({ figure }) => figure),
    bases: pairs.map(({ base }) => base),
  };
}

const onlyPart = ({ filter }: Plan) => (filter.part?.length === 1 ? (filter.part[0] ?? '') : '');

function pairOf(
  source: Indicator,
  plan: Plan,
  { unit, part, bucket }: { unit: string; part: string; bucket: Bucket },
): { figure: Figure; base: Figure | undefined } {
  const isLatest = bucket.key === undefined && 'relative' in plan.query.period;
  const isOpen = isLatest || (bucket.span.from <= plan.today && bucket.span.to >= plan.today);
  const figure = figureFor(source, { unit, part, span: bucket.span, isOpen });
  // A figure of other days than asked is compared with the days before or a year before its own.
  const base = figure.span ? baseSpan(figure.span, plan.query.compare, plan.today) : bucket.base;
  if (!base) return { figure, base: undefined };
  const { to } = figure.span ?? bucket.span;
  const isSteady = plan.borders.isSteady(unit, { from: to, to }, { from: base.to, to: base.to });
  if (!isSteady) return { figure, base: noFigure('IOC_QUERY_BORDERS_CHANGED') };
  return { figure, base: figureFor(source, { unit, part, span: base, isOpen: false }) };
}

/** Under the borders the query wants: of the unit itself, or put together from what it was made of. */
function figureFor(source: Indicator, asked: Asked): Figure {
  if (source.records.length === 0) return noFigure('IOC_QUERY_NOT_CONNECTED');
  const at = source.borders.at(asked.span.to);
  const origins = at.origins(asked.unit);
  const sharers = at.split.filter((code) => at.sharesOf(code).includes(asked.unit));
  if (!source.borders.isCarried || isUnchanged(at, asked.unit)) return figureThen(source, asked);
  const figureFrom = (unit: string) => figureThen(source, { ...asked, unit });
  const parts = origins.map(figureFrom);
  const shared = sharers.map(figureFrom);
  if ([...parts, ...shared].every(({ reason }) => reason === 'IOC_QUERY_NO_DATA'))
    return noFigure('IOC_QUERY_NO_DATA');
  if (sharers.length > 0) return noFigure('IOC_QUERY_BORDERS_SPLIT');
  const { units } = source.measure.additivity;
  if (units === 'none' || units === 'sum-net-of-transfers')
    return noFigure('IOC_QUERY_BORDERS_PUBLISHED');
  return addUp(source, parts);
}

/** Under the borders of its time. */
function figureThen(source: Indicator, asked: Asked): Figure {
  const { unit, part, span } = asked;
  const all = source.byUnit.get(unit) ?? [];
  const own = all.filter((record) => isOfUnit(source, record, span));
  if (own.length < all.length && own.length === 0) return noFigure('IOC_QUERY_BORDERS_CHANGED');
  const records = own.filter((record) => record.part === part);
  if (records.length === 0 && part === '' && own.length > 0)
    return noFigure('IOC_QUERY_COMPOSITION');
  const { time } = source.measure.additivity;
  const figure = pickFigure(records, { ...asked, time, scale: source.scale });
  return figure.reason === 'IOC_QUERY_NO_DATA' ? rollUp(source, asked) : figure;
}

/** A code may have named another unit at the end of the record's period, which is whose figure it is. */
function isOfUnit({ territory }: Indicator, record: ObservationRecord, { to }: DaySpan): boolean {
  const span = spanOfRecord(record);
  if (span === undefined) return true;
  return territory.isSteady(record.unit, { from: span.to, to: span.to }, { from: to, to });
}

/** From the units below, as the indicator allows; departments have no share in a territory's figures. */
function rollUp(source: Indicator, asked: Asked): Figure {
  const children = source.territory
    .on(asked.span.to)
    .children(asked.unit)
    .filter((child) => child.level !== 'department');
  if (!hasRecordBelow(source, asked)) return noFigure('IOC_QUERY_NO_DATA');
  const { units } = source.measure.additivity;
  if (units === 'none' || units === 'sum-net-of-transfers')
    return noFigure('IOC_QUERY_NOT_ADDITIVE');
  const figures = children.map(({ code }) => figureThen(source, { ...asked, unit: code }));
  if (figures.some(({ reason }) => reason === 'IOC_QUERY_NOT_ADDITIVE'))
    return noFigure('IOC_QUERY_NOT_ADDITIVE');
  return addUp(source, figures);
}

function addUp({ measure, scale }: Indicator, figures: readonly Figure[]): Figure {
  const isMissing = figures.some(({ value }) => value === null);
  const ends = new Set(figures.map(({ span }) => `${span?.from} ${span?.to}`));
  if (isMissing || ends.size > 1) return noFigure('IOC_QUERY_INCOMPLETE');
  const [span] = figures.map((figure) => figure.span);
  const isSum = measure.additivity.units === 'sum';
  const total = isSum ? addFigures(figures) : recomputeFigures(figures, scale);
  return span ? { ...total, span } : total;
}

function hasRecordBelow({ records, territory }: Indicator, asked: Asked): boolean {
  const borders = territory.on(asked.span.to);
  return records.some((record) => {
    const span = spanOfRecord(record);
    return (
      record.unit !== asked.unit &&
      record.part === asked.part &&
      borders.isWithin(record.unit, asked.unit) &&
      span !== undefined &&
      span.from <= asked.span.to &&
      span.to >= asked.span.from
    );
  });
}

function labelsOf(source: Indicator, plan: Plan): readonly (readonly string[])[] {
  let rows: readonly (readonly string[])[] = [[]];
  for (const dimension of plan.by) {
    const values = dimension === 'unit' ? unitsOf(source, plan) : partsOf(source, plan);
    rows = rows.flatMap((labels) => values.map((value) => [...labels, value]));
  }
  return rows;
}

function unitsOf({ byUnit }: Indicator, plan: Plan): readonly string[] {
  return plan.query.level ? unitsAtLevel(plan) : unitsMet(byUnit.keys(), plan);
}

/** In the order they were first met, which is that of the records. */
function partsOf({ records }: Indicator, { filter }: Plan): string[] {
  const parts = new Set(records.map(({ part }) => part).filter((part) => part !== ''));
  return [...parts].filter((part) => !filter.part || filter.part.includes(part));
}
