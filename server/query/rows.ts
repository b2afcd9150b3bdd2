import type { Measure } from '../../shared/measure/measure.ts';
import type { Cell, Row } from '../../shared/query/answer.ts';
import { unitSortKey } from '../../shared/territory/territory.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { QueryContext } from './context.ts';
import { cellOf, type Figure, noFigure } from './figure.ts';
import { keyOf } from './group-index.ts';
import type { Bucket, Plan } from './plan.ts';
import { refusePublished, unitsAtLevel } from './plan-borders.ts';
import type { Sheet } from './sheet.ts';
import { findTarget } from './target.ts';

/** What the labels of a row are called, in their order. */
export type LabelName = Plan['by'][number] | 'programme';

export interface Column {
  readonly measure: Measure;
  readonly sheet: Sheet;
}

interface RowPlace {
  readonly key: string;
  readonly labels: readonly string[];
  readonly index: number;
  readonly bucket: Bucket;
}

/** All rows of an answer, bucket after bucket, inside a bucket in reading order. */
export function buildRows(
  columns: readonly Column[],
  names: readonly LabelName[],
  plan: Plan,
  context: QueryContext,
): Row[] {
  const groups = sortGroups(collectGroups(columns, names, plan), names, plan, context);
  return plan.buckets.flatMap((bucket, index) =>
    groups.flatMap(([key, labels]) => {
      const row = rowOf(columns, names, plan, context, { key, labels, index, bucket });
      return row ? [row] : [];
    }),
  );
}

type GroupEntry = readonly [key: string, labels: readonly string[]];

function collectGroups(
  columns: readonly Column[],
  names: readonly LabelName[],
  plan: Plan,
): GroupEntry[] {
  const groups = new Map<string, readonly string[]>();
  for (const { sheet } of columns)
    for (const [key, { labels }] of sheet) if (!groups.has(key)) groups.set(key, labels);
  const isByUnit = names.length === 1 && names[0] === 'unit';
  for (const labels of isByUnit ? unitsOfLevel(plan) : [])
    if (!groups.has(keyOf(labels))) groups.set(keyOf(labels), labels);
  return [...groups];
}

/** A unit that never sent anything has a row too: a map and a ranking show that it is not connected. */
function unitsOfLevel(plan: Plan): string[][] {
  return plan.query.level === undefined ? [] : unitsAtLevel(plan).map((code) => [code]);
}

function sortGroups(
  groups: GroupEntry[],
  names: readonly LabelName[],
  { borders, span }: Plan,
  { territory }: QueryContext,
): GroupEntry[] {
  const units = borders.rowsAt(span.to);
  const sortKeyOf = (name: LabelName, label: string) =>
    name === 'unit' ? unitSortKey(units.unit(label), label) : territory.sortKey(name, label);
  const keyed = groups.map((group) => ({
    group,
    sortKey: names.map((name, i) => sortKeyOf(name, group[1][i] ?? '')).join('\u0000'),
  }));
  keyed.sort((a, b) => compareText(a.sortKey, b.sortKey) || compareText(a.group[0], b.group[0]));
  return keyed.map(({ group }) => group);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function rowOf(
  columns: readonly Column[],
  names: readonly LabelName[],
  plan: Plan,
  context: QueryContext,
  place: RowPlace,
): Row | undefined {
  const { key, labels, index, bucket } = place;
  const figures = columns.map(({ sheet }) => {
    const row = sheet.get(key);
    return {
      figure: row ? row.figures[index] : noFigure('IOC_QUERY_NOT_CONNECTED'),
      base: row?.bases[index],
    };
  });
  if (figures.every(({ figure }) => figure === undefined)) return undefined;
  const named = Object.fromEntries(names.map((name, i) => [name, labels[i] ?? '']));
  const values: Record<string, Cell> = {};
  for (const [i, { measure }] of columns.entries()) {
    const unit = named.unit ?? plan.query.unit;
    const figure = held(figures[i]?.figure, measure, plan, { unit, bucket });
    const base = held(figures[i]?.base, measure, plan, { unit, bucket, day: bucket.base?.to });
    const target = findTarget(measure, plan, context, {
      unit,
      labels: named,
      day: bucket.span.to,
    });
    const told = compared(plan, base, target);
    values[measure.id] = cellOf(measure, figure ?? noFigure('IOC_QUERY_NO_DATA'), told);
  }
  const period = bucket.key;
  const rowKey = period === undefined ? key : key === '*' ? period : `${period}|${key}`;
  return { key: rowKey, ...named, ...(period === undefined ? {} : { period }), values };
}

/** A published figure stands only where its unit does, and against what that unit had before. */
function held(
  figure: Figure | undefined,
  { additivity }: Measure,
  { borders }: Plan,
  place: { readonly unit: string; readonly bucket: Bucket; readonly day?: LocalDay | undefined },
): Figure | undefined {
  const { unit, bucket, day = bucket.span.to } = place;
  if (!figure || figure.value === null || additivity.units !== 'none') return figure;
  const reason = refusePublished(borders, unit, day, bucket.span.to);
  return reason ? noFigure(reason) : figure;
}

function compared({ query }: Plan, base: Figure | undefined, target: number | undefined) {
  const againstTarget = query.compare === 'target' || query.compare === 'plan';
  return { base, target, againstTarget };
}

/** Keeps the groups that lead by the first measure; with a grain, by their values in the last bucket that has any. */
export function keepTop(rows: readonly Row[], plan: Plan): Row[] {
  const { top, grain } = plan.query;
  const first = plan.measures[0];
  if (!top || !first) return [...rows];
  const sign = top.order === 'descending' ? -1 : 1;
  const figureOf = (row: Row) => row.values[first.id]?.value ?? null;
  const groupOf = (row: Row) => (grain ? row.key.slice(row.key.indexOf('|') + 1) : row.key);
  const leading = new Map<string, number | null>();
  for (const row of rows) {
    const value = figureOf(row);
    if (value !== null || !leading.has(groupOf(row))) leading.set(groupOf(row), value);
  }
  const kept = [...leading]
    .sort(([, a], [, b]) => compareValues(a, b, sign))
    .slice(0, top.n)
    .map(([group]) => group);
  const places = new Map(kept.map((group, i) => [group, i]));
  const inOrder = rows.filter((row) => places.has(groupOf(row)));
  if (grain) return inOrder;
  return inOrder.sort((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0));
}

/** No value comes last in either order. */
function compareValues(a: number | null, b: number | null, sign: number): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return (a - b) * sign;
}
