import type { LocalDay } from '../../shared/unit/local-day.ts';
import { DAY_SLOTS, DAYS, FIRST_DAY, positionOf, slotOfDay, YEARS, yearOfDay } from './day-axis.ts';
import { DayBlocks } from './day-blocks.ts';
import { Dictionary } from './dictionary.ts';
import { mix, mixText, type SetDigest } from './mixing.ts';
import { bytesOf, jsonPart, type Part, type PartReader } from './part.ts';
import { SeriesIndex } from './series-index.ts';
import type { CubeView } from './view.ts';

/** One flow in one year, by series: the block of its days (+ 1; 0 is none) and the year's total. */
interface YearSlice {
  blocks: Int32Array;
  totals: Int32Array;
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
  readonly #blocks = new DayBlocks();
  /** `#slices[flow * YEARS + year]` */
  readonly #slices: (YearSlice | undefined)[];
  #version = 0;
  #relabelled = 0;

  constructor(dimensions: readonly string[], flows: readonly Flow[]) {
    this.dimensions = dimensions;
    this.flows = flows;
    this.#dictionaries = dimensions.map(() => new Dictionary());
    this.#series = new SeriesIndex(this.#dictionaries);
    this.#slices = Array.from({ length: flows.length * YEARS }, () => undefined);
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
    const index = flow * YEARS + (yearOfDay[position] as number);
    let slice = this.#slices[index];
    if (slice === undefined || series >= slice.blocks.length)
      slice = this.#growSlice(index, series);
    let block = slice.blocks[series] as number;
    if (block === 0) {
      block = this.#blocks.make() + 1;
      slice.blocks[series] = block;
    }
    this.#blocks.add(block - 1, slotOfDay[position] as number, amount);
    slice.totals[series] = (slice.totals[series] as number) + amount;
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
    let total = 0;
    for (let year = firstYear; year <= lastYear; year++) {
      const slice = this.#slices[flow * YEARS + year];
      if (slice === undefined) continue;
      const begin = year === firstYear ? (slotOfDay[first] as number) : 0;
      const end = year === lastYear ? (slotOfDay[last] as number) : DAY_SLOTS - 1;
      const isWholeYear = begin === 0 && end === DAY_SLOTS - 1;
      total += isWholeYear
        ? sumTotals(slice, series)
        : sumBlocks(slice, series, this.#blocks, begin, end);
    }
    return total;
  }

  /** Every day total that is not zero, named by what it means rather than by numbers given on the way. */
  digestInto(digest: SetDigest): void {
    const labels = Array.from({ length: this.seriesCount }, (_, series) =>
      this.dimensions.reduce((hash, _name, i) => mixText(hash, this.valueOf(series, i)), 17),
    );
    for (const [index, slice] of this.#slices.entries()) {
      if (slice === undefined) continue;
      for (const [series, label] of labels.entries()) {
        const block = slice.blocks[series] ?? 0;
        if (block === 0) continue;
        const hash = mix(label, index);
        this.#blocks.forEachSlot(block - 1, (slot, value) => {
          digest.add(mix(mix(hash, slot), value));
        });
      }
    }
  }

  *dump(prefix: string): Iterable<Part> {
    yield jsonPart(`${prefix}/labels`, {
      dimensions: this.dimensions,
      flows: this.flows,
      texts: this.#dictionaries.map((dictionary) => dictionary.texts),
      slices: this.#slices.flatMap((slice, index) => (slice ? [[index, slice.blocks.length]] : [])),
      relabelled: this.#relabelled,
      version: this.#version,
    });
    yield { name: `${prefix}/series`, bytes: bytesOf(this.#series.codes) };
    for (const [index, slice] of this.#slices.entries()) {
      if (slice === undefined) continue;
      yield { name: `${prefix}/blocks/${index}`, bytes: bytesOf(slice.blocks) };
      yield { name: `${prefix}/totals/${index}`, bytes: bytesOf(slice.totals) };
    }
    yield* this.#blocks.dump(prefix);
  }

  /** Into an empty cube of the same dimensions and flows. `isOwn`: its series were made by `ownSeries`. */
  restore(prefix: string, parts: PartReader, isOwn = false): void {
    const labels = parts.json<{
      texts: string[][];
      slices: [number, number][];
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
    for (const [index, length] of labels.slices) {
      const slice = { blocks: new Int32Array(length), totals: new Int32Array(length) };
      parts.into(`${prefix}/blocks/${index}`, slice.blocks);
      parts.into(`${prefix}/totals/${index}`, slice.totals);
      this.#slices[index] = slice;
    }
    this.#blocks.restore(prefix, parts);
    this.#relabelled = labels.relabelled;
    this.#version = labels.version;
  }

  #growSlice(index: number, series: number): YearSlice {
    let capacity = 64;
    while (capacity <= series) capacity *= 2;
    const blocks = new Int32Array(capacity);
    const totals = new Int32Array(capacity);
    const old = this.#slices[index];
    if (old) {
      blocks.set(old.blocks);
      totals.set(old.totals);
    }
    const slice = { blocks, totals };
    this.#slices[index] = slice;
    return slice;
  }
}

function sumTotals({ totals }: YearSlice, series: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < series.length; i++) total += totals[series[i] as number] ?? 0;
  return total;
}

function sumBlocks(
  { blocks }: YearSlice,
  series: ArrayLike<number>,
  days: DayBlocks,
  begin: number,
  end: number,
): number {
  let total = 0;
  for (let i = 0; i < series.length; i++) {
    const block = blocks[series[i] as number] ?? 0;
    if (block !== 0) total += days.sum(block - 1, begin, end);
  }
  return total;
}
