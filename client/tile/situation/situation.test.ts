import { describe, expect, it } from 'vitest';
import type { Tile } from '../../../shared/board/board.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { createAbnormalityBook, type Movement } from '../abnormality.ts';
import { movementOf } from '../number/movement.ts';
import { distinct, type Situation, situationText } from './situation-text.ts';

const CALM: Situation = {
  abnormal: [],
  moved: [],
  isWaiting: false,
  sceneOf: (tile) => tile.split('/')[0] ?? '',
};
const gate = {
  severity: 'alarm' as const,
  subject: 'Cổng Xanh, Tỷ lệ trực tuyến',
  detail: '0,00% · dưới 50%',
  tile: 'cameras/junctions',
};
const thuanAn = {
  severity: 'warn' as const,
  subject: 'Thuận An, Tỷ lệ đúng hạn',
  detail: '96,13% · dưới 97%',
  tile: 'overview/ranking',
};
const received = {
  subject: 'Hồ sơ tiếp nhận',
  value: '292.956',
  direction: 'up' as const,
  delta: '+45,23%',
  against: 'so với 2022',
  weight: 4.5,
  tile: 'overview/received',
};
const textsOf = (situation: Situation, language: 'vi' | 'en' = 'vi') =>
  situationText(situation, language).map(({ text }) => text);

describe('the situation in three sentences', () => {
  it('says how much is abnormal, what is worst and what moved most, each with its tile', () => {
    const sentences = situationText(
      { ...CALM, abnormal: [gate, thuanAn], moved: [received] },
      'vi',
    );
    expect(sentences).toEqual([
      { text: 'Có 1 báo động và 1 điểm cần chú ý, trên 2 màn hình.', tile: 'cameras/junctions' },
      {
        text: 'Đáng lo nhất: Cổng Xanh, Tỷ lệ trực tuyến, 0,00% · dưới 50% (cameras).',
        tile: 'cameras/junctions',
      },
      {
        text: 'Chuyển biến lớn nhất: Hồ sơ tiếp nhận tăng 45,23% so với 2022, nay là 292.956 (overview).',
        tile: 'overview/received',
      },
    ]);
  });
  it('is calm where nothing is abnormal and nothing moved, and leads nowhere', () => {
    expect(situationText(CALM, 'vi')).toEqual([
      { text: 'Mọi số liệu đang theo dõi đều trong ngưỡng.', tile: null },
      { text: 'Chưa có việc nào phải xử lý ngay.', tile: null },
      { text: 'Không có chuyển biến đáng kể so với kỳ so sánh.', tile: null },
    ]);
  });
  it('calls nothing normal before all figures have come', () => {
    expect(textsOf({ ...CALM, isWaiting: true })[0]).toBe('Đang chờ đủ số liệu.');
  });
  it('says the same in English', () => {
    expect(textsOf({ ...CALM, abnormal: [thuanAn] }, 'en')[0]).toBe(
      'No alarm and 1 point to note, on 1 scene.',
    );
    expect(textsOf(CALM, 'en')[0]).toBe('Every figure that is watched is within its limits.');
  });
  it('tells once what several tiles found', () => {
    expect(distinct([gate, { ...gate, tile: 'overview/junctions' }, thuanAn])).toEqual([
      gate,
      thuanAn,
    ]);
  });
});

describe('what moved', () => {
  const tile: Extract<Tile, { kind: 'number' }> = {
    id: 'received',
    kind: 'number',
    area: { x: 0, y: 0, w: 8, h: 4 },
    title: { vi: 'Hồ sơ tiếp nhận', en: 'Dossiers received' },
    query: {
      measures: ['dossier.received'],
      unit: '74',
      period: { from: '2023-01-01', to: '2023-12-31' },
      compare: 'same-period-last-year',
    },
    measure: 'dossier.received',
    size: 'hero',
    compareLabel: { vi: 'so với 2022', en: 'on 2022' },
  };
  const cellOf = (delta: number, deltaKind: Cell['deltaKind'] & string): Cell => ({
    value: 292_956,
    delta,
    deltaKind,
  });
  const move = (cell: Cell, change: Partial<typeof tile> = {}) =>
    movementOf({ ...tile, ...change }, cell, undefined, 'vi');
  it('is a tenth of a count or two points of a share, never against a target', () => {
    expect(move(cellOf(45.23, 'percent'))).toMatchObject({ delta: '+45,23%', direction: 'up' });
    expect(move(cellOf(9.9, 'percent'))).toBeNull();
    expect(move(cellOf(-2.1, 'points'))).toMatchObject({ direction: 'down' });
    expect(move(cellOf(1.9, 'points'))).toBeNull();
    expect(move(cellOf(50, 'percent'), { query: { ...tile.query, compare: 'target' } })).toBeNull();
    expect(movementOf(tile, undefined, undefined, 'vi')).toBeNull();
  });
  it('stands in the book with the most first, until its tile says otherwise', () => {
    const book = createAbnormalityBook();
    let told = 0;
    book.subscribe(() => {
      told += 1;
    });
    const of = (weight: number): Movement => ({ ...received, weight });
    book.putMovement('a/x', of(1));
    book.putMovement('b/y', of(3));
    expect(book.movements().map(({ tile }) => tile)).toEqual(['b/y', 'a/x']);
    book.putMovement('b/y', null);
    book.putMovement('b/y', null);
    expect(book.movements().map(({ tile }) => tile)).toEqual(['a/x']);
    expect(told).toBe(3);
    expect(book.list()).toEqual([]);
  });
});
