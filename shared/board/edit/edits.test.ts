import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Board, type TileKind } from '../board.ts';
import { lintBoard } from '../legibility.ts';
import { overlaps } from './area.ts';
import { applyEdit, checkBoard, type Edit, type Outcome } from './edits.ts';
import { boardText } from './file-text.ts';
import { historyOf, redone, undone, withStep } from './history.ts';
import { newTile } from './new-tile.ts';
import { GROUND, SAMPLE } from './sample-board.ts';
import { KIND_WORDS } from './setting-words.ts';

const areaOf = (board: Board, id: string) => board.tiles.find((tile) => tile.id === id)?.area;
function done(outcome: Outcome): Board {
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  return outcome.board;
}
const place = (board: Board, tile: string, area: Board['tiles'][number]['area']) =>
  applyEdit(board, { kind: 'place', tile, area });

describe('moving and resizing', () => {
  it('moves a tile to free cells and leaves the others alone', () => {
    const moved = done(place(SAMPLE, 'ranking', { x: 17, y: 4, w: 7, h: 8 }));
    expect(areaOf(moved, 'ranking')).toEqual({ x: 17, y: 4, w: 7, h: 8 });
    expect(moved.tiles.slice(0, 4)).toEqual(SAMPLE.tiles.slice(0, 4));
  });
  it('snaps to the nearest cells and never leaves the grid', () => {
    const moved = done(place(SAMPLE, 'ranking', { x: 16.7, y: 3.6, w: 7, h: 8 }));
    expect(areaOf(moved, 'ranking')).toEqual({ x: 17, y: 4, w: 7, h: 8 });
    const far = done(place(SAMPLE, 'ranking', { x: 40, y: 40, w: 7, h: 8 }));
    expect(areaOf(far, 'ranking')).toEqual({ x: 17, y: 4, w: 7, h: 8 });
  });
  it('exchanges two tiles when one is put on the other', () => {
    const swapped = done(place(SAMPLE, 'received', { x: 0, y: 3, w: 8, h: 4 }));
    expect(areaOf(swapped, 'received')).toEqual(areaOf(SAMPLE, 'resolved'));
    expect(areaOf(swapped, 'resolved')).toEqual(areaOf(SAMPLE, 'received'));
  });
  it('changes the order of two columns of one height', () => {
    const free = done(applyEdit(SAMPLE, { kind: 'remove', tile: 'ranking' }));
    const tall = done(place(free, 'map', { x: 8, y: 0, w: 9, h: 12 }));
    const swapped = done(place(tall, 'map', { x: 7, y: 0, w: 9, h: 12 }));
    expect(areaOf(swapped, 'map')).toEqual({ x: 0, y: 0, w: 9, h: 12 });
    expect(areaOf(swapped, 'received')).toEqual({ x: 9, y: 0, w: 8, h: 4 });
  });
  it('takes cells from a neighbour that can spare them, and from no other', () => {
    const wider = done(place(SAMPLE, 'ranking', { x: 15, y: 0, w: 9, h: 8 }));
    expect(areaOf(wider, 'ranking')).toEqual({ x: 15, y: 0, w: 9, h: 8 });
    expect(areaOf(wider, 'map')).toEqual({ x: 8, y: 0, w: 7, h: 12 });
    const refused = place(SAMPLE, 'trend', { x: 0, y: 3, w: 8, h: 9 });
    expect(refused).toEqual({ refused: { reason: 'no-room' } });
  });
  it('never changes a size by a move', () => {
    const moved = place(SAMPLE, 'received', { x: 1, y: 0, w: 8, h: 4 });
    expect(moved).toEqual({ refused: { reason: 'no-room' } });
  });
  it('stops where the tile could not be read any more', () => {
    const low = done(place(SAMPLE, 'ranking', { x: 17, y: 0, w: 7, h: 1 }));
    expect(lintBoard(low)).toEqual([]);
    const lower = place(low, 'ranking', { x: 17, y: 0, w: 7, h: 1 });
    expect(lower).toEqual({ refused: { reason: 'too-small' } });
    expect(areaOf(low, 'ranking')?.h).toBeGreaterThan(1);
    const fromTop = done(place(SAMPLE, 'ranking', { x: 17, y: 7, w: 7, h: 1 }));
    expect((areaOf(fromTop, 'ranking')?.y ?? 0) + (areaOf(fromTop, 'ranking')?.h ?? 0)).toBe(8);
  });
});

describe('tiles that come and go', () => {
  it('puts a new tile where there is room, smaller if need be, under an id of its own', () => {
    const tile = newTile('number', GROUND);
    if (!tile) throw new Error('no tile');
    const more = done(applyEdit(SAMPLE, { kind: 'add', tile: { ...tile, id: 'map' }, at: null }));
    expect(more.tiles.at(-1)).toMatchObject({ id: 'map-2', area: { x: 17, y: 8, w: 7, h: 4 } });
    expect(lintBoard(more)).toEqual([]);
    const full = applyEdit(more, { kind: 'add', tile, at: null });
    expect(full).toEqual({ refused: { reason: 'no-room' } });
  });
  it('divides a tile that a new one is dropped on', () => {
    const tile = newTile('number', GROUND);
    if (!tile) throw new Error('no tile');
    const at = { x: 8, y: 8, w: 9, h: 4 };
    const more = done(applyEdit(SAMPLE, { kind: 'add', tile, at }));
    expect(areaOf(more, 'map')).toEqual({ x: 8, y: 0, w: 9, h: 8 });
    expect(areaOf(more, 'number')).toEqual(at);
  });
  it('duplicates with all settings and keeps one tile at least', () => {
    const copied = done(applyEdit(SAMPLE, { kind: 'duplicate', tile: 'received' }));
    expect(copied.tiles.at(-1)).toMatchObject({ id: 'received-2', measure: 'dossier.received' });
    const one = { ...SAMPLE, tiles: SAMPLE.tiles.slice(0, 1) };
    const refused = applyEdit(one, { kind: 'remove', tile: 'received' });
    expect(refused).toEqual({ refused: { reason: 'last-tile' } });
  });
});

describe('settings', () => {
  const set = (path: Extract<Edit, { kind: 'set' }>['path'], value: unknown, tile = 'received') =>
    applyEdit(SAMPLE, { kind: 'set', tile, path, value });
  it('change one value and put a new one where the schema has it', () => {
    const board = done(set(['scope'], { vi: 'Toàn tỉnh', en: 'Whole province' }));
    expect(Object.keys(board.tiles[0] ?? {}).slice(0, 5)).toEqual([
      ...['id', 'area', 'title', 'scope', 'kind'],
    ]);
    const without = done(
      applyEdit(board, { kind: 'set', tile: 'received', path: ['scope'], value: undefined }),
    );
    expect(boardText(without)).toBe(boardText(SAMPLE));
  });
  it('are refused with the place and the reason where the schema does not take them', () => {
    expect(set(['size'], 'huge')).toMatchObject({
      refused: { reason: 'invalid', faults: [{ path: ['size'], keyword: 'enum' }] },
    });
    expect(set(['query', 'measures'], [])).toMatchObject({
      refused: { faults: [{ path: ['query', 'measures'], keyword: 'minItems', asked: 1 }] },
    });
    expect(set(['id'], 'map')).toEqual({ refused: { reason: 'id-taken' } });
    expect(
      applyEdit(SAMPLE, { kind: 'set', tile: null, path: ['dwellSeconds'], value: 3 }),
    ).toMatchObject({
      refused: { faults: [{ path: ['dwellSeconds'], keyword: 'minimum', asked: 15 }] },
    });
  });
  it('compose Vietnamese letters', () => {
    const board = done(set(['title', 'vi'], 'Tiếp nhận'.normalize('NFD')));
    expect(board.tiles[0]?.title.vi).toBe('Tiếp nhận'.normalize('NFC'));
  });
  it('a whole board is taken only if it is one', () => {
    const broken = { ...SAMPLE, tiles: [{ ...SAMPLE.tiles[0], kind: 'clock' }] };
    expect(checkBoard(broken)).toMatchObject({
      refused: { faults: [{ path: ['tiles', 0, 'kind'] }] },
    });
    expect(done(checkBoard(SAMPLE))).toBe(SAMPLE);
  });
});

const kinds = Object.keys(KIND_WORDS) as TileKind[];
const cell = fc.integer({ min: -3, max: 26 });
const tileId = fc.constantFrom(
  'received',
  'resolved',
  'trend',
  'map',
  'ranking',
  'number',
  'nobody',
);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    tile: tileId,
    area: fc.record({ x: cell, y: cell, w: cell, h: cell }),
  }),
  fc
    .constantFrom(...kinds.flatMap((kind) => newTile(kind, GROUND) ?? []))
    .map((tile) => ({ kind: 'add' as const, tile, at: null })),
  fc.record({ kind: fc.constant('remove' as const), tile: tileId }),
  fc.record({ kind: fc.constant('duplicate' as const), tile: tileId }),
  fc.record({
    kind: fc.constant('set' as const),
    tile: fc.option(tileId),
    path: fc.constantFrom(
      ['title', 'vi'],
      ['size'],
      ['limit'],
      ['order'],
      ['tiles'],
      ['query', 'by', 0],
    ),
    value: fc.constantFrom<unknown>('hero', 'unit', 3, 99, '', undefined, {}, 'worst-first'),
  }),
);
const isApart = ({ tiles }: Board) =>
  tiles.every((a, at) => tiles.slice(at + 1).every((b) => !overlaps(a.area, b.area)));

describe('any edits, one after the other', () => {
  const run = (edits: readonly Edit[]) =>
    edits.reduce((history, edit) => {
      const outcome = applyEdit(history.present, edit);
      return 'board' in outcome ? withStep(history, outcome.board, null) : history;
    }, historyOf(SAMPLE));

  it('leave a board that the schema accepts, inside the grid, without tiles over each other', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
        const { present } = run(edits);
        expect(Value.Check(Board, present)).toBe(true);
        expect(isApart(present)).toBe(true);
        const rules = lintBoard(present).map(({ rule }) => rule);
        expect(rules).not.toContain('outside');
        expect(rules).not.toContain('id');
      }),
      { numRuns: 150 },
    );
  });
  it('are undone to the board they began with and done again to the same', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
        const end = run(edits);
        const steps = end.past.length;
        let history = end;
        for (let n = 0; n < steps; n++) history = undone(history);
        expect(history.present).toBe(SAMPLE);
        expect(undone(history)).toBe(history);
        for (let n = 0; n < steps; n++) history = redone(history);
        expect(history.present).toBe(end.present);
      }),
      { numRuns: 100 },
    );
  });
  it('leave what they do not touch as it was, to the byte', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 10 }), (edits) => {
        const text = boardText(run(edits).present);
        expect(boardText(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 50 },
    );
    expect(boardText(SAMPLE)).toBe(boardText(JSON.parse(JSON.stringify(SAMPLE))));
  });
});

describe('steps of one field', () => {
  it('are one step to undo while the field stays the same', () => {
    const typed = ['a', 'ab', 'abc'].reduce(
      (history, vi) => withStep(history, { ...SAMPLE, title: { vi, en: 'x' } }, 'title/vi'),
      historyOf(SAMPLE),
    );
    expect(typed.present.title.vi).toBe('abc');
    expect(undone(typed).present).toBe(SAMPLE);
  });
});
