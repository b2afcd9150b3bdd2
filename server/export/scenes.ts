import type { Board } from '../../shared/board/board.ts';
import { rerootBoard } from '../../shared/board/reroot.ts';
import type { BriefScene } from '../../shared/export/export-request.ts';
import type { PublishedFigure } from '../../shared/published/published.ts';
import { childLevelOf } from '../../shared/territory/child-level.ts';
import type { Language } from '../../shared/unit/format.ts';
import { isoInstant } from '../../shared/unit/instant.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { IocError } from '../errors.ts';
import { type AskedItem, boardItems, fixedFigures, silentTiles } from './board-items.ts';
import type { ExportScene } from './export-job.ts';
import type { Naming } from './naming.ts';

/** What scenes are found in and named by. */
export interface SceneGround {
  /** Those of the wall. */
  boards(): readonly Board[];
  naming(): Naming;
  /** Printed figures by id. */
  readonly published: ReadonlyMap<string, PublishedFigure>;
}

/** A board about a unit of the borders of `atMs`; the same board where none is named. */
export function boardAbout(
  board: Board,
  unit: string | undefined,
  { naming }: SceneGround,
  atMs: number,
): Board {
  if (unit === undefined) return board;
  const { pack, territory } = naming();
  const borders = territory.on(localDayOf(atMs));
  const found = borders.unit(unit);
  if (!found) throw new IocError('IOC_QUERY_UNKNOWN_UNIT', { where: '$.unit', came: unit });
  const { root, name } = pack.pack;
  const named = { vi: found.shortName, en: found.shortName };
  return rerootBoard(board, {
    root,
    rootName: name,
    unit,
    unitName: unit === root ? name : named,
    level: childLevelOf(borders, unit) ?? found.level,
    isToday: false,
  });
}

/** The boards of a brief's scenes, in order. */
export function boardsOf(
  scenes: readonly BriefScene[],
  ground: SceneGround,
  atMs: number,
): Board[] {
  return scenes.map(({ board: id, unit }) => {
    const board = ground.boards().find((each) => each.id === id);
    if (!board) throw new IocError('IOC_HTTP_NOT_FOUND', { where: `board ${id}` });
    return boardAbout(board, unit, ground, atMs);
  });
}

export interface SceneAsked {
  readonly board: Board;
  readonly unit?: string | undefined;
  /** Its place in the file. */
  readonly at: number;
  readonly language: Language;
  /** The wall at this instant shows the same, ms. */
  readonly frozenAt: number;
}

/** A scene before its questions are asked. */
export function sceneAsked(
  { board, unit, at, language, frozenAt }: SceneAsked,
  { naming, published }: SceneGround,
): { readonly scene: ExportScene; readonly items: AskedItem[] } {
  const { pack, territory } = naming();
  const place = unit === undefined ? undefined : territory.on(localDayOf(frozenAt)).unit(unit);
  const query = new URLSearchParams({ asOf: isoInstant(frozenAt).slice(0, 19) });
  if (unit !== undefined) query.set('unit', unit);
  return {
    scene: {
      title: board.title[language],
      scope: place?.name ?? pack.pack.name[language],
      link: `/wall/${board.id}?${query.toString().replace(/%3A/g, ':')}`,
      notShown: silentTiles(board, language),
      fixed: fixedFigures(board, language, published),
    },
    items: boardItems(board, language, published).map((item) => ({ ...item, scene: at })),
  };
}
