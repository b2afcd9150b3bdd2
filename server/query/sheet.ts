import type { Figure } from './figure.ts';

/** What one measure says, row by row: the labels of each row and its figures in the order of the plan's buckets. */
export type Sheet = ReadonlyMap<string, SheetRow>;

export interface SheetRow {
  readonly labels: readonly string[];
  /** Undefined where the row does not exist in that bucket. */
  readonly figures: readonly (Figure | undefined)[];
  /** The figures compared with, where the query compares with another period. */
  readonly bases: readonly (Figure | undefined)[];
}
