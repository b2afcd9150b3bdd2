import { roundDecimal, roundNumber } from './decimal.ts';

export type Language = 'vi' | 'en';

/** What stands where there is no value; never 0. */
export const NO_VALUE = '—';
/** U+2212: as wide as the plus sign, and no line breaks after it. */
export const MINUS = '\u2212';
const NBSP = '\u00a0';

/** `null` also stands for "no denominator" and "not connected". */
export type Figure = number | null | undefined;

const isNone = (value: Figure): value is null | undefined =>
  value === null || value === undefined || !Number.isFinite(value);

/**
 * `27.843,5` / `27,843.5`. Written out here and not left to `Intl`, whose output differs between the ICU versions of
 * server and browsers. `sign: 'always'` puts `+` before positive values, nothing before zero.
 */
export function formatNumber(
  value: Figure,
  decimals: number,
  language: Language,
  sign: 'negative' | 'always' = 'negative',
): string {
  if (isNone(value)) return NO_VALUE;
  const { negative, whole, fraction } = roundDecimal(value, decimals);
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const text = fraction ? `${grouped}${point}${fraction}` : grouped;
  if (negative) return `${MINUS}${text}`;
  const isZero = !/[1-9]/.test(text);
  return sign === 'always' && !isZero ? `+${text}` : text;
}

/** `1.919` / `1,919` */
export function formatInteger(value: Figure, language: Language): string {
  return formatNumber(value, 0, language);
}

/** `98,18%`; the value is 0–100. */
export function formatPercent(value: Figure, language: Language, decimals = 2): string {
  return isNone(value) ? NO_VALUE : `${formatNumber(value, decimals, language)}%`;
}

/** Difference of two rates: `+14,43 điểm %` / `+14.43 points`. */
export function formatPoints(value: Figure, language: Language, decimals = 2): string {
  if (isNone(value)) return NO_VALUE;
  const word = language === 'vi' ? `điểm${NBSP}%` : 'points';
  return `${formatNumber(value, decimals, language, 'always')}${NBSP}${word}`;
}

/** Relative change of a count: `+45,23%`. */
export function formatRelative(value: Figure, language: Language, decimals = 2): string {
  return isNone(value) ? NO_VALUE : `${formatNumber(value, decimals, language, 'always')}%`;
}

/** A difference in the measure's own unit: `+8.502`. */
export function formatDifference(value: Figure, decimals: number, language: Language): string {
  return formatNumber(value, decimals, language, 'always');
}

export type DeltaKind = 'points' | 'percent' | 'absolute';

/** A cell's `delta` by its `deltaKind`. */
export function formatDelta(
  value: Figure,
  kind: DeltaKind,
  language: Language,
  decimals = 2,
): string {
  if (kind === 'points') return formatPoints(value, language, decimals);
  if (kind === 'percent') return formatRelative(value, language, decimals);
  return formatDifference(value, decimals, language);
}

/**
 * A figure with its unit: percentages close up (`98,18%`), other units follow a no-break space (`3.100 triệu USD`).
 */
export function formatQuantity(
  value: Figure,
  decimals: number,
  unit: string,
  language: Language,
): string {
  if (isNone(value)) return NO_VALUE;
  const text = formatNumber(value, decimals, language);
  if (unit === '') return text;
  return /^[%‰]/.test(unit) ? `${text}${unit}` : `${text}${NBSP}${unit}`;
}

const SCALES = [
  { size: 1e12, vi: 'nghìn tỷ', en: 'trillion' },
  { size: 1e9, vi: 'tỷ', en: 'billion' },
  { size: 1e6, vi: 'triệu', en: 'million' },
  { size: 1e3, vi: 'nghìn', en: 'thousand' },
  { size: 1, vi: '', en: '' },
] as const;

/** `71 nghìn`, `1,5 tỷ`; at most `decimals` places, no trailing zeros; below a thousand the plain number. */
export function formatCompact(value: Figure, language: Language, decimals = 1): string {
  if (isNone(value)) return NO_VALUE;
  const last = SCALES.length - 1;
  const found = SCALES.findIndex(({ size }) => Math.abs(value) >= size);
  const fitting = found < 0 ? last : found;
  // 999.960 rounds to 1.000,0 nghìn, so it is already called 1 triệu.
  const overflows = roundNumber(Math.abs(value) / (SCALES[fitting]?.size ?? 1), decimals) >= 1000;
  const { size, ...words } = SCALES[overflows ? Math.max(fitting - 1, 0) : fitting] ?? SCALES[4];
  const text = trimZeros(formatNumber(value / size, decimals, language), language);
  return words[language] ? `${text}${NBSP}${words[language]}` : text;
}

function trimZeros(text: string, language: Language): string {
  const [whole = '', fraction = ''] = text.split(language === 'vi' ? ',' : '.');
  const kept = fraction.replace(/0+$/, '');
  return kept ? `${whole}${language === 'vi' ? ',' : '.'}${kept}` : whole;
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '',
  'at-least': '≥',
  above: '>',
  'at-most': '≤',
  below: '<',
  about: '≈',
};

/** How the source states a value: `≥`, `>`, `≈` …; nothing for an exact one. */
export function formatOperator(operator: string | undefined): string {
  return operator === undefined ? '' : (OPERATORS[operator] ?? '');
}
