import { civilOf, type LocalDay } from '../../shared/unit/local-day.ts';

/**
 * Daily totals of flows, split into series: one series for each combination of dimension values met.
 * A flow of a series keeps one block a calendar year: 12 × 31 day slots, then 12 month totals, then the year total,
 * so that a sum over any span reads at most 60 slots of its border months plus the totals between.
 */
export const MONTH_TOTALS = 12 * 31;
export const YEAR_TOTAL = MONTH_TOTALS + 12;
const BLOCK = YEAR_TOTAL + 1;

/** What the query stage reads; writing stays with the fold. */
export interface CubeView {
  readonly dimensions: readonly string[];
  readonly flows: readonly string[];
  readonly seriesCount: number;
  /** Grows by one with every change of any total. */
  readonly version: number;
  flowId(name: string): number;
  /** Value of a dimension (by its position) for a series; '' where it does not apply. */
  valueOf(series: number, dimension: number): string;
  /** Total over the days from–to, both included. */
  sum(flow: number, series: number, from: LocalDay, to: LocalDay): number;
  /** Total from the beginning to `to`, included. */
  sumUntil(flow: number, series: number, to: LocalDay): number;
  /** First and last year that hold anything, or undefined. */
  years(): { readonly first: number; readonly last: number } | undefined;
}
