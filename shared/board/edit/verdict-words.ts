import { formatNumber, type Language } from '../../unit/format.ts';
import type { Tile } from '../board.ts';
import type { LegibilityProblem, LegibilityRule } from '../legibility.ts';
import { tileName } from './diff-words.ts';
import type { Refusal } from './edits.ts';
import type { Fault } from './faults.ts';

type Say = (about: {
  readonly text: string;
  readonly needs: string;
  readonly has: string;
  readonly other: string;
}) => string;

const VERDICTS: Readonly<Record<LegibilityRule, Readonly<Record<Language, Say>>>> = {
  angle: {
    vi: ({ text, needs, has }) => `chữ «${text}» cao ${has}′, cần ít nhất ${needs}′`,
    en: ({ text, needs, has }) => `text “${text}” is ${has}′ high, needs ${needs}′`,
  },
  groups: {
    vi: ({ needs, has }) => `${has} nhóm trên bảng, nhiều nhất ${needs}`,
    en: ({ needs, has }) => `${has} groups on the board, at most ${needs}`,
  },
  'key-numbers': {
    vi: ({ needs, has }) => `${has} số chính trên bảng, nhiều nhất ${needs}`,
    en: ({ needs, has }) => `${has} key numbers on the board, at most ${needs}`,
  },
  outside: { vi: () => 'vượt ra ngoài lưới', en: () => 'reaches beyond the grid' },
  overlap: {
    vi: ({ other }) => `chồng lên ${other}`,
    en: ({ other }) => `lies over ${other}`,
  },
  width: {
    vi: ({ text, needs, has }) => `«${text}» rộng ${needs} px, chỉ có ${has} px`,
    en: ({ text, needs, has }) => `“${text}” is ${needs} px wide, has ${has} px`,
  },
  height: {
    vi: ({ needs, has }) => `cần cao ${needs} px, chỉ có ${has} px`,
    en: ({ needs, has }) => `needs ${needs} px of height, has ${has} px`,
  },
  title: {
    vi: ({ text, needs, has }) => `tên bảng «${text}» rộng ${needs} px, chỉ có ${has} px`,
    en: ({ text, needs, has }) => `the board's name “${text}” is ${needs} px wide, has ${has} px`,
  },
  id: { vi: () => 'mã này dùng hai lần', en: () => 'this id is used twice' },
};

/** A verdict of the legibility linter in words, without the name of its tile. */
export function verdictText(
  { rule, about }: LegibilityProblem,
  tiles: readonly Tile[],
  language: Language,
): string {
  const other = tiles.find(({ id }) => id === about.other);
  const figure = (value = 0) => formatNumber(value, rule === 'angle' ? 1 : 0, language);
  return VERDICTS[rule][language]({
    text: about.text ?? '',
    needs: figure(about.needs),
    has: figure(about.has),
    other: other ? tileName(other, language) : (about.other ?? ''),
  });
}

const FAULTS: Readonly<Record<string, Readonly<Record<Language, (asked: string) => string>>>> = {
  minLength: { vi: () => 'không được để trống', en: () => 'must not be empty' },
  maxLength: { vi: (n) => `nhiều nhất ${n} ký tự`, en: (n) => `at most ${n} characters` },
  minimum: { vi: (n) => `ít nhất ${n}`, en: (n) => `at least ${n}` },
  maximum: { vi: (n) => `nhiều nhất ${n}`, en: (n) => `at most ${n}` },
  minItems: { vi: (n) => `cần ít nhất ${n} mục`, en: (n) => `needs ${n} entries at least` },
  maxItems: { vi: (n) => `nhiều nhất ${n} mục`, en: (n) => `at most ${n} entries` },
  required: { vi: () => 'còn thiếu', en: () => 'is missing' },
  boolean: { vi: () => 'không có thiết lập này', en: () => 'there is no such setting' },
  enum: { vi: () => 'không có trong các lựa chọn', en: () => 'is none of the choices' },
};
const PATTERNS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '^[a-z0-9-]+$': {
    vi: 'chỉ gồm chữ thường không dấu, số và gạch nối',
    en: 'only small letters, digits and hyphens',
  },
  '^\\d{4}-\\d{2}-\\d{2}$': { vi: 'một ngày như 2026-01-31', en: 'a day like 2026-01-31' },
};
const TYPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  integer: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  number: { vi: 'phải là số', en: 'must be a number' },
  string: { vi: 'phải là chữ', en: 'must be a text' },
};

/** What the schema asks for instead, in words, without the name of the setting. */
export function faultText({ keyword, asked }: Fault, language: Language): string {
  if (keyword === 'pattern') return PATTERNS[String(asked)]?.[language] ?? String(asked);
  if (keyword === 'type' && TYPES[String(asked)]) return TYPES[String(asked)]?.[language] ?? '';
  const say = FAULTS[keyword]?.[language];
  if (say) return say(String(asked));
  return language === 'vi' ? 'không đúng dạng' : 'has the wrong shape';
}

const REFUSALS: Readonly<
  Record<Exclude<Refusal['reason'], 'invalid'>, Readonly<Record<Language, string>>>
> = {
  'no-tile': { vi: 'Ô này không còn trên bảng', en: 'This tile is no longer on the board' },
  'no-room': { vi: 'Không đủ chỗ', en: 'There is no room' },
  'too-small': {
    vi: 'Nhỏ hơn nữa thì không đọc được từ xa',
    en: 'Any smaller it cannot be read from afar',
  },
  'last-tile': { vi: 'Bảng phải còn ít nhất một ô', en: 'A board keeps one tile at least' },
  'too-many': { vi: 'Bảng có nhiều nhất 24 ô', en: 'A board holds 24 tiles at most' },
  'id-taken': { vi: 'Mã này đã dùng cho ô khác', en: 'Another tile has this id' },
};

/** Why an edit was not done. */
export function refusalText(refusal: Refusal, language: Language): string {
  if (refusal.reason !== 'invalid') return REFUSALS[refusal.reason][language];
  const [fault] = refusal.faults;
  return fault ? faultText(fault, language) : '';
}
