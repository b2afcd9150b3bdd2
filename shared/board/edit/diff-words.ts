import { formatNumber, type Language } from '../../unit/format.ts';
import type { Tile } from '../board.ts';
import type { Area } from '../tile-parts.ts';
import type { BoardChange } from './diff.ts';
import type { Path } from './set-at.ts';
import { choiceWord, KIND_WORDS, settingWord } from './setting-words.ts';

/** Name of a measure, unit or printed figure by its code; undefined where it has none. */
export type NameOf = (key: string, code: string) => string | undefined;

const WORDS = {
  vi: {
    reordered: 'Thứ tự đọc các ô thay đổi',
    board: 'Bảng',
    added: 'Thêm',
    removed: 'Bỏ',
    id: 'mã',
    to: 'đến',
    into: 'thành',
    moved: 'chuyển từ',
    resized: 'đổi cỡ từ',
    none: 'không có',
    yes: 'có',
    no: 'không',
    empty: 'trống',
  },
  en: {
    reordered: 'The reading order of the tiles changed',
    board: 'Board',
    added: 'Added',
    removed: 'Removed',
    id: 'id',
    to: 'to',
    into: 'to',
    moved: 'moved from',
    resized: 'resized from',
    none: 'none',
    yes: 'yes',
    no: 'no',
    empty: 'empty',
  },
} as const;

/** “ô «Tiếp nhận» chuyển từ cột 1, hàng 1 đến cột 9, hàng 1”; columns and rows are counted from 1. */
export function changeText(change: BoardChange, language: Language, nameOf: NameOf): string {
  const words = WORDS[language];
  if (change.kind === 'reordered') return words.reordered;
  const name = change.tile ? tileName(change.tile, language) : words.board;
  switch (change.kind) {
    case 'added':
    case 'removed':
      return `${words[change.kind]} ${name} (${KIND_WORDS[change.tile.kind][language]})`;
    case 'renamed':
      return `${name}: ${words.id} ${change.from} → ${change.to}`;
    case 'set':
      return `${name}: ${settingText(change, language, nameOf)}`;
    default:
      return `${name} ${placingText(change.kind, change.from, change.to, language)}`;
  }
}

/** “ô «Tiếp nhận»”. */
export function tileName({ title }: Tile, language: Language): string {
  return language === 'vi' ? `ô «${title.vi}»` : `tile “${title.en}”`;
}

/** “cột 1, hàng 1”. */
export function cornerText({ x, y }: Area, language: Language): string {
  return language === 'vi' ? `cột ${x + 1}, hàng ${y + 1}` : `column ${x + 1}, row ${y + 1}`;
}

/** “8 × 4”: columns and rows. */
export function sizeText({ w, h }: Area): string {
  return `${w} × ${h}`;
}

function placingText(
  kind: 'moved' | 'resized' | 'moved-and-resized',
  from: Area,
  to: Area,
  language: Language,
): string {
  const words = WORDS[language];
  const corners = `${cornerText(from, language)} ${words.to} ${cornerText(to, language)}`;
  const moved = `${words.moved} ${corners}`;
  const resized = `${words.resized} ${sizeText(from)} ${words.into} ${sizeText(to)}`;
  if (kind === 'moved') return moved;
  return kind === 'resized' ? resized : `${moved}, ${resized}`;
}

function settingText(
  { path, from, to }: Extract<BoardChange, { kind: 'set' }>,
  language: Language,
  nameOf: NameOf,
): string {
  const setting = pathText(path, language);
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  const [before, after] = [from, to].map((value) => valueText(value, key, language, nameOf));
  return `${setting} ${before} → ${after}`;
}

/** “Câu hỏi, kỳ”, “Các dòng 2, nhãn”: names of the settings on the way. */
export function pathText(path: Path, language: Language): string {
  const parts: string[] = [];
  for (const part of path) {
    if (typeof part === 'string') parts.push(settingWord(part)[language]);
    else parts.push(`${parts.pop() ?? ''} ${part + 1}`);
  }
  return parts.map((part, at) => (at === 0 ? part : lowerFirst(part))).join(', ');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A value as a person reads it: names for codes, words for choices, texts in quotes. */
export function valueText(value: unknown, key: string, language: Language, nameOf: NameOf): string {
  const words = WORDS[language];
  switch (typeof value) {
    case 'number':
      return formatNumber(value, decimalsOf(value), language);
    case 'boolean':
      return value ? words.yes : words.no;
    case 'string':
      return nameOf(key, value) ?? wordOrQuote(value, language);
    case 'object':
      if (Array.isArray(value)) return listText(value, key, language, nameOf);
      return value === null ? words.none : objectText(value, language, nameOf);
    default:
      return words.none;
  }
}

function listText(
  list: readonly unknown[],
  key: string,
  language: Language,
  nameOf: NameOf,
): string {
  if (list.length === 0) return WORDS[language].empty;
  return list.map((each) => valueText(each, key, language, nameOf)).join('; ');
}

function objectText(value: object, language: Language, nameOf: NameOf): string {
  const own = Object(value) as Record<string, unknown>;
  if (typeof own.vi === 'string' && typeof own.en === 'string') {
    const text = own[language];
    const other = own.vi === own.en || language === 'en' ? '' : ` / “${own.en}”`;
    return language === 'vi' ? `«${text}»${other}` : `“${text}” / «${own.vi}»`;
  }
  if (typeof own.from === 'string' && typeof own.to === 'string') return `${own.from} – ${own.to}`;
  if (typeof own.relative === 'string') return choiceWord(own.relative)[language];
  const parts = Object.entries(own).map(
    ([key, inner]) =>
      `${lowerFirst(settingWord(key)[language])} ${valueText(inner, key, language, nameOf)}`,
  );
  return parts.join(', ');
}

function wordOrQuote(text: string, language: Language): string {
  const word = choiceWord(text)[language];
  if (word !== text) return word;
  return language === 'vi' ? `«${text}»` : `“${text}”`;
}

function decimalsOf(value: number): number {
  return (String(value).split('.')[1] ?? '').length;
}
