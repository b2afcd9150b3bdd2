import { civilOf, type LocalDay } from '../../shared/unit/local-day.ts';
import type { CubeView } from './view.ts';

const MONTH_TOTALS = 12 * 31;
const YEAR_TOTAL = MONTH_TOTALS + 12;
const BLOCK_SLOTS = YEAR_TOTAL + 1;
const FIRST_YEAR = 1950;
const FIRST_DAY = -7305; // 1950-01-01
const LAST_DAY = 54_786; // 2119-12-31
const DAYS = LAST_DAY - FIRST_DAY + 1;

/** Year (from 1950), month and slot of each day, looked up because the fold asks several times an event. */
const yearOf = new Uint8Array(DAYS);
const slotOf = new Uint16Array(DAYS);
for (let i = 0; i < DAYS; i++) {
  const { year, month, day } = civilOf((i + FIRST_DAY) as LocalDay);
  yearOf[i] = year - FIRST_YEAR;
  slotOf[i] = (month - 1) * 31 + day - 1;
}
const at = (table: ArrayLike<number>, index: number) => table[index] ?? 0;

/**
 * Daily totals of flows, split into series: one series for each combination of dimension values met.
 * A flow of a series keeps one block a calendar year: 12 × 31 day slots, then 12 month totals, then the year total,
 * so that a sum over any span reads at most 62 slots of its border months and the totals between.
 */
export class FlowCube implements CubeView {
  readonly dimensions: readonly string[];
  readonly flows: readonly string[];
  /** `blocks[flow][series][year - 1950]` */
  readonly #blocks: (Int32Array | undefined)[][][];
  readonly #values: string[][] = [];
  readonly #seriesIds = new Map<string, number>();
  /** For each dimension: value → position in its dictionary. */
  readonly #codes: Map<string, number>[];
  #version = 0;

  constructor(dimensions: readonly string[], flows: readonly string[]) {
    this.dimensions = dimensions;
    this.flows = flows;
    this.#blocks = flows.map(() => []);
    this.#codes = dimensions.map(() => new Map());
  }

  get seriesCount(): number {
    return this.#values.length;
  }

  get version(): number {
    return this.#version;
  }

  flowId(name: string): number {
    const id = this.flows.indexOf(name);
    if (id < 0) throw new RangeError(`no flow ${name}`);
    return id;
  }

  get labelsVersion(): number {
    return this.#values.length;
  }

  valueOf(series: number, dimension: number): string {
    return this.#values[series]?.[dimension] ?? '';
  }

  codeOf(series: number, dimension: number): number {
    return this.#codes[dimension]?.get(this.valueOf(series, dimension)) ?? -1;
  }

  dictionary(dimension: number): readonly string[] {
    return [...(this.#codes[dimension]?.keys() ?? [])];
  }

  /** The id of a combination of dimension values, in the order of `dimensions`; made when new. */
  series(values: readonly string[]): number {
    const key = values.join('\u0000');
    const known = this.#seriesIds.get(key);
    if (known !== undefined) return known;
    const id = this.#values.length;
    this.#seriesIds.set(key, id);
    this.#values.push([...values]);
    for (const [dimension, codes] of this.#codes.entries()) {
      const value = values[dimension] ?? '';
      if (!codes.has(value)) codes.set(value, codes.size);
    }
    return id;
  }

  add(flow: number, series: number, day: LocalDay, amount: number): void {
    const index = Math.min(Math.max(day - FIRST_DAY, 0), DAYS - 1);
    const block = this.#blockOf(flow, series, at(yearOf, index));
    const slot = at(slotOf, index);
    const month = MONTH_TOTALS + Math.floor(slot / 31);
    block[slot] = at(block, slot) + amount;
    block[month] = at(block, month) + amount;
    block[YEAR_TOTAL] = at(block, YEAR_TOTAL) + amount;
    this.#version++;
  }

  sum(flow: number, series: number, from: LocalDay, to: LocalDay): number {
    const years = this.#blocks[flow]?.[series];
    if (!years || from > to) return 0;
    const first = Math.max(from - FIRST_DAY, 0);
    const last = Math.min(to - FIRST_DAY, DAYS - 1);
    const firstYear = at(yearOf, first);
    const lastYear = at(yearOf, last);
    let total = 0;
    for (let year = firstYear; year <= lastYear; year++) {
      const block = years[year];
      if (!block) continue;
      const begin = year === firstYear ? at(slotOf, first) : 0;
      const end = year === lastYear ? at(slotOf, last) : MONTH_TOTALS - 1;
      total += sumOfBlock(block, begin, end);
    }
    return total;
  }

  sumUntil(flow: number, series: number, to: LocalDay): number {
    return this.sum(flow, series, FIRST_DAY as LocalDay, to);
  }

  sumOver(flow: number, series: ArrayLike<number>, from: LocalDay, to: LocalDay): number {
    let total = 0;
    for (let i = 0; i < series.length; i++) total += this.sum(flow, at(series, i), from, to);
    return total;
  }

  sumUntilOver(flow: number, series: ArrayLike<number>, to: LocalDay): number {
    return this.sumOver(flow, series, FIRST_DAY as LocalDay, to);
  }

  #blockOf(flow: number, series: number, year: number): Int32Array {
    const byFlow = this.#blocks[flow];
    if (!byFlow) throw new RangeError(`no flow ${flow}`);
    let years = byFlow[series];
    if (!years) byFlow[series] = years = [];
    let block = years[year];
    if (!block) years[year] = block = new Int32Array(BLOCK_SLOTS);
    return block;
  }
}

function sumOfBlock(block: Int32Array, begin: number, end: number): number {
  if (begin === 0 && end === MONTH_TOTALS - 1) return at(block, YEAR_TOTAL);
  const firstMonth = Math.floor(begin / 31);
  const lastMonth = Math.floor(end / 31);
  if (firstMonth === lastMonth) return sumOfSlots(block, begin, end);
  let total =
    sumOfSlots(block, begin, firstMonth * 31 + 30) + sumOfSlots(block, lastMonth * 31, end);
  for (let month = firstMonth + 1; month < lastMonth; month++)
    total += at(block, MONTH_TOTALS + month);
  return total;
}

function sumOfSlots(block: Int32Array, begin: number, end: number): number {
  let total = 0;
  for (let slot = begin; slot <= end; slot++) total += at(block, slot);
  return total;
}
