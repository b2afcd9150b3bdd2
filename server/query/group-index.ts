import type { Dimension } from '../../shared/measure/measure.ts';
import type { Territory, UnitLevel } from '../../shared/territory/territory.ts';
import type { CubeView } from '../fold/view.ts';
import type { Filter } from './plan.ts';

/** Which series are asked for and how they are grouped. */
export interface Slice {
  readonly unit: string;
  /** Rolls units up to their ancestor of this level; those without one are left out. */
  readonly level: UnitLevel | undefined;
  readonly by: readonly Dimension[];
  readonly filter: Filter;
}

export interface Group {
  /** Dimension values in the order of `by`. */
  readonly labels: readonly string[];
  readonly series: readonly number[];
}
export type Groups = ReadonlyMap<string, Group>;

/** The same values always give the same key; it also names the row. */
export function keyOf(labels: readonly string[]): string {
  if (labels.length === 0) return '*';
  return labels.map((label) => label.replace(/[%|]/g, encodeURIComponent)).join('|');
}

const MAX_SLICES = 512;
const cache = new WeakMap<CubeView, WeakMap<Territory, Map<string, GroupIndex>>>();

/**
 * The groups of a slice. Texts are compared once for each new series, not once a query: what was found is kept beside
 * the cube and extended as series appear.
 */
export function groupsOf(cube: CubeView, territory: Territory, slice: Slice): Groups {
  const slices = slicesOf(cube, territory);
  const name = nameOf(slice);
  const known = slices.get(name);
  const index = known ?? new GroupIndex(cube, slice, territory);
  // Set anew, so that the order of the map is the order of use.
  slices.delete(name);
  slices.set(name, index);
  if (!known && slices.size > MAX_SLICES) {
    const oldest = slices.keys().next().value;
    if (oldest !== undefined) slices.delete(oldest);
  }
  return index.refresh();
}

function slicesOf(cube: CubeView, territory: Territory): Map<string, GroupIndex> {
  const byTerritory = cache.get(cube) ?? new WeakMap<Territory, Map<string, GroupIndex>>();
  cache.set(cube, byTerritory);
  const slices = byTerritory.get(territory) ?? new Map<string, GroupIndex>();
  byTerritory.set(territory, slices);
  return slices;
}

function nameOf({ unit, level, by, filter }: Slice): string {
  const sorted = Object.entries(filter)
    .map(([dimension, values]) => [dimension, [...values].sort()])
    .sort();
  return JSON.stringify([unit, level ?? '', by, sorted]);
}

/** One dimension's part in a slice: from the code of a value to its label, null where it is left out. */
interface Column {
  readonly position: number;
  /** Place of the label in `by`; −1 where the dimension only filters. */
  readonly place: number;
  readonly labels: (string | null)[];
  readonly label: (value: string) => string | null;
}

class GroupIndex {
  readonly #cube: CubeView;
  readonly #columns: readonly Column[];
  readonly #width: number;
  #groups = new Map<string, { labels: readonly string[]; series: number[] }>();
  #seenSeries = 0;
  #seenLabels = 0;

  constructor(cube: CubeView, slice: Slice, territory: Territory) {
    this.#cube = cube;
    this.#width = slice.by.length;
    this.#columns = columnsOf(cube, slice, territory);
  }

  refresh(): Groups {
    const { seriesCount, labelsVersion } = this.#cube;
    if (labelsVersion === this.#seenLabels) return this.#groups;
    const onlyGrew = labelsVersion - this.#seenLabels === seriesCount - this.#seenSeries;
    if (!onlyGrew) {
      this.#groups = new Map();
      this.#seenSeries = 0;
    }
    for (let series = this.#seenSeries; series < seriesCount; series++) this.#place(series);
    this.#seenSeries = seriesCount;
    this.#seenLabels = labelsVersion;
    return this.#groups;
  }

  #place(series: number): void {
    const labels: string[] = new Array(this.#width).fill('');
    for (const column of this.#columns) {
      const label = labelOf(this.#cube, column, series);
      if (label === null) return;
      if (column.place >= 0) labels[column.place] = label;
    }
    const key = keyOf(labels);
    const group = this.#groups.get(key);
    if (group) group.series.push(series);
    else this.#groups.set(key, { labels, series: [series] });
  }
}

function labelOf(cube: CubeView, column: Column, series: number): string | null {
  const code = cube.codeOf(series, column.position);
  const known = column.labels[code];
  if (known !== undefined) return known;
  const label = column.label(cube.valueOf(series, column.position));
  column.labels[code] = label;
  return label;
}

function columnsOf(cube: CubeView, slice: Slice, territory: Territory): Column[] {
  return cube.dimensions.flatMap((name, position) => {
    const dimension = name as Dimension;
    const place = slice.by.indexOf(dimension);
    const label =
      dimension === 'unit' ? unitLabel(slice, territory) : plainLabel(slice, dimension, place);
    return label ? [{ position, place, labels: [], label }] : [];
  });
}

function unitLabel(slice: Slice, territory: Territory): Column['label'] {
  const { unit, level, filter } = slice;
  const isAsked = slice.by.includes('unit');
  return (code) => {
    if (!territory.isWithin(code, unit)) return null;
    if (filter.unit && !filter.unit.some((each) => territory.isWithin(code, each))) return null;
    if (!isAsked) return '';
    return level ? (territory.unitAt(code, level) ?? null) : code;
  };
}

function plainLabel(
  { filter }: Slice,
  dimension: Dimension,
  place: number,
): Column['label'] | undefined {
  const wanted = filter[dimension];
  if (!wanted && place < 0) return undefined;
  const allowed = wanted && new Set(wanted);
  return (value) => {
    if (allowed && !allowed.has(value)) return null;
    // A camera without a zone has no row in a table of zones.
    return place >= 0 && value === '' ? null : value;
  };
}
