import path from 'node:path';
import type { Chart } from '../../shared/chart/chart.ts';
import type { Answer, Row } from '../../shared/query/answer.ts';
import { readPack } from '../source/pack.ts';
import type { ExportItem, ExportJob } from './export-job.ts';
import { createNaming } from './naming.ts';
import type { SceneGround } from './scenes.ts';

/** Sample answers for the tests of this folder: figures that no rounding makes alike. */
const pack = readPack(path.resolve('fixtures/provinces/binh-duong'));
export const naming = createNaming(pack);

/** The scenes of that pack. */
export const sceneGround: SceneGround = {
  boards: () => pack.boards,
  naming: () => naming,
  published: new Map(pack.published.map((figure) => [figure.id, figure])),
};

const PERIOD = { from: '2023-01-01', to: '2023-12-31' };

export function answerOf(rows: readonly Row[], more: Partial<Answer> = {}): Answer {
  return {
    epoch: 'e',
    seq: 4711,
    asOf: '2024-01-01T02:00:00.000Z',
    period: PERIOD,
    freshness: { dataTo: Date.parse('2023-12-31T09:42:00Z'), closed: true },
    rows: [...rows],
    ...more,
  };
}

export function chartOf(chart: Omit<Chart, 'query'> & { query: Partial<Chart['query']> }): Chart {
  const query = { measures: ['dossier.onTimeRate'], unit: '74', period: PERIOD, ...chart.query };
  return { ...chart, query };
}

/** Districts with counts and rates; the last has no rate, and says why. */
export const districts: ExportItem = {
  chart: chartOf({
    title: 'Tỷ lệ đúng hạn của các huyện, thị xã, thành phố',
    form: 'ranking',
    query: {
      measures: ['dossier.onTimeRate', 'dossier.resolved'],
      by: ['unit'],
      level: 'district',
      compare: 'same-period-last-year',
    },
  }),
  answer: answerOf(
    ['718', '719', '720', '721', '722'].map((unit, at): Row => {
      const value = at === 4 ? null : 98.1804 - at * 1.3371;
      const base = at === 4 ? null : 97.0001 - at * 1.1113;
      const delta = value === null || base === null ? null : value - base;
      return {
        key: unit,
        unit,
        values: {
          'dossier.onTimeRate': {
            value,
            base,
            delta,
            deltaKind: 'points',
            ...(value === null ? { reason: 'IOC_QUERY_NO_DENOMINATOR' } : {}),
          },
          'dossier.resolved': { value: 1919 + at * 10_007 },
        },
      };
    }),
    { comparedPeriod: { from: '2022-01-01', to: '2022-12-31' } },
  ),
};

export const months: ExportItem = {
  chart: chartOf({
    title: 'Hồ sơ tiếp nhận theo tháng',
    form: 'line',
    query: { measures: ['dossier.received'], grain: 'month' },
    notes: [{ at: '2023-05-04', text: 'Nâng cấp phần mềm một cửa' }],
  }),
  answer: answerOf(
    Array.from({ length: 12 }, (_, at): Row => {
      const key = `2023-${String(at + 1).padStart(2, '0')}`;
      const value = at === 6 ? null : 20_011 + at * 1303;
      return { key, period: key, values: { 'dossier.received': { value } } };
    }),
  ),
};

export const received: ExportItem = {
  chart: chartOf({
    title: 'Hồ sơ tiếp nhận',
    form: 'table',
    query: { measures: ['dossier.received'] },
  }),
  answer: answerOf([{ key: '', values: { 'dossier.received': { value: 292_956 } } }]),
};

export function jobOf(changes: Partial<ExportJob> = {}): ExportJob {
  return {
    format: 'pdf',
    title: 'Tình hình giải quyết thủ tục hành chính',
    kind: 'chart',
    items: [districts],
    language: 'vi',
    theme: 'paper',
    scale: 1,
    separator: 'comma',
    stamp: {
      by: 'Phân tích 1',
      atMs: Date.parse('2024-01-01T02:05:00Z'),
      classMark: 'Nội bộ',
      link: '/studio/chart?id=1',
      hash: 'c0ffee'.padEnd(64, '0'),
    },
    ...changes,
  };
}
