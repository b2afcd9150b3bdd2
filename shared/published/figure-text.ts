import type { Measure } from '../measure/measure.ts';
import type { Cell, Row } from '../query/answer.ts';
import {
  formatDelta,
  formatDifference,
  formatInteger,
  formatNumber,
  formatOperator,
  type Language,
} from '../unit/format.ts';
import { computedOfPublished } from './computed.ts';
import type { PublishedFigure } from './published.ts';

/** The cell that a printed figure is a part of. */
export function cellOfPublished(
  { measure = '' }: Pick<PublishedFigure, 'measure'>,
  rows: readonly Row[],
): Cell | undefined {
  return rows[0]?.values[measure];
}

/**
 * What our own events give for a printed figure, as a reader meets it: `> 98%`, `17/23`, `+14,43 điểm %`, `+91.236`,
 * `259 tỷ đồng`; nothing where there is no figure.
 */
export function textOfPublished(
  figure: PublishedFigure,
  rows: readonly Row[],
  measure: Measure | undefined,
  language: Language,
): string | undefined {
  const value = computedOfPublished(figure, rows);
  if (value === null) return undefined;
  const cell = cellOfPublished(figure, rows);
  const decimals = measure?.decimals ?? 0;
  switch (figure.of) {
    case 'rows':
      return formatInteger(value, language);
    case 'difference':
      return formatDifference(value, decimals, language);
    case 'delta':
      return formatDelta(value, cell?.deltaKind ?? 'absolute', language);
    case 'num':
      return cell?.den === undefined
        ? formatInteger(value, language)
        : `${formatInteger(value, language)}/${formatInteger(cell.den, language)}`;
    case 'target':
      return withUnit(value, Number.isInteger(value) ? 0 : decimals, measure, language, figure);
    default:
      return withUnit(value, decimals, measure, language, cell);
  }
}

/** Counts of things that a statement names need no unit; rates and money do. */
function withUnit(
  value: number,
  decimals: number,
  measure: Measure | undefined,
  language: Language,
  told: { readonly operator?: string | undefined } | undefined,
): string {
  const operator = formatOperator(told?.operator);
  const unit = measure?.unit[language] ?? '';
  const number = `${operator && `${operator}\u00a0`}${formatNumber(value, decimals, language)}`;
  if (unit.startsWith('%')) return `${number}%`;
  return /đồng|USD|VND/.test(unit) ? `${number}\u00a0${unit}` : number;
}
