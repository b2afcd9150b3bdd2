import type { Dimension } from '../../shared/measure/measure.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { Figure } from './figure.ts';
import { keyOf } from './group-index.ts';
import type { Bucket, Plan } from './plan.ts';
import type { Sheet } from './sheet.ts';

/** Where a record stands among the rows; without a value of a dimension it has no row split by that. */
export type Place = { readonly [D in Dimension]?: string };

export interface RecordReading<R> {
  readonly records: readonly R[];
  /** Undefined where the record lies outside the asked unit. */
  readonly placeOf: (record: R) => Place | undefined;
  /** The figure of a row's records in a bucket, and the one compared with. */
  readonly read: (records: readonly R[], bucket: Bucket, unit: string) => Pair;
}

export interface Pair {
  readonly figure: Figure;
  readonly base?: Figure | undefined;
}

/** Rows of records that carry their own labels: one for each combination met, and one where nothing is split. */
export function readRecordSheet<R>(plan: Plan, reading: RecordReading<R>): Sheet {
  const groups = new Map<string, { readonly labels: readonly string[]; readonly own: R[] }>();
  if (plan.by.length === 0) groups.set(keyOf([]), { labels: [], own: [] });
  for (const record of reading.records) {
    const place = reading.placeOf(record);
    if (!place || !isInFilter(place, plan)) continue;
    const labels = plan.by.map((dimension) => place[dimension] ?? '');
    if (labels.includes('')) continue;
    const key = keyOf(labels);
    const group = groups.get(key) ?? { labels, own: [] };
    groups.set(key, group);
    group.own.push(record);
  }
  return new Map(
    [...groups].map(([key, { labels, own }]) => {
      const unit = labels[plan.by.indexOf('unit')] ?? plan.query.unit;
      const pairs = plan.buckets.map((bucket) => reading.read(own, bucket, unit));
      const figures = pairs.map(({ figure }) => figure);
      return [key, { labels, figures, bases: pairs.map(({ base }) => base) }];
    }),
  );
}

/** Units are no plain values: a filter of them holds for all below. */
function isInFilter(place: Place, { filter }: Plan): boolean {
  return Object.entries(filter).every(([dimension, wanted]) => {
    const value = place[dimension as Dimension];
    return dimension === 'unit' || (value !== undefined && wanted.includes(value));
  });
}

/** The row of a unit code as used on a day; undefined outside the asked unit, filter or level. */
export function unitRowOf(code: string, day: LocalDay, plan: Plan): string | undefined {
  const { query, filter } = plan;
  const at = plan.borders.at(day);
  if (!at.isWithin(code, query.unit)) return undefined;
  if (filter.unit && !filter.unit.some((each) => at.isWithin(code, each))) return undefined;
  return query.level ? at.unitAt(code, query.level) : at.ownerOf(code);
}
