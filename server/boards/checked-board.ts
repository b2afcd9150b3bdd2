import { Board } from '../../shared/board/board.ts';
import { type BoardGround, findUnknownCodes } from '../../shared/board/board-codes.ts';
import { faultsIn } from '../../shared/board/edit/faults.ts';
import { lintBoard } from '../../shared/board/legibility.ts';
import { IocError } from '../errors.ts';

/** The board, if a pack with it would start and its wall could be read; throws `IOC_BOARD_…` with the first fault. */
export function checkedBoard(id: string, body: unknown, ground: BoardGround): Board {
  const [fault] = faultsIn(Board, body);
  if (fault) {
    const where = [id, ...fault.path].join('/');
    throw refused(where, fault.keyword, String(fault.asked ?? 'something else'));
  }
  // Every fault that the schema can find has been ruled out.
  const board = body as Board;
  if (board.id !== id) throw refused(`${id}/id`, id, board.id);
  const text = JSON.stringify(board);
  if (text !== text.normalize('NFC')) throw refused(id, 'text in NFC', 'decomposed marks');
  const [problem] = lintBoard(board);
  if (problem) {
    const { tile, rule, message } = problem;
    const where = tile === undefined ? id : `${id}/${tile}`;
    throw new IocError('IOC_BOARD_UNREADABLE', { where, expected: rule, came: message });
  }
  const [unknown] = findUnknownCodes(board, ground);
  if (unknown) throw refused(`${id}/${unknown.tile}`, `a known ${unknown.kind}`, unknown.code);
  return board;
}

function refused(where: string, expected: string, came: string): IocError {
  return new IocError('IOC_BOARD_INVALID', { where, expected, came });
}
