import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundDecimal, roundNumber } from './decimal.ts';
import {
  formatCompact,
  formatDelta,
  formatInteger,
  formatNumber,
  formatOperator,
  formatPercent,
  formatPoints,
  formatQuantity,
  formatRelative,
} from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('numbers are written as the articles print them', () => {
  expect(formatInteger(1919, 'vi')).toBe('1.919');
  expect(formatInteger(292_956, 'vi')).toBe('292.956');
  expect(formatNumber(27_843.5, 1, 'vi')).toBe('27.843,5');
  expect(formatPercent(98.182_074_9, 'vi')).toBe('98,18%');
  expect(plain(formatPoints(14.4323, 'vi'))).toBe('+14,43 điểm %');
  expect(formatRelative(45.229, 'vi')).toBe('+45,23%');
  expect(formatInteger(0, 'vi')).toBe('0');
});

test('English has the same figures with its own signs', () => {
  expect(formatInteger(1919, 'en')).toBe('1,919');
  expect(formatNumber(27_843.5, 1, 'en')).toBe('27,843.5');
  expect(formatPercent(98.1821, 'en')).toBe('98.18%');
  expect(plain(formatPoints(14.4323, 'en'))).toBe('+14.43 points');
  expect(formatRelative(-1.255, 'en')).toBe('−1.26%');
});

test('no value is a dash and never a zero', () => {
  for (const none of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(formatInteger(none, 'vi')).toBe('—');
    expect(formatPercent(none, 'vi')).toBe('—');
    expect(formatPoints(none, 'vi')).toBe('—');
    expect(formatCompact(none, 'vi')).toBe('—');
    expect(formatQuantity(none, 0, 'người', 'vi')).toBe('—');
  }
});

test('there is one minus sign, U+2212, and nothing that rounds to zero carries a sign', () => {
  expect(formatInteger(-1919, 'vi')).toBe('\u22121.919');
  expect(formatNumber(-0.004, 2, 'vi')).toBe('0,00');
  expect(formatRelative(0.004, 'vi')).toBe('0,00%');
  expect(formatInteger(-0, 'vi')).toBe('0');
});

test('halves round away from zero on the decimal value, whatever binary makes of it', () => {
  expect(formatPercent(98.185, 'vi')).toBe('98,19%');
  expect(formatPercent(1.005, 'vi')).toBe('1,01%');
  expect(formatPercent(-1.005, 'vi')).toBe('−1,01%');
  expect(formatNumber(0.5, 0, 'vi')).toBe('1');
  expect(formatNumber(2.5, 0, 'vi')).toBe('3');
  expect(formatNumber(8.345, 2, 'vi')).toBe('8,35');
  expect(formatPercent((1 / 3) * 100, 'vi')).toBe('33,33%');
  expect(formatNumber(0.1 + 0.2 - 0.295, 2, 'vi')).toBe('0,01');
  expect(formatNumber(999.995, 2, 'vi')).toBe('1.000,00');
  expect(formatNumber(1e21, 0, 'vi')).toBe('1.000.000.000.000.000.000.000');
  expect(formatNumber(1e-9, 2, 'vi')).toBe('0,00');
});

test('rounding any decimal of up to nine digits agrees with integer arithmetic', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      (digits, scale, decimals) => {
        const { negative, whole, fraction } = roundDecimal(digits / 10 ** scale, decimals);
        const shift = 10n ** BigInt(Math.max(scale - decimals, 0));
        const size = BigInt(Math.abs(digits)) * 10n ** BigInt(Math.max(decimals - scale, 0));
        const expected = (size + shift / 2n) / shift;
        expect(BigInt(whole + fraction)).toBe(expected);
        expect(fraction).toHaveLength(decimals);
        expect(negative).toBe(digits < 0 && expected > 0n);
      },
    ),
  );
});

test('a rounded number is the number that is printed', () => {
  expect(roundNumber(98.185, 2)).toBe(98.19);
  expect(roundNumber(-14.4349, 2)).toBe(-14.43);
});

test('compact numbers use the words of the press, never the ICU letters', () => {
  expect(plain(formatCompact(71_000, 'vi'))).toBe('71 nghìn');
  expect(plain(formatCompact(1_500_000_000, 'vi'))).toBe('1,5 tỷ');
  expect(plain(formatCompact(292_956, 'vi'))).toBe('293 nghìn');
  expect(plain(formatCompact(2_685_513, 'vi', 2))).toBe('2,69 triệu');
  expect(plain(formatCompact(999_960, 'vi'))).toBe('1 triệu');
  expect(plain(formatCompact(999_940, 'vi'))).toBe('999,9 nghìn');
  expect(plain(formatCompact(999.96, 'vi'))).toBe('1 nghìn');
  expect(plain(formatCompact(950, 'vi'))).toBe('950');
  expect(plain(formatCompact(0, 'vi'))).toBe('0');
  expect(plain(formatCompact(-16_130, 'en'))).toBe('−16.1 thousand');
  expect(plain(formatCompact(3.1e15, 'vi'))).toBe('3.100 nghìn tỷ');
});

test('a delta is written by its kind', () => {
  expect(plain(formatDelta(14.43, 'points', 'vi'))).toBe('+14,43 điểm %');
  expect(formatDelta(-3.5, 'percent', 'vi', 1)).toBe('−3,5%');
  expect(formatDelta(8502, 'absolute', 'vi', 0)).toBe('+8.502');
});

test('units follow a no-break space, percent signs close up', () => {
  expect(formatQuantity(3100, 0, 'triệu USD', 'vi')).toBe('3.100\u00a0triệu USD');
  expect(formatQuantity(8.34, 2, '%', 'vi')).toBe('8,34%');
  expect(formatQuantity(12, 0, '', 'vi')).toBe('12');
});

test('operators say how the source states a value', () => {
  expect(['at-least', 'above', 'about', 'equal', undefined].map(formatOperator)).toEqual([
    '≥',
    '>',
    '≈',
    '',
    '',
  ]);
});
