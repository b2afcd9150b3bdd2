/** A decimal number as text: no sign, digits before and after the point. */
export interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/**
 * Rounds once, half away from zero, on the decimal value a reader would write down. Fifteen significant digits are
 * what a double carries through a division, so 98.185 (in binary 98.18499…) becomes 98.19 and not 98.18.
 * A value that rounds to nothing has no sign.
 */
export function roundDecimal(value: number, decimals: number): Decimal {
  const { digits, point } = digitsOf(Math.abs(value));
  const kept = point + decimals;
  const rounded = kept < 0 ? '' : roundDigits(digits, kept);
  const all = rounded.padStart(decimals + 1, '0');
  const split = all.length - decimals;
  const whole = all.slice(0, split).replace(/^0+(?=\d)/, '');
  const fraction = all.slice(split);
  return { negative: value < 0 && /[1-9]/.test(all), whole, fraction };
}

/** The same rounding as a number, for values that are compared rather than shown. */
export function roundNumber(value: number, decimals: number): number {
  const { negative, whole, fraction } = roundDecimal(value, decimals);
  const size = Number(fraction ? `${whole}.${fraction}` : whole);
  return negative ? -size : size;
}

/** `point` digits of `digits` stand before the decimal point; it may lie outside them. */
function digitsOf(size: number): { digits: string; point: number } {
  if (size === 0) return { digits: '0', point: 1 };
  const text = Number.isSafeInteger(size) ? size.toExponential() : size.toExponential(14);
  const [mantissa = '0', exponent = '0'] = text.split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

function roundDigits(digits: string, kept: number): string {
  const padded = digits.padEnd(kept + 1, '0');
  const head = padded.slice(0, kept);
  if (padded.charCodeAt(kept) < 53 /* '5' */) return head;
  const carried = (BigInt(head || '0') + 1n).toString();
  return carried.padStart(kept, '0');
}
