import { isLastOfMonth } from './day-axis.ts';
import type { DayBlocks } from './day-blocks.ts';
import { mix, type SetDigest } from './mixing.ts';
import { bytesOf, type Part, type PartReader } from './part.ts';
import type { Rows } from './view.ts';

/**
 * Totals of one bundle in one month or year, series after series: the place of the month's days (0 is none; years have
 * none), then one total a flow.
 */
export type Slice = Int32Array;

/** Flows that are posted together and therefore share memory. */
export interface Bundle {
  readonly flows: number[];
  readonly blocks: DayBlocks;
  /** By month from January 1950. */
  readonly months: (Slice | undefined)[];
  /** By year from 1950; places stay 0. */
  readonly years: (Slice | undefined)[];
}

/** One flow of a bundle over some series. */
export interface FlowReader {
  readonly bundle: Bundle;
  readonly lane: number;
  readonly series: ArrayLike<number>;
}

export function sumTotals({ bundle, lane, series }: FlowReader, slice: Slice | undefined): number {
  if (slice === undefined) return 0;
  const stride = bundle.blocks.lanes + 1;
  let total = 0;
  for (let i = 0; i < series.length; i++) {
    total += slice[(series[i] as number) * stride + 1 + lane] ?? 0;
  }
  return total;
}

/** Sum over the days from `begin` (0 is the first of the month) to the day at position `last`. */
export function sumMonth(
  reader: FlowReader,
  month: number,
  begin: number,
  end: number,
  last: number,
): number {
  const { bundle, lane, series } = reader;
  const slice = bundle.months[month];
  if (slice === undefined) return 0;
  if (begin === 0 && isLastOfMonth(last)) return sumTotals(reader, slice);
  const { blocks } = bundle;
  let total = 0;
  for (let i = 0; i < series.length; i++) {
    const place = slice[(series[i] as number) * (blocks.lanes + 1)] ?? 0;
    if (place !== 0) total += blocks.sum(place, lane, begin, end);
  }
  return total;
}

/** Adds the totals of all flows of a bundle. */
export function addTotals(slice: Slice | undefined, lanes: number, rows: Rows): void {
  if (slice === undefined) return;
  const { series, rowOf, out, stride, offset } = rows;
  for (let i = 0; i < series.length; i++) {
    const cell = (series[i] as number) * (lanes + 1) + 1;
    // Series that appeared later have no place in an old slice.
    if (cell >= slice.length) return;
    const at = (rowOf[i] as number) * stride + offset;
    for (let lane = 0; lane < lanes; lane++) {
      out[at + lane] = (out[at + lane] as number) + (slice[cell + lane] as number);
    }
  }
}

/** Adds the day totals of a month, all flows of the bundle day by day. */
export function addDaysOf({ blocks, months }: Bundle, month: number, rows: Rows): void {
  const slice = months[month];
  if (slice === undefined) return;
  const { series, rowOf, out, stride, offset } = rows;
  for (let i = 0; i < series.length; i++) {
    const place = slice[(series[i] as number) * (blocks.lanes + 1)] ?? 0;
    if (place !== 0) blocks.addTo(place, out, (rowOf[i] as number) * stride + offset);
  }
}

/** A slice that reaches at least `cell`, in the place of the one at `index`. */
export function growSlice(
  slices: (Slice | undefined)[],
  index: number,
  cell: number,
  { lanes }: DayBlocks,
): Slice {
  const stride = lanes + 1;
  let capacity = 64 * stride;
  while (capacity <= cell) capacity = Math.ceil((capacity / stride) * 1.5) * stride;
  const slice = new Int32Array(capacity);
  const old = slices[index];
  if (old) slice.set(old);
  slices[index] = slice;
  return slice;
}

export function digestSlice(
  { blocks, flows }: Bundle,
  slice: Slice,
  month: number,
  labels: readonly number[],
  digest: SetDigest,
): void {
  for (const [series, label] of labels.entries()) {
    const place = slice[series * (blocks.lanes + 1)] ?? 0;
    if (place === 0) continue;
    blocks.forEachDay(place, (lane, day, value) => {
      digest.add(mix(mix(mix(mix(label, flows[lane] as number), month), day), value));
    });
  }
}

/** Index and length of each slice that exists. */
export function lengthsOf(slices: readonly (Slice | undefined)[]): [number, number][] {
  return slices.flatMap((slice, index): [number, number][] =>
    slice ? [[index, slice.length]] : [],
  );
}

export function* dumpSlices(
  prefix: string,
  slices: readonly (Slice | undefined)[],
): Iterable<Part> {
  for (const [index, slice] of slices.entries()) {
    if (slice) yield { name: `${prefix}/${index}`, bytes: bytesOf(slice) };
  }
}

export function restoreSlices(
  prefix: string,
  lengths: readonly (readonly [number, number])[],
  slices: (Slice | undefined)[],
  parts: PartReader,
): void {
  for (const [index, length] of lengths) {
    slices[index] = parts.roomy(`${prefix}/${index}`, Int32Array, length);
  }
}
