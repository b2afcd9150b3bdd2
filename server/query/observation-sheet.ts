import type { Measure } from '../../shared/measure/measure.ts';
import { existsOn, type Territory } from '../../shared/territory/territory.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { ObservationRecord } from '../fold/view.ts';
import type { QueryContext } from './context.ts';
import { type Figure, noFigure } from './figure.ts';
import { keyOf } from './group-index.ts';
import { addFigures, pickFigure, recomputeFigures, spanOfRecord } from './observation-pick.ts';
import type { Bucket, Plan } from './plan.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { baseSpan } from './spans.ts';

/** The records of one indicator, ready for questions about units and parts. */
interface Indicator {
  readonly measure: Measure;
  readonly scale: number;
  readonly territory: Territory;
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
  const source: Indicator = { measure, scale, territory, records, byUnit };
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
  return { figure, base: figureFor(source, { unit, part, span: base, isOpen: false }) };
}

function figureFor(source: Indicator, asked: Asked): Figure {
  if (source.records.length === 0) return noFigure('IOC_QUERY_NOT_CONNECTED');
  const own = source.byUnit.get(asked.unit) ?? [];
  const records = own.filter(({ part }) => part === asked.part);
  if (records.length === 0 && asked.part === '' && own.length > 0)
    return noFigure('IOC_QUERY_COMPOSITION');
  const { time } = source.measure.additivity;
  const figure = pickFigure(records, { ...asked, time, scale: source.scale });
  return figure.reason === 'IOC_QUERY_NO_DATA' ? rollUp(source, asked) : figure;
}

/** From the units below, as the indicator allows; departments have no share in a territory's figures. */
function rollUp(source: Indicator, asked: Asked): Figure {
  const children = source.territory
    .children(asked.unit)
    .filter((child) => child.level !== 'department' && existsOn(child, asked.span.to));
  if (!hasRecordBelow(source, asked)) return noFigure('IOC_QUERY_NO_DATA');
  const { units } = source.measure.additivity;
  if (units === 'none' || units === 'sum-net-of-transfers')
    return noFigure('IOC_QUERY_NOT_ADDITIVE');
  const figures = children.map(({ code }) => figureFor(source, { ...asked, unit: code }));
  if (figures.some(({ reason }) => reason === 'IOC_QUERY_NOT_ADDITIVE'))
    return noFigure('IOC_QUERY_NOT_ADDITIVE');
  const isMissing = figures.some(({ value }) => value === null);
  const ends = new Set(figures.map(({ span }) => `${span?.from} ${span?.to}`));
  if (isMissing || ends.size > 1) return noFigure('IOC_QUERY_INCOMPLETE');
  const [span] = figures.map((figure) => figure.span);
  const total = units === 'sum' ? addFigures(figures) : recomputeFigures(figures, source.scale);
  return span ? { ...total, span } : total;
}

function hasRecordBelow({ records, territory }: Indicator, asked: Asked): boolean {
  return records.some((record) => {
    const span = spanOfRecord(record);
    return (
      record.unit !== asked.unit &&
      record.part === asked.part &&
      territory.isWithin(record.unit, asked.unit) &&
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

function unitsOf({ byUnit, territory }: Indicator, { query, filter, span }: Plan): string[] {
  const { unit: root, level } = query;
  const isAsked = (code: string) =>
    !filter.unit || filter.unit.some((each) => territory.isWithin(code, each));
  const units = level
    ? territory
        .below(root)
        .filter((unit) => unit.level === level && existsOn(unit, span.to))
        .map(({ code }) => code)
    : [...byUnit.keys()].filter((code) => territory.isWithin(code, root));
  return units.filter(isAsked);
}

/** In the order they were first met, which is that of the records. */
function partsOf({ records }: Indicator, { filter }: Plan): string[] {
  const parts = new Set(records.map(({ part }) => part).filter((part) => part !== ''));
  return [...parts].filter((part) => !filter.part || filter.part.includes(part));
}
