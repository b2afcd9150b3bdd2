import type { Dimension } from '../../shared/measure/measure.ts';
import type { Borders, UnitLevel } from '../../shared/territory/borders.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import type { CubeView } from '../fold/view.ts';
import { DayTotals } from './day-totals.ts';
import type { Filter } from './plan.ts';

/** Which series are asked for and how they are grouped. */
export interface Slice {
  /** How unit codes are read; slices are kept apart by them. */
  readonly borders: Borders;
  /** Undefined takes everything in. */
  readonly unit: string | undefined;
  /** Rolls units up to their ancestor of this level; those without one are left out. */
  readonly level: UnitLevel | undefined;
  readonly by: readonly Dimension[];
  readonly filter: Filter;
  /** Only the units that were split, each under its own code, wherever they lie. */
  readonly isSplit?: boolean;
}

export interface Group {
  readonly id: number;
  /** Dimension values in the order of `by`. */
  readonly labels: readonly string[];
  readonly series: readonly number[];
}

export interface Groups {
  readonly byKey: ReadonlyMap<string, Group>;
  /** Kept for slices that are asked again and again. */
  readonly totals: DayTotals | undefined;
}

/** The same values always give the same key; it also names the row. */
export function keyOf(labels: readonly string[]): string {
  if (labels.length === 0) return '*';
  return labels.map((label) => label.replace(/[%|]/g, encodeURIComponent)).join('|');
}

const MAX_SLICES = 256;
/** Slices of more groups are summed as they are asked; all kept totals together may take so much. */
const MAX_GROUPS_WITH_TOTALS = 400;
const MAX_TOTAL_BYTES = 128 * 2 ** 20;
const cache = new WeakMap<CubeView, WeakMap<Pack, Map<string, GroupIndex>>>();

/**
 * The groups of a slice. Texts are compared once for each new series, not once a query: what was found is kept beside
 * the cube and extended as series appear. `keepsTotals` is
 * for cubes whose series keep their labels.
 */
export function groupsOf(cube: CubeView, slice: Slice, keepsTotals: boolean): Groups {
  const slices = slicesOf(cube, slice.borders.pack);
  const name = nameOf(slice);
  const index = slices.get(name) ?? new GroupIndex(cube, slice);
  // Set anew, so that the order of the map is the order of use.
  slices.delete(name);
  slices.set(name, index);
  for (const oldest of slices.keys()) {
    if (slices.size <= MAX_SLICES) break;
    slices.delete(oldest);
  }
  index.refresh();
  if (keepsTotals && index.makeTotals()) makeRoom(slices.values());
  return index;
}

/** Totals unused for longest go first; they are made anew when their slice is asked again. */
function makeRoom(slices: Iterable<GroupIndex>): void {
  const all = [...slices];
  let bytes = all.reduce((sum, { totals }) => sum + (totals?.bytes ?? 0), 0);
  for (const index of all.slice(0, -1)) {
    if (bytes <= MAX_TOTAL_BYTES) return;
    bytes -= index.totals?.bytes ?? 0;
    index.dropTotals();
  }
}

function slicesOf(cube: CubeView, pack: Pack): Map<string, GroupIndex> {
  const byPack = cache.get(cube) ?? new WeakMap<Pack, Map<string, GroupIndex>>();
  cache.set(cube, byPack);
  const slices = byPack.get(pack) ?? new Map<string, GroupIndex>();
  byPack.set(pack, slices);
  return slices;
}

function nameOf({ borders, unit, level, by, filter, isSplit = false }: Slice): string {
  const sorted = Object.entries(filter)
    .map(([dimension, values]) => [dimension, [...values].sort()])
    .sort();
  return JSON.stringify([borders.name, unit ?? 0, level ?? '', by, sorted, isSplit]);
}

/** One dimension's part in a slice: from the code of a value to its label. */
interface Column {
  readonly position: number;
  /** Place of the label in `by`; −1 where the dimension only filters. */
  readonly place: number;
  readonly labels: string[];
  /** By code of the value: place in `labels`, −1 where it is left out. */
  readonly ids: number[];
  readonly label: (value: string) => string | null;
}

class GroupIndex implements Groups {
  readonly #cube: CubeView;
  readonly #columns: readonly Column[];
  readonly #width: number;
  /** Labels of a dimension that a combination of all of them, as one exact number, has room for. */
  readonly #most: number;
  readonly #byKey = new Map<string, Group & { readonly series: number[] }>();
  readonly #byCombination = new Map<number, Group & { readonly series: number[] }>();
  readonly #list: Group[] = [];
  /** By series; −1 where it belongs to no group. */
  readonly #groupOf: number[] = [];
  #seenLabels = 0;
  #totals: DayTotals | undefined;

  constructor(cube: CubeView, slice: Slice) {
    this.#cube = cube;
    this.#width = slice.by.length;
    this.#most = slice.by.length > 3 ? 2 ** 13 : 2 ** 17;
    this.#columns = columnsOf(cube, slice);
  }

  get byKey(): ReadonlyMap<string, Group> {
    return this.#byKey;
  }

  get totals(): DayTotals | undefined {
    return this.#totals;
  }

  refresh(): void {
    const { seriesCount, labelsVersion } = this.#cube;
    if (labelsVersion === this.#seenLabels) return;
    const seen = this.#groupOf.length;
    if (labelsVersion - this.#seenLabels !== seriesCount - seen) this.#forget();
    for (let series = this.#groupOf.length; series < seriesCount; series++)
      this.#groupOf.push(this.#place(series));
    this.#seenLabels = labelsVersion;
  }

  /** True when they are new. */
  makeTotals(): boolean {
    if (this.#totals || this.#list.length > MAX_GROUPS_WITH_TOTALS) return false;
    const [list, groups] = [this.#list, this.#groupOf];
    this.#totals = new DayTotals(this.#cube, {
      get count() {
        return list.length;
      },
      get seriesCount() {
        return groups.length;
      },
      groupOf: (series) => groups[series] ?? -1,
    });
    return true;
  }

  dropTotals(): void {
    this.#totals = undefined;
  }

  /** Series got other labels: everything is placed anew. */
  #forget(): void {
    this.#byKey.clear();
    this.#byCombination.clear();
    this.#list.length = 0;
    this.#groupOf.length = 0;
    this.dropTotals();
  }

  #place(series: number): number {
    let combination = 0;
    for (const column of this.#columns) {
      const label = labelIdOf(this.#cube, column, series);
      if (label < 0) return -1;
      if (column.place >= 0) combination = combination * this.#most + label;
    }
    const known = this.#byCombination.get(combination);
    const group = known ?? this.#addGroup(series, combination);
    group.series.push(series);
    return group.id;
  }

  #addGroup(series: number, combination: number) {
    const labels: string[] = new Array(this.#width).fill('');
    for (const column of this.#columns)
      if (column.place >= 0)
        labels[column.place] = column.labels[labelIdOf(this.#cube, column, series)] ?? '';
    const group = { id: this.#list.length, labels, series: [] as number[] };
    this.#byKey.set(keyOf(labels), group);
    this.#byCombination.set(combination, group);
    this.#list.push(group);
    return group;
  }
}

/** Place of a series' label among those of a column; −1 where the series is left out. */
function labelIdOf(cube: CubeView, column: Column, series: number): number {
  const code = cube.codeOf(series, column.position);
  return column.ids[code] ?? learnLabel(cube, column, series, code);
}

function learnLabel(cube: CubeView, column: Column, series: number, code: number): number {
  const label = column.label(cube.valueOf(series, column.position));
  const known = label === null ? -1 : column.labels.indexOf(label);
  const id = label === null || known >= 0 ? known : column.labels.push(label) - 1;
  column.ids[code] = id;
  return id;
}

function columnsOf(cube: CubeView, slice: Slice): Column[] {
  return cube.dimensions.flatMap((name, position) => {
    const dimension = name as Dimension;
    const place = slice.by.indexOf(dimension);
    const label = dimension === 'unit' ? unitLabel(slice) : plainLabel(slice, dimension, place);
    return label ? [{ position, place, labels: [], ids: [], label }] : [];
  });
}

function unitLabel(slice: Slice): Column['label'] {
  const { borders, unit, level, filter } = slice;
  const isAsked = slice.by.includes('unit');
  if (slice.isSplit) return (code) => (borders.split.includes(code) ? code : null);
  return (code) => {
    if (unit !== undefined && !borders.isWithin(code, unit)) return null;
    if (filter.unit && !filter.unit.some((each) => borders.isWithin(code, each))) return null;
    if (!isAsked) return '';
    return level ? (borders.unitAt(code, level) ?? null) : borders.ownerOf(code);
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
