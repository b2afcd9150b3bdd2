import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from './number-text.ts';
import { collationKey, compareVietnamese, matchesSearch, searchKey, toNfc } from './text.ts';

test('composed and decomposed text become the same', () => {
  const composed = 'Thủ Dầu Một';
  expect(toNfc(composed.normalize('NFD'))).toBe(composed);
  expect(searchKey(composed.normalize('NFD'))).toBe(searchKey(composed));
});

test('search needs no accents, and đ is d', () => {
  expect(searchKey('  Đồng   Xoài ')).toBe('dong xoai');
  expect(matchesSearch('Thành phố Thủ Dầu Một', 'thu dau')).toBe(true);
  expect(matchesSearch('Thành phố Dĩ An', 'di an tp')).toBe(false);
  expect(matchesSearch('Huyện Dầu Tiếng', 'đầu')).toBe(true);
});

test('the order is the Vietnamese one, not that of code points', () => {
  const names = ['Thủ Dầu Một', 'Đồng Xoài', 'Dĩ An', 'Bến Cát', 'Bắc Tân Uyên', 'Bàu Bàng'];
  expect([...names].sort(compareVietnamese)).toEqual([
    'Bàu Bàng',
    'Bắc Tân Uyên',
    'Bến Cát',
    'Dĩ An',
    'Đồng Xoài',
    'Thủ Dầu Một',
  ]);
  expect(['má', 'mạ', 'mã', 'mả', 'mà', 'ma'].sort(compareVietnamese)).toEqual([
    'ma',
    'mà',
    'mả',
    'mã',
    'má',
    'mạ',
  ]);
  expect(['Phường 10', 'Phường 2', 'phường 1'].sort(compareVietnamese)).toEqual([
    'phường 1',
    'Phường 2',
    'Phường 10',
  ]);
});

test('words of Vietnamese letters are ordered as by the Unicode collation for vi', () => {
  const intl = new Intl.Collator('vi', { sensitivity: 'accent' });
  const letters = [...'aàảãáạăằâấbcdđeèêếghiìklmnoòôốơờpqrstuùưừvxyỳ'];
  const word = fc.array(fc.constantFrom(...letters), { maxLength: 5 }).map((all) => all.join(''));
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(Math.sign(compareVietnamese(a, b))).toBe(Math.sign(intl.compare(a, b)));
    }),
  );
});

test('a collation key can be stored and compared as plain text', () => {
  expect(collationKey('Bàu Bàng') < collationKey('Bắc Tân Uyên')).toBe(true);
  expect(compareVietnamese('Bến Cát', 'bến cát')).toBe(0);
});

test('a number is read in its stated style or not at all', () => {
  expect(parseNumber('1.919', 'vi')).toBe(1919);
  expect(parseNumber('1.919', 'plain')).toBe(1.919);
  expect(parseNumber('27.843,5', 'vi')).toBe(27_843.5);
  expect(parseNumber('27,843.5', 'en')).toBe(27_843.5);
  expect(parseNumber('98,18 %', 'vi')).toBe(98.18);
  expect(parseNumber('−3,5', 'vi')).toBe(-3.5);
  expect(parseNumber('3.4', 'vi')).toBeUndefined();
  expect(parseNumber('02763.822322', 'vi')).toBeUndefined();
  expect(parseNumber('1e309', 'plain')).toBeUndefined();
  expect(parseNumber('', 'vi')).toBeUndefined();
});
