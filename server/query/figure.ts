import type { Measure } from '../../shared/measure/measure.ts';
import type { Cell } from '../../shared/query/answer.ts';
import { type DaySpan, spanKey } from '../../shared/unit/period.ts';
import type { ErrorCode } from '../errors.ts';

/** What one measure says for one row and one span; without a value it has a reason. */
export interface Figure {
  readonly value: number | null;
  readonly num?: number;
  readonly den?: number;
  readonly reason?: ErrorCode;
  /** Of an observation or coverage record: `2023-12-31`. */
  readonly asOf?: string;
  readonly operator?: string;
  readonly quality?: string;
  readonly revised?: number;
  /** The days the figure is of, where they are others than those asked. */
  readonly span?: DaySpan;
}

export const noFigure = (reason: ErrorCode): Figure => ({ value: null, reason });

/** `num / den × scale`; a missing denominator is no value, never zero. */
export function ratioFigure(num: number, den: number, scale: number): Figure {
  if (den === 0) return { value: null, num, den, reason: 'IOC_QUERY_NO_DENOMINATOR' };
  return { value: (num / den) * scale, num, den };
}

/** How often what a figure stands on was told otherwise; nothing where it never was. */
export function revisedOf(records: readonly { readonly restated?: number }[]): {
  readonly revised?: number;
} {
  const revised = records.reduce((sum, { restated = 0 }) => sum + restated, 0);
  return revised === 0 ? {} : { revised };
}

export interface Comparison {
  /** The figure compared with; undefined where nothing is compared. */
  readonly base: Figure | undefined;
  readonly target: number | undefined;
  /** The difference is against the target and not against `base`. */
  readonly againstTarget: boolean;
}

export function cellOf(measure: Measure, figure: Figure, comparison: Comparison): Cell {
  const { span, value, ...rest } = figure;
  const cell: Cell = { value, ...rest };
  if (span) cell.period = spanKey(span);
  if (comparison.target !== undefined) cell.target = comparison.target;
  const base = comparison.againstTarget ? comparison.target : comparison.base?.value;
  if (base === undefined) return cell;
  cell.base = base;
  cell.delta = difference(measure.deltaKind, value, base);
  cell.deltaKind = measure.deltaKind;
  return cell;
}

/** In percentage points, percent (nothing to divide by → none) or the measure's own unit. */
export function difference(
  kind: Measure['deltaKind'],
  value: number | null,
  base: number | null,
): number | null {
  if (value === null || base === null) return null;
  if (kind !== 'percent') return value - base;
  return base === 0 ? null : ((value - base) / Math.abs(base)) * 100;
}
