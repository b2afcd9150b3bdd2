import type { Board } from '../../shared/board/board.ts';
import type { BoardGround } from '../../shared/board/board-codes.ts';
import type { WallBoard } from '../../shared/board/wall-board.ts';
import { IocError } from '../errors.ts';
import type { DocumentStore } from '../store/documents.ts';
import type { Act, ActJournal } from '../store/journal.ts';
import { checkedBoard } from './checked-board.ts';

/** What is on the wall: the pack's boards, with what people have put in their place or beside them. */
export interface WallBoards {
  /** In the wall's order; the same list until something changes. */
  list(): readonly Board[];
  /** What is not the pack's, and what was put there and cannot be shown any more. */
  placed(): readonly WallBoard[];
  /** Puts a saved version on the wall; throws `IOC_BOARD_…` where a pack with it would not start. */
  place(id: string, version: number, by: string): Promise<WallBoard>;
  /** Takes it off again: the pack's board comes back, or none. */
  withdraw(id: string, by: string): Promise<void>;
  /** Reads what another process has done. */
  refresh(): Promise<void>;
}

export interface WallBoardsOptions {
  /** The pack's. */
  readonly boards: readonly Board[];
  readonly ground: BoardGround;
  readonly journal: ActJournal;
  readonly documents: DocumentStore;
  readonly now: () => number;
  /** A board that was put on the wall and no longer fits the pack is left out, and told here. */
  readonly warn: (cause: IocError) => void;
}

export const BOARD_TOPIC = 'board';

export function createWallBoards(options: WallBoardsOptions): WallBoards {
  const { boards, journal, now } = options;
  let list: readonly Board[] = boards;
  let placed: readonly WallBoard[] = [];

  async function refresh(): Promise<void> {
    const found = foldPlaced(await journal.read(BOARD_TOPIC));
    const read = await Promise.all(found.map((each) => readPlaced(options, each)));
    placed = read.map(({ told }) => told);
    list = merged(
      boards,
      read.flatMap(({ board }) => board ?? []),
    );
  }
  async function act(subject: string, kind: string, by: string, body: Act['body']): Promise<Act> {
    const done = await journal.append({ at: now(), by, topic: BOARD_TOPIC, subject, kind, body });
    await refresh();
    return done;
  }
  return {
    list: () => list,
    placed: () => placed,
    refresh,
    place: async (id, version, by) => {
      await readVersion(options, id, version);
      const { at } = await act(id, 'place', by, { version });
      return { id, version, at, by };
    },
    withdraw: async (id, by) => {
      if (!placed.some((each) => each.id === id)) throw missing(id);
      await act(id, 'withdraw', by, {});
    },
  };
}

/** The newest act of each board says what holds. */
function foldPlaced(acts: readonly Act[]): WallBoard[] {
  const newest = new Map(acts.map((act) => [act.subject, act]));
  return [...newest.values()].flatMap(({ kind, subject, body, at, by }) =>
    kind === 'place' ? [{ id: subject, version: Number(body.version), at, by }] : [],
  );
}

async function readVersion(
  { documents, ground }: WallBoardsOptions,
  id: string,
  version: number,
): Promise<Board> {
  const document = await documents.read('board', id, version);
  if (!document || document.removed) throw missing(`${id}, version ${version}`);
  return checkedBoard(id, document.body, ground);
}

/** The board, or why it cannot be shown. */
async function readPlaced(
  options: WallBoardsOptions,
  told: WallBoard,
): Promise<{ readonly told: WallBoard; readonly board?: Board }> {
  try {
    return { told, board: await readVersion(options, told.id, told.version) };
  } catch (cause) {
    if (!(cause instanceof IocError)) throw cause;
    options.warn(cause);
    const { code, message } = cause;
    return { told: { ...told, fault: { code, message } } };
  }
}

function merged(boards: readonly Board[], placed: readonly Board[]): readonly Board[] {
  if (placed.length === 0) return boards;
  const byId = new Map([...boards, ...placed].map((board) => [board.id, board]));
  return [...byId.values()].sort((a, b) => a.order - b.order);
}

function missing(where: string): IocError {
  return new IocError('IOC_HTTP_NOT_FOUND', { where: `board ${where}` });
}
