import type { Measure } from '../measure/measure.ts';
import type { Cell, Row } from '../query/answer.ts';
import type { Compare } from '../query/query.ts';
import {
  formatDelta,
  formatNumber,
  formatOperator,
  type Language,
  NO_VALUE,
} from '../unit/format.ts';
import { formatPeriod, formatSpan } from '../unit/format-time.ts';
import { parseDay } from '../unit/local-day.ts';

export interface FigureText {
  /** `98,18`; `—` without a value. */
  readonly value: string;
  /** `%`, `tỷ đồng`, or nothing for plain counts. */
  readonly unit: string;
}

const COUNT_UNITS = new Set(['hồ sơ', 'camera', 'dossiers', 'cameras', '']);

/** The figure and its unit apart, because the unit is set smaller. A count's unit is said by the title. */
export function figureText(
  cell: Cell | undefined,
  measure: Measure | undefined,
  language: Language,
): FigureText {
  const unit = measure?.unit[language] ?? '';
  if (cell?.value === null || cell?.value === undefined) return { value: NO_VALUE, unit: '' };
  const operator = formatOperator(cell.operator);
  const number = formatNumber(cell.value, measure?.decimals ?? 0, language);
  if (isRank(measure) && cell.den !== undefined)
    return { value: `${number}/${formatNumber(cell.den, 0, language)}`, unit: '' };
  return {
    value: operator ? `${operator}\u00a0${number}` : number,
    unit: COUNT_UNITS.has(unit) ? '' : unit.startsWith('%') ? '%' : unit,
  };
}

/** `98,18%`, `> 98,00%` in one piece, for rows and labels. */
export function figureLine(
  value: number | null | undefined,
  measure: Measure | undefined,
  language: Language,
  operator?: string,
): string {
  if (value === null || value === undefined) return NO_VALUE;
  const unit = measure?.unit[language] ?? '';
  const number = formatNumber(value, measure?.decimals ?? 0, language);
  const sign = formatOperator(operator);
  return `${sign && `${sign}\u00a0`}${number}${unit.startsWith('%') ? '%' : ''}`;
}

export interface DeltaText {
  readonly direction: 'up' | 'down' | 'same';
  /** `+14,43 điểm %` */
  readonly text: string;
}

export function deltaText(
  cell: Cell | undefined,
  decimals: number,
  language: Language,
): DeltaText | undefined {
  const { delta, deltaKind } = cell ?? {};
  if (delta === null || delta === undefined || deltaKind === undefined) return undefined;
  const places = deltaKind === 'absolute' ? decimals : 2;
  const text = formatDelta(delta, deltaKind, language, places);
  const isZero = !/[1-9]/.test(text);
  return { direction: isZero ? 'same' : delta > 0 ? 'up' : 'down', text };
}

const isRank = (measure: Measure | undefined) =>
  measure?.expression.kind === 'assessment' && measure.expression.part === 'rank';

/** A change of places is told by the places gained: the number of a better rank is lower, its arrow points up. */
export function changeText(
  cell: Cell | undefined,
  measure: Measure | undefined,
  language: Language,
): DeltaText | undefined {
  const { delta } = cell ?? {};
  if (!isRank(measure)) return deltaText(cell, measure?.decimals ?? 0, language);
  if (delta === null || delta === undefined) return undefined;
  const places = formatNumber(-delta, 0, language, 'always');
  const direction = delta === 0 ? 'same' : delta < 0 ? 'up' : 'down';
  return { direction, text: `${places} ${language === 'vi' ? 'bậc' : 'places'}` };
}

const COMPARE_WORDS: Readonly<Record<Compare, { vi: string; en: string }>> = {
  'previous-period': { vi: 'so với kỳ trước', en: 'on the previous period' },
  'same-period-last-year': { vi: 'so với cùng kỳ', en: 'on the year before' },
  target: { vi: 'so với mục tiêu', en: 'on target' },
  plan: { vi: 'so với kế hoạch', en: 'on plan' },
};

export function compareWords(compare: Compare | undefined, language: Language): string {
  return compare ? COMPARE_WORDS[compare][language] : '';
}

/** The one figure of a measure in an answer without dimensions. */
export function soleCell(rows: readonly Row[], measure: string): Cell | undefined {
  return rows[0]?.values[measure];
}

/** `năm 2023`, `tháng 11/2023`, `11 tháng năm 2023`; takes a period key or two days, `2023-01-01/2023-11-30`. */
export function periodText(period: string, language: Language): string {
  const [from, to] = period.split('/').map(parseDay);
  return from !== undefined && to !== undefined
    ? formatSpan({ from, to }, language)
    : formatPeriod(period, language);
}
