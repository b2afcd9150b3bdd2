import type { LocalDay } from '../../shared/unit/local-day.ts';
import { DAY_SLOTS, DAYS, FIRST_DAY, positionOf, slotOfDay, YEARS, yearOfDay } from './day-axis.ts';
import { DayBlocks } from './day-blocks.ts';
import { Dictionary } from './dictionary.ts';
import { mix, mixText, type SetDigest } from './mixing.ts';
import { bytesOf, jsonPart, type Part, type PartReader } from './part.ts';
import { SeriesIndex } from './series-index.ts';
import type { CubeView } from './view.ts';

/** One bundle in one year: for each series the place of its days (0 is none) and, beside it, each flow's year total. */
type YearSlice = Int32Array;

/** Flows that are posted together and therefore share blocks. */
interface Bundle {
  readonly blocks: DayBlocks;
  /** By year from 1950. */
  readonly slices: (YearSlice | undefined)[];
  readonly flows: number[];
}

/**
 * Daily totals of flows, split into series: one series for each combination of dimension values met.
 * Totals of whole years lie side by side, series after series, because a province-wide question reads them for all
 * series at once; months and days lie in blocks that exist only where something happened.
 */
export class FlowCube<Flow extends string = string> implements CubeView<Flow> {
  readonly dimensions: readonly string[];
  readonly flows: readonly Flow[];
  readonly #dictionaries: readonly Dictionary[];
  readonly #series: SeriesIndex;
  readonly #bundles: readonly Bundle[];
  /** Bundle and lane of each flow. */
  readonly #bundleOf: readonly Bundle[];
  readonly #laneOf: readonly number[];
  #version = 0;
  #relabelled = 0;

  /** `bundles`: flows that one event moves together; every flow left out is a bundle of its own. */
  constructor(
    dimensions: readonly string[],
    flows: readonly Flow[],
    bundles: readonly (readonly Flow[])[] = [],
  ) {
    this.dimensions = dimensions;
    this.flows = flows;
    this.#dictionaries = dimensions.map(() => new Dictionary());
    this.#series = new SeriesIndex(this.#dictionaries);
    const bundled = new Set(bundles.flat());
    const alone = flows.filter((flow) => !bundled.has(flow)).map((flow) => [flow]);
    this.#bundles = [...bundles, ...alone].map((names) => ({
      blocks: new DayBlocks(names.length),
      slices: Array.from({ length: YEARS }, () => undefined),
      flows: names.map((name) => flows.indexOf(name)),
    }));
    this.#bundleOf = flows.map(
      (_, flow) => this.#bundles.find((bundle) => bundle.flows.includes(flow)) as Bundle,
    );
    this.#laneOf = flows.map((_, flow) => this.#bundleOf[flow]?.flows.indexOf(flow) ?? 0);
  }

  get seriesCount(): number {
    return this.#series.count;
  }

  get version(): number {
    return this.#version;
  }

  get labelsVersion(): number {
    return this.#series.count + this.#relabelled;
  }

  flowId(name: string): number {
    const id = (this.flows as readonly string[]).indexOf(name);
    if (id < 0) throw new RangeError(`no flow ${name}`);
    return id;
  }

  valueOf(series: number, dimension: number): string {
    return this.dictionary(dimension)[this.codeOf(series, dimension)] ?? '';
  }

  codeOf(series: number, dimension: number): number {
    return this.#series.code(series, dimension);
  }

  dictionary(dimension: number): readonly string[] {
    return this.#dictionaries[dimension]?.texts ?? [];
  }

  /** Number of a value of a dimension; given when new. */
  code(dimension: number, value: string): number {
    return (this.#dictionaries[dimension] as Dictionary).code(value);
  }

  /** The series of a combination of dimension values, in the order of `dimensions`; made when new. */
  series(values: readonly string[]): number {
    return this.#series.locate(values.map((value, i) => this.code(i, value)));
  }

  seriesOfCodes(codes: ArrayLike<number>): number {
    return this.#series.locate(codes);
  }

  /** A series that stands for one thing whose dimension values may change. */
  ownSeries(values: readonly string[]): number {
    return this.#series.append(values.map((value, i) => this.code(i, value)));
  }

  relabel(series: number, values: readonly string[]): void {
    this.#series.replace(
      series,
      values.map((value, i) => this.code(i, value)),
    );
    this.#relabelled++;
  }

  add(flow: number, series: number, day: LocalDay, amount: number): void {
    this.addAt(flow, series, positionOf(day), amount);
  }

  /** As `add`, with a position on the day axis. */
  addAt(flow: number, series: number, position: number, amount: number): void {
    const bundle = this.#bundleOf[flow] as Bundle;
    const lane = this.#laneOf[flow] as number;
    const { blocks, slices } = bundle;
    const year = yearOfDay[position] as number;
    const cell = series * (blocks.lanes + 1);
    let slice = slices[year];
    if (slice === undefined || cell >= slice.length) slice = growSlice(bundle, year, series);
    let place = slice[cell] as number;
    if (place === 0) place = slice[cell] = blocks.make();
    const moved = blocks.add(place, lane, slotOfDay[position] as number, amount);
    if (moved !== place) slice[cell] = moved;
    slice[cell + 1 + lane] = (slice[cell + 1 + lane] as number) + amount;
    this.#version++;
  }

  sum(flow: number, series: number, from: LocalDay, to: LocalDay): number {
    return this.sumOver(flow, [series], from, to);
  }

  sumUntil(flow: number, series: number, to: LocalDay): number {
    return this.sumOver(flow, [series], FIRST_DAY as LocalDay, to);
  }

  sumUntilOver(flow: number, series: ArrayLike<number>, to: LocalDay): number {
    return this.sumOver(flow, series, FIRST_DAY as LocalDay, to);
  }

  sumOver(flow: number, series: ArrayLike<number>, from: LocalDay, to: LocalDay): number {
    const first = Math.max(from - FIRST_DAY, 0);
    const last = Math.min(to - FIRST_DAY, DAYS - 1);
    if (first > last) return 0;
    const firstYear = yearOfDay[first] as number;
    const lastYear = yearOfDay[last] as number;
    const bundle = this.#bundleOf[flow] as Bundle;
    const lane = this.#laneOf[flow] as number;
    let total = 0;
    for (let year = firstYear; year <= lastYear; year++) {
      const slice = bundle.slices[year];
      if (slice === undefined) continue;
      const begin = year === firstYear ? (slotOfDay[first] as number) : 0;
      const end = year === lastYear ? (slotOfDay[last] as number) : DAY_SLOTS - 1;
      const isWholeYear = begin === 0 && end === DAY_SLOTS - 1;
      total += isWholeYear
        ? sumTotals(slice, series, bundle.blocks.lanes, lane)
        : sumBlocks(slice, series, bundle.blocks, lane, begin, end);
    }
    return total;
  }

  /** Every day total that is not zero, named by what it means rather than by numbers given on the way. */
  digestInto(digest: SetDigest): void {
    const labels = Array.from({ length: this.seriesCount }, (_, series) =>
      this.dimensions.reduce((hash, _name, i) => mixText(hash, this.valueOf(series, i)), 17),
    );
    for (const bundle of this.#bundles) {
      for (const [year, slice] of bundle.slices.entries()) {
        if (slice) digestSlice(bundle, slice, year, labels, digest);
      }
    }
  }

  *dump(prefix: string): Iterable<Part> {
    yield jsonPart(`${prefix}/labels`, {
      dimensions: this.dimensions,
      flows: this.flows,
      texts: this.#dictionaries.map((dictionary) => dictionary.texts),
      slices: this.#bundles.flatMap(({ slices }, bundle) =>
        slices.flatMap((slice, year) => (slice ? [[bundle, year, slice.length]] : [])),
      ),
      relabelled: this.#relabelled,
      version: this.#version,
    });
    yield { name: `${prefix}/series`, bytes: bytesOf(this.#series.codes) };
    for (const [bundle, { slices, blocks }] of this.#bundles.entries()) {
      for (const [year, slice] of slices.entries()) {
        if (slice) yield { name: `${prefix}/slice/${bundle}/${year}`, bytes: bytesOf(slice) };
      }
      yield* blocks.dump(`${prefix}/blocks/${bundle}`);
    }
  }

  /** Into an empty cube of the same dimensions and flows. `isOwn`: its series were made by `ownSeries`. */
  restore(prefix: string, parts: PartReader, isOwn = false): void {
    const labels = parts.json<{
      texts: string[][];
      slices: [number, number, number][];
      relabelled: number;
      version: number;
    }>(`${prefix}/labels`);
    for (const [i, texts] of labels.texts.entries()) this.#dictionaries[i]?.restore(texts);
    const codes = parts.array(`${prefix}/series`, Int32Array);
    for (let i = 0; i < codes.length; i += this.dimensions.length) {
      const row = codes.subarray(i, i + this.dimensions.length);
      if (isOwn) this.#series.append(row);
      else this.#series.locate(row);
    }
    for (const [bundle, year, length] of labels.slices) {
      const slice = new Int32Array(length);
      parts.into(`${prefix}/slice/${bundle}/${year}`, slice);
      const { slices } = this.#bundles[bundle] as Bundle;
      slices[year] = slice;
    }
    for (const [bundle, { blocks }] of this.#bundles.entries()) {
      blocks.restore(`${prefix}/blocks/${bundle}`, parts);
    }
    this.#relabelled = labels.relabelled;
    this.#version = labels.version;
  }
}

function growSlice({ slices, blocks }: Bundle, year: number, series: number): YearSlice {
  let capacity = 64;
  while (capacity <= series) capacity *= 2;
  const slice = new Int32Array(capacity * (blocks.lanes + 1));
  const old = slices[year];
  if (old) slice.set(old);
  slices[year] = slice;
  return slice;
}

function digestSlice(
  { blocks, flows }: Bundle,
  slice: YearSlice,
  year: number,
  labels: readonly number[],
  digest: SetDigest,
): void {
  for (const [series, label] of labels.entries()) {
    const place = slice[series * (blocks.lanes + 1)] ?? 0;
    if (place === 0) continue;
    blocks.forEachSlot(place, (lane, slot, value) => {
      const flow = flows[lane] as number;
      digest.add(mix(mix(mix(label, flow * YEARS + year), slot), value));
    });
  }
}

function sumTotals(
  slice: YearSlice,
  series: ArrayLike<number>,
  lanes: number,
  lane: number,
): number {
  let total = 0;
  for (let i = 0; i < series.length; i++) {
    total += slice[(series[i] as number) * (lanes + 1) + 1 + lane] ?? 0;
  }
  return total;
}

function sumBlocks(
  slice: YearSlice,
  series: ArrayLike<number>,
  blocks: DayBlocks,
  lane: number,
  begin: number,
  end: number,
): number {
  let total = 0;
  for (let i = 0; i < series.length; i++) {
    const place = slice[(series[i] as number) * (blocks.lanes + 1)] ?? 0;
    if (place !== 0) total += blocks.sum(place, lane, begin, end);
  }
  return total;
}
