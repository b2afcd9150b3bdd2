import { ALARM_MEASURES } from '../measure/alarm-measures.ts';
import type { Board, Tile } from './board.ts';
import { overlaps } from './edit/area.ts';
import { textWidth } from './text-width.ts';
import {
  alarmRows,
  listColumnWidth,
  needsOf,
  WIDEST_SYSTEM_STATE,
  WIDEST_VALUE,
} from './tile-needs.ts';
import { columnSpan, GRID, rowSpan, SCREEN, TEXT } from './type-scale.ts';

/** A wall and the distance it is read from. More pixels sharpen the text; they never make it smaller. */
export interface Wall {
  readonly viewingDistanceM: number;
  readonly screenWidthM: number;
}
/** 165 inches read from six metres. */
export const DEFAULT_WALL: Wall = { viewingDistanceM: 6, screenWidthM: 3.65 };

export type LegibilityRule =
  | 'angle'
  | 'groups'
  | 'key-numbers'
  | 'outside'
  | 'overlap'
  | 'width'
  | 'height'
  | 'title'
  | 'id';
export interface LegibilityProblem {
  readonly rule: LegibilityRule;
  /** Missing where the whole board is meant. */
  readonly tile?: string;
  readonly message: string;
  /** What the message speaks of, for words in another language: a text, what it needs and has (px, minutes of arc, a count). */
  readonly about: {
    readonly text?: string;
    readonly needs?: number;
    readonly has?: number;
    /** Id of the other tile of a pair. */
    readonly other?: string;
  };
}

/** Height of Inter's capitals as a part of the font size. */
const CAP_HEIGHT = 0.727;
/** ISO 9241-303: 16 minutes of arc can be read, 20 to 22 are preferred. */
const LEAST_ARC_MINUTES = { value: 20, text: 16 } as const;
const MOST_GROUPS = 9;
const MOST_KEY_NUMBERS = 12;

/** Visual angle of a text's capitals in minutes of arc; `size` in design pixels. */
export function arcMinutes(size: number, wall: Wall): number {
  const heightM = (size * CAP_HEIGHT * wall.screenWidthM) / SCREEN.width;
  return (Math.atan(heightM / wall.viewingDistanceM) * 180 * 60) / Math.PI;
}

/** Everything that keeps a board from being read across the room; empty for a good board. */
export function lintBoard(board: Board, wall: Wall = DEFAULT_WALL): LegibilityProblem[] {
  const { tiles } = board;
  return [
    ...lintTitle(board),
    ...lintCounts(tiles),
    ...tiles.flatMap((tile) => lintTile(tile, wall)),
    ...tiles.flatMap((tile, at) => tiles.slice(at + 1).flatMap((other) => lintPair(tile, other))),
  ];
}

/** What keeps one tile from being read, whatever stands beside it. */
export function lintTile(tile: Tile, wall: Wall = DEFAULT_WALL): LegibilityProblem[] {
  return [...lintAngles(tile, wall), ...lintArea(tile), ...lintHeight(tile), ...lintWidth(tile)];
}

/** Width the header leaves a scene's title beside the place, the mark of a replay, the sources and the clock. */
const TITLE_PX = 395;
const TITLE_SIZE = 34;

function lintTitle({ title }: Board): LegibilityProblem[] {
  return [title.vi, title.en].flatMap((text) => {
    const width = textWidth(text, TITLE_SIZE);
    if (width <= TITLE_PX) return [];
    const message = `“${text}” is ${Math.ceil(width)} px wide, has ${TITLE_PX}`;
    const about = { text, needs: Math.ceil(width), has: TITLE_PX };
    return [{ rule: 'title' as const, message, about }];
  });
}

function lintCounts(tiles: readonly Tile[]): LegibilityProblem[] {
  const problems: LegibilityProblem[] = [];
  const groups = groupsOf(tiles).length;
  if (groups > MOST_GROUPS) {
    const message = `${groups} groups, at most ${MOST_GROUPS}`;
    problems.push({ rule: 'groups', message, about: { needs: MOST_GROUPS, has: groups } });
  }
  const numbers = tiles.reduce((sum, tile) => sum + needsOf(tile).keyNumbers, 0);
  if (numbers > MOST_KEY_NUMBERS) {
    const message = `${numbers} key numbers, at most ${MOST_KEY_NUMBERS}`;
    const about = { needs: MOST_KEY_NUMBERS, has: numbers };
    problems.push({ rule: 'key-numbers', message, about });
  }
  return problems;
}

/** The eye takes small figures that stand beside or below each other as one group. */
function groupsOf(tiles: readonly Tile[]): Tile[][] {
  const groups: Tile[][] = [];
  for (const tile of tiles) {
    const near = groups.filter((group) => group.some((other) => areGrouped(tile, other)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([tile, ...near.flat()]);
  }
  return groups;
}

function areGrouped(a: Tile, b: Tile): boolean {
  if (!isSmallNumber(a) || !isSmallNumber(b)) return false;
  const beside =
    a.area.y === b.area.y &&
    touches(a.area.x, a.area.w, b.area.x, b.area.w) &&
    a.area.h === b.area.h;
  const below =
    a.area.x === b.area.x &&
    touches(a.area.y, a.area.h, b.area.y, b.area.h) &&
    a.area.w === b.area.w;
  return beside || below;
}

const isSmallNumber = (tile: Tile) =>
  tile.kind === 'number' && (tile.size === 'small' || tile.size === 'medium');
const touches = (a: number, aLength: number, b: number, bLength: number) =>
  a + aLength === b || b + bLength === a;

function lintAngles(tile: Tile, wall: Wall): LegibilityProblem[] {
  return needsOf(tile).texts.flatMap((name) => {
    const { size, role } = TEXT[name];
    const arc = arcMinutes(size, wall);
    if (arc >= LEAST_ARC_MINUTES[role]) return [];
    const message = `${name} is ${arc.toFixed(1)}′ high, at least ${LEAST_ARC_MINUTES[role]}′`;
    const about = { text: name, needs: LEAST_ARC_MINUTES[role], has: arc };
    return [{ rule: 'angle' as const, tile: tile.id, message, about }];
  });
}

function lintArea({ id, area }: Tile): LegibilityProblem[] {
  if (area.x + area.w <= GRID.columns && area.y + area.h <= GRID.rows) return [];
  return [{ rule: 'outside', tile: id, message: 'reaches beyond the grid', about: {} }];
}

function lintHeight(tile: Tile): LegibilityProblem[] {
  const { height } = needsOf(tile);
  const free = rowSpan(tile.area.h);
  if (height <= free + 0.5) return [];
  const message = `needs ${Math.ceil(height)} px of height, has ${Math.floor(free)}`;
  const about = { needs: Math.ceil(height), has: Math.floor(free) };
  return [{ rule: 'height', tile: tile.id, message, about }];
}

function lintWidth(tile: Tile): LegibilityProblem[] {
  const whole = columnSpan(tile.area.w);
  return linesOf(tile).flatMap(({ text, size, free = whole }) => {
    const width = textWidth(text, size);
    if (width <= free) return [];
    const message = `“${text}” is ${Math.ceil(width)} px wide, has ${Math.floor(free)}`;
    const about = { text, needs: Math.ceil(width), has: Math.floor(free) };
    return [{ rule: 'width' as const, tile: tile.id, message, about }];
  });
}

interface Line {
  readonly text: string;
  readonly size: number;
  /** Width it has, where that is not the whole tile's. */
  readonly free?: number;
}

/** Lines that must not be cut, in both languages. */
function linesOf(tile: Tile): Line[] {
  const lines: Line[] = (['vi', 'en'] as const).flatMap((language) => [
    { text: tile.title[language], size: TEXT.title.size },
    ...(tile.scope ? [{ text: tile.scope[language], size: TEXT.fine.size }] : []),
  ]);
  if (tile.kind === 'systems') {
    const free = listColumnWidth(tile.area.w);
    for (const { label } of tile.systems) {
      for (const language of ['vi', 'en'] as const) {
        const text = `${label[language]}  ${WIDEST_SYSTEM_STATE[language]}`;
        lines.push({ text, size: TEXT.label.size, free });
      }
    }
  }
  if (tile.kind === 'alarm-system') lines.push(...alarmLines(tile));
  if (tile.kind === 'number') lines.push({ text: WIDEST_VALUE, size: TEXT[tile.size].size });
  return lines;
}

/** Room for a value of usual length, its limit and the gaps, in design pixels. */
const ALARM_VALUES_PX = 150 + 128 + 2 * 12;

function alarmLines({ area, query }: Extract<Tile, { kind: 'alarm-system' }>): Line[] {
  const free = listColumnWidth(area.w) - ALARM_VALUES_PX;
  return alarmRows(query.measures).flatMap((ids) => {
    const measures = ALARM_MEASURES.filter(({ id }) => ids.includes(id));
    return (['vi', 'en'] as const).map((language) => {
      const text = measures.map(({ shortName }) => shortName[language]).join(', ');
      return { text, size: TEXT.label.size, free };
    });
  });
}

function lintPair(a: Tile, b: Tile): LegibilityProblem[] {
  const problems: LegibilityProblem[] = [];
  if (a.id === b.id) {
    problems.push({ rule: 'id', tile: a.id, message: 'id is used twice', about: {} });
  }
  if (overlaps(a.area, b.area)) {
    const about = { other: b.id };
    problems.push({ rule: 'overlap', tile: a.id, message: `overlaps ${b.id}`, about });
  }
  return problems;
}
