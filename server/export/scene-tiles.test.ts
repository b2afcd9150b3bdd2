import { expect, it } from 'vitest';
import type { ExportItem } from './export-job.ts';
import { answerOf, chartOf, jobOf, naming } from './sample-job.contract.ts';
import { sceneTiles } from './scene-tiles.ts';

const itemOf = (measures: string[]): ExportItem => ({
  chart: chartOf({
    title: 'Theo huyện',
    form: 'table',
    query: { measures, by: ['unit'], level: 'district' },
  }),
  answer: answerOf([
    {
      key: '718',
      unit: '718',
      values: {
        'dossier.onTimeRate': { value: 99.21, target: 98, base: 97, delta: 2.21 },
        'dossier.received': { value: 1919 },
      },
    },
  ]),
  area: { x: 0, y: 0, w: 12, h: 6 },
  tile: 'Theo huyện',
  scene: 0,
});
const headOf = (item: ExportItem) => {
  const scene = { title: 'Tổng quan', scope: 'Toàn tỉnh', notShown: [], fixed: [] };
  const [tile] = sceneTiles(0, jobOf({ items: [item], scenes: [scene] }), naming);
  return tile?.shown.kind === 'rows' ? tile.shown.table : undefined;
};

it('a table of several measures has their figures alone, one of a single measure what it is held against too', () => {
  expect(headOf(itemOf(['dossier.onTimeRate', 'dossier.received']))).toMatchObject({
    head: ['Tỷ lệ đúng hạn', 'Tiếp nhận'],
    rows: [{ label: 'Thủ Dầu Một', cells: ['99,21%', '1.919'] }],
  });
  expect(headOf(itemOf(['dossier.onTimeRate']))?.head).toHaveLength(4);
});
