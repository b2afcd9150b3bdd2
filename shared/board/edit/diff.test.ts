import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Board } from '../board.ts';
import { lintBoard } from '../legibility.ts';
import { diffBoards } from './diff.ts';
import { changeText } from './diff-words.ts';
import { applyEdit, type Edit } from './edits.ts';
import { newTile } from './new-tile.ts';
import { GROUND, SAMPLE } from './sample-board.ts';
import { faultText, refusalText, verdictText } from './verdict-words.ts';

const nameOf = (key: string, code: string) =>
  key.startsWith('measure') && code === 'dossier.open' ? 'Hồ sơ đang giải quyết' : undefined;

function edited(...edits: Edit[]): Board {
  return edits.reduce((board, edit) => {
    const outcome = applyEdit(board, edit);
    return 'board' in outcome ? outcome.board : board;
  }, SAMPLE);
}
const said = (board: Board, language: 'vi' | 'en' = 'vi') =>
  diffBoards(SAMPLE, board).map((change) => changeText(change, language, nameOf));

describe('the difference of two boards', () => {
  it('is nothing for boards that say the same, whatever the order of keys', () => {
    const { tiles, ...rest } = SAMPLE;
    expect(
      diffBoards(SAMPLE, { tiles: JSON.parse(JSON.stringify(tiles)), ...rest } as Board),
    ).toEqual([]);
  });
  it('tells moves and sizes in columns and rows counted from one', () => {
    const moved = edited({ kind: 'place', tile: 'ranking', area: { x: 17, y: 4, w: 7, h: 8 } });
    expect(said(moved)).toEqual(['ô «Xếp hạng» chuyển từ cột 18, hàng 1 đến cột 18, hàng 5']);
    expect(said(moved, 'en')).toEqual([
      'tile “Ranking” moved from column 18, row 1 to column 18, row 5',
    ]);
    const wider = edited({ kind: 'place', tile: 'ranking', area: { x: 15, y: 0, w: 9, h: 8 } });
    expect(said(wider)).toEqual([
      'ô «Bản đồ» đổi cỡ từ 9 × 12 thành 7 × 12',
      'ô «Xếp hạng» chuyển từ cột 18, hàng 1 đến cột 16, hàng 1, đổi cỡ từ 7 × 8 thành 9 × 8',
    ]);
  });
  it('tells what came and what went, and a new id as such', () => {
    const tile = newTile('systems', GROUND);
    if (!tile) throw new Error('no tile');
    const changed = edited({ kind: 'remove', tile: 'trend' }, { kind: 'add', tile, at: null });
    expect(said(changed)).toEqual([
      'Bỏ ô «Diễn biến» (Diễn biến)',
      'Thêm ô «Hệ thống kết nối» (Hệ thống kết nối)',
    ]);
    const renamed = edited({ kind: 'set', tile: 'map', path: ['id'], value: 'big-map' });
    expect(said(renamed)).toEqual(['ô «Bản đồ»: mã map → big-map']);
  });
  it('tells settings by their names and codes by what they are called', () => {
    const set = (tile: string | null, path: (string | number)[], value: unknown) =>
      said(edited({ kind: 'set', tile, path, value }));
    expect(set('received', ['size'], 'hero')).toEqual(['ô «Số»: Cỡ chữ lớn → rất lớn']);
    expect(set('received', ['measure'], 'dossier.open')).toEqual([
      'ô «Số»: Chỉ tiêu «dossier.received» → Hồ sơ đang giải quyết',
    ]);
    expect(set('received', ['query', 'period'], { relative: 'last-month' })).toEqual([
      'ô «Số»: Câu hỏi, kỳ 12 tháng qua → tháng trước',
    ]);
    expect(set('received', ['warnBelow'], 97.5)).toEqual([
      'ô «Số»: Cảnh báo khi dưới không có → 97,5',
    ]);
    expect(set(null, ['title', 'vi'], 'Khác')).toEqual([
      'Bảng: Tiêu đề «Thử» / “Sample” → «Khác» / “Sample”',
    ]);
  });
  it('finds something wherever two texts of boards differ', () => {
    const anyChange = fc.constantFrom<Edit>(
      { kind: 'remove', tile: 'map' },
      { kind: 'duplicate', tile: 'received' },
      { kind: 'place', tile: 'received', area: { x: 0, y: 4, w: 8, h: 4 } },
      { kind: 'set', tile: 'ranking', path: ['limit'], value: 5 },
      { kind: 'set', tile: 'received', path: ['query', 'compare'], value: 'target' },
    );
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 6 }), (edits) => {
        const board = edited(...edits);
        const isSame = JSON.stringify(board.tiles) === JSON.stringify(SAMPLE.tiles);
        expect(diffBoards(SAMPLE, board).length === 0).toBe(isSame);
      }),
    );
  });
});

describe('verdicts and refusals', () => {
  it('are told in both languages', () => {
    const tight: Board = {
      ...SAMPLE,
      tiles: SAMPLE.tiles.map((tile) => ({ ...tile, area: { ...tile.area, h: 2 } })),
    };
    const [first] = lintBoard(tight);
    if (!first) throw new Error('the linter found nothing');
    expect(verdictText(first, tight.tiles, 'vi')).toMatch(/^cần cao \d+ px, chỉ có \d+ px$/);
    expect(verdictText(first, tight.tiles, 'en')).toMatch(/^needs \d+ px of height, has \d+ px$/);
    expect(refusalText({ reason: 'no-room' }, 'vi')).toBe('Không đủ chỗ');
    expect(faultText({ path: [], keyword: 'minimum', asked: 15 }, 'vi')).toBe('ít nhất 15');
    expect(faultText({ path: [], keyword: 'pattern', asked: '^[a-z0-9-]+$' }, 'en')).toBe(
      'only small letters, digits and hyphens',
    );
  });
});
