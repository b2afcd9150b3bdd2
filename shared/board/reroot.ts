import type { Query } from '../query/query.ts';
import type { Language } from '../unit/format.ts';
import type { Board, Tile } from './board.ts';

type Level = NonNullable<Query['level']>;

/** The unit a board is to be about, and the province it was written for. */
export interface Rerooting {
  readonly root: string;
  readonly rootName: Readonly<Record<Language, string>>;
  readonly unit: string;
  readonly unitName: Readonly<Record<Language, string>>;
  /** Level of the rows: of the units right below the unit, or its own where there are none. */
  readonly level: Level;
  /** Figures of the past are carried to today's borders. */
  readonly isToday: boolean;
}

/** Words of a scope line that speak of the whole province. */
const WHOLE = /Toàn tỉnh|Whole province/g;
/** Words for districts that stand for communes one step down. */
const BELOW: readonly (readonly [RegExp, string])[] = [
  [/Huyện và xã/g, 'Xã, phường'],
  [/Districts and communes/g, 'Communes'],
  [/theo huyện/g, 'theo xã, phường'],
  [/by district/g, 'by commune'],
];
/** The same where those are the communes of today. */
const BELOW_TODAY: typeof BELOW = [
  [/Huyện và xã/g, 'Xã, phường hiện nay'],
  [/Districts and communes/g, "Today's communes"],
  ...BELOW,
];
/** What is true of the province only: a printed figure, a count in words. */
const PROVINCE_ONLY: ReadonlySet<string> = new Set(['published', 'within']);

/**
 * The same board about another unit: every question about the root is put about the unit, rows are those one step
 * below it, and the words say its name where they said the province. A tile that was about this unit from the start
 * stays as it is; any other that asks nothing about the root stays the province's, and says so.
 */
export function rerootBoard(board: Board, to: Rerooting): Board {
  if (to.unit === to.root && !to.isToday) return board;
  return { ...board, tiles: board.tiles.map((tile) => rerootTile(tile, to)) };
}

function rerootTile(tile: Tile, to: Rerooting): Tile {
  const isAbout = asksAbout(tile, to.root);
  const isLower = asksAbout(tile, to.root, 'district') && to.level === 'commune';
  const below = !isLower ? [] : to.isToday ? BELOW_TODAY : BELOW;
  const { unitName, rootName } = to;
  if (!isAbout) return asksAbout(tile, to.unit) ? tile : ofProvince(tile, rootName);
  const walk = (value: unknown, language: Language | undefined): unknown => {
    if (typeof value === 'string') return language ? say(value, unitName[language], below) : value;
    if (Array.isArray(value)) return value.map((each) => walk(each, undefined));
    if (value === null || typeof value !== 'object') return value;
    if (isQueryAbout(value, to.root)) return rerootQuery(value, to);
    const kept = Object.entries(value).filter(([key]) => !PROVINCE_ONLY.has(key));
    return Object.fromEntries(kept.map(([key, inner]) => [key, walk(inner, languageOf(key))]));
  };
  return walk(tile, undefined) as Tile;
}

const languageOf = (key: string) => (key === 'vi' || key === 'en' ? key : undefined);

function say(text: string, name: string, below: typeof BELOW): string {
  const named = text.replace(WHOLE, name);
  return below.reduce((said, [words, instead]) => said.replace(words, instead), named);
}

function ofProvince(tile: Tile, name: Rerooting['rootName']): Tile {
  const scopeIn = (language: Language) => {
    const text = tile.scope?.[language];
    if (text === undefined) return name[language];
    const named = text.replace(WHOLE, name[language]);
    return named === text ? `${name[language]} · ${text}` : named;
  };
  return { ...tile, scope: { vi: scopeIn('vi'), en: scopeIn('en') } };
}

function asksAbout(value: unknown, root: string, level?: Level): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (isQueryAbout(value, root)) return level === undefined || value.level === level;
  return Object.values(value).some((inner) => asksAbout(inner, root, level));
}

function isQueryAbout(value: object, root: string): value is Query {
  const isQuery = 'measures' in value && 'period' in value && 'unit' in value;
  return isQuery && value.unit === root && !isOfSystems(value as Query);
}

/** Connected systems and the alarm system are the province's: they have no unit below it. */
const isOfSystems = ({ measures }: Query) => measures.every((id) => /^(link|alarm)\./.test(id));

function rerootQuery(query: Query, { unit, level, isToday }: Rerooting): Query {
  const isByTerritory = query.level === 'district' || query.level === 'commune';
  const about = isByTerritory ? { ...query, unit, level } : { ...query, unit };
  return isToday ? { ...about, borders: 'today' } : about;
}
