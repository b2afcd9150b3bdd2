import type { LocalDay } from '../../shared/unit/local-day.ts';
import {
  addDaysOf,
  addTotals,
  type Bundle,
  digestSlice,
  dumpSlices,
  growSlice,
  lengthsOf,
  restoreSlices,
  type Slice,
  sumMonth,
  sumTotals,
} from './bundle.ts';
import {
  DAYS,
  dayOfMonth,
  FIRST_DAY,
  FIRST_YEAR,
  lastDayOf,
  MONTHS,
  monthOfDay,
  positionOf,
  YEARS,
} from './day-axis.ts';
import { DayBlocks } from './day-blocks.ts';
import { Dictionary } from './dictionary.ts';
import { BY_ARRIVAL } from './flows.ts';
import { mixText, type SetDigest } from './mixing.ts';
import { bytesOf, jsonPart, type Part, type PartReader } from './part.ts';
import { RecentChanges } from './recent-changes.ts';
import { SeriesIndex } from './series-index.ts';
import type { ChangeVisitor, CubeView, Rows } from './view.ts';

/**
 * Daily totals of flows, split into series: one series for each combination of dimension values met.
 * Totals of whole months and years lie side by side, series after series, because a province-wide question reads them
 * for all series at once; days lie in blocks that exist only where something happened.
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
  readonly #changes = new RecentChanges();
  /** From 1950. */
  #firstYear = YEARS;
  #lastYear = -1;
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
      flows: names.map((name) => flows.indexOf(name)),
      blocks: new DayBlocks(names.length),
      months: new Array<Slice | undefined>(MONTHS).fill(undefined),
      years: new Array<Slice | undefined>(YEARS).fill(undefined),
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

  get firstYear(): number {
    return this.#firstYear + FIRST_YEAR;
  }

  get lastYear(): number {
    return this.#lastYear + FIRST_YEAR;
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
    const { blocks, months, years } = bundle;
    const month = monthOfDay[position] as number;
    const cell = series * (blocks.lanes + 1);
    let slice = months[month];
    if (slice === undefined || cell >= slice.length) slice = growSlice(months, month, cell, blocks);
    let place = slice[cell] as number;
    if (place === 0) place = slice[cell] = blocks.make();
    const moved = blocks.add(place, lane, dayOfMonth[position] as number, amount);
    if (moved !== place) slice[cell] = moved;
    const total = cell + 1 + lane;
    slice[total] = (slice[total] as number) + amount;
    const year = (month / 12) | 0;
    let yearly = years[year];
    if (yearly === undefined || cell >= yearly.length) {
      yearly = growSlice(years, year, cell, blocks);
      this.#includeYear(year);
    }
    yearly[total] = (yearly[total] as number) + amount;
    this.#version++;
    this.#changes.note(flow, series, position, amount);
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
    const bundle = this.#bundleOf[flow] as Bundle;
    const reader = { series, bundle, lane: this.#laneOf[flow] as number };
    const lastMonth = monthOfDay[last] as number;
    let total = 0;
    let position = first;
    for (let month = monthOfDay[first] as number; month <= lastMonth; month++) {
      const begin = dayOfMonth[position] as number;
      const startsYear = begin === 0 && month % 12 === 0;
      if (startsYear && (monthOfDay[last + 1] as number) >= month + 12) {
        total += sumTotals(reader, bundle.years[month / 12]);
        month += 11;
      } else {
        const end = month === lastMonth ? last : lastDayOf(month);
        total += sumMonth(reader, month, begin, dayOfMonth[end] as number, end);
      }
      position = lastDayOf(month) + 1;
    }
    return total;
  }

  together(flow: number): readonly number[] {
    return (this.#bundleOf[flow] as Bundle).flows;
  }

  addYear(flow: number, year: number, rows: Rows): void {
    const { years, flows } = this.#bundleOf[flow] as Bundle;
    addTotals(years[year - FIRST_YEAR], flows.length, rows);
  }

  addMonth(flow: number, month: number, rows: Rows): void {
    const { months, flows } = this.#bundleOf[flow] as Bundle;
    addTotals(months[month - FIRST_YEAR * 12], flows.length, rows);
  }

  addDays(flow: number, month: number, rows: Rows): void {
    addDaysOf(this.#bundleOf[flow] as Bundle, month - FIRST_YEAR * 12, rows);
  }

  changesSince(version: number, visit: ChangeVisitor): boolean {
    return this.#changes.visitLast(this.#version - version, visit);
  }

  /** Every day total that is not zero, named by what it means rather than by numbers given on the way; of the same records in any order. */
  digestInto(digest: SetDigest): void {
    const labels = Array.from({ length: this.seriesCount }, (_, series) =>
      this.dimensions.reduce((hash, _name, i) => mixText(hash, this.valueOf(series, i)), 17),
    );
    const isOfState = ({ flows }: Bundle) =>
      flows.some((flow) => !BY_ARRIVAL.includes(this.flows[flow] ?? ''));
    for (const bundle of this.#bundles.filter(isOfState)) {
      for (const [month, slice] of bundle.months.entries()) {
        if (slice) digestSlice(bundle, slice, month, labels, digest);
      }
    }
  }

  *dump(prefix: string): Iterable<Part> {
    yield jsonPart(`${prefix}/labels`, {
      dimensions: this.dimensions,
      flows: this.flows,
      texts: this.#dictionaries.map((dictionary) => dictionary.texts),
      months: this.#bundles.map(({ months }) => lengthsOf(months)),
      years: this.#bundles.map(({ years }) => lengthsOf(years)),
      relabelled: this.#relabelled,
      version: this.#version,
    });
    yield { name: `${prefix}/series`, bytes: bytesOf(this.#series.codes) };
    for (const [i, { months, years, blocks }] of this.#bundles.entries()) {
      yield* dumpSlices(`${prefix}/month/${i}`, months);
      yield* dumpSlices(`${prefix}/year/${i}`, years);
      yield* blocks.dump(`${prefix}/blocks/${i}`);
    }
  }

  /** Into an empty cube of the same dimensions and flows. `isOwn`: its series were made by `ownSeries`. */
  restore(prefix: string, parts: PartReader, isOwn = false): void {
    const labels = parts.json<{
      texts: string[][];
      months: [number, number][][];
      years: [number, number][][];
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
    for (const [i, { months, years, blocks }] of this.#bundles.entries()) {
      restoreSlices(`${prefix}/month/${i}`, labels.months[i] ?? [], months, parts);
      restoreSlices(`${prefix}/year/${i}`, labels.years[i] ?? [], years, parts);
      blocks.restore(`${prefix}/blocks/${i}`, parts);
      for (const [year] of lengthsOf(years)) this.#includeYear(year);
    }
    this.#relabelled = labels.relabelled;
    this.#version = labels.version;
  }

  #includeYear(year: number): void {
    this.#firstYear = Math.min(this.#firstYear, year);
    this.#lastYear = Math.max(this.#lastYear, year);
  }
}
