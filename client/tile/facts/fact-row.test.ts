import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../shared/measure/catalogue.ts';
import type { PublishedFigure } from '../../../shared/published/published.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { NO_ANSWER } from '../../store/live-state.ts';
import { type FactPlace, factRow } from './fact-row.ts';

const catalogue = createCatalogue([]);
const figure = (over: Partial<PublishedFigure>): PublishedFigure => ({
  id: 'A',
  measure: 'dossier.onTimeRate',
  unit: '74',
  period: '2023',
  statement: { vi: 'Đúng hạn', en: 'On time' },
  value: 98.18,
  printed: '98,18%',
  scope: { vi: 'tỉnh', en: 'province' },
  article: { vi: 'bài', en: 'article' },
  source: { vi: 'báo 08/02/2024', en: 'press 08/02/2024' },
  asOf: '2023-12-31',
  ...over,
});
const answer = (measure: string, cell: Cell) => ({
  ...NO_ANSWER,
  rows: [{ key: '', values: { [measure]: cell } }],
  frame: {
    at: 0,
    logSeq: 1,
    period: { from: '2023-01-01', to: '2023-12-31' },
    freshness: { dataTo: Date.parse('2024-01-02T00:00:00+07:00'), closed: true },
  },
});
const PLACE: FactPlace = { tileScope: 'Tỉnh · năm 2023', width: 587 };
const row = (over: Partial<PublishedFigure>, cell: Cell) => {
  const spec = figure(over);
  const measure = spec.measure ?? '';
  return factRow(spec, answer(measure, cell), catalogue.get(measure), 'vi', PLACE);
};

describe('a row of printed figures', () => {
  it('shows what our events give, with its day, vintage and source', () => {
    expect(row({}, { value: 98.1804, asOf: '2023-12-22', quality: 'estimate' })).toEqual({
      name: 'Đúng hạn',
      value: '98,18%',
      isKnown: true,
      told: 'đến 22/12/2023 · ước tính · báo 08/02/2024',
    });
  });
  it('never drops the operator of its source', () => {
    expect(row({}, { value: 98.18, operator: 'above' }).value).toBe('>\u00a098,18%');
    const target = { kind: 'target', of: 'target', operator: 'at-least' } as const;
    expect(row(target, { value: 70, target: 80 })).toMatchObject({
      value: '≥\u00a080%',
      told: 'mục tiêu · năm 2023 · báo 08/02/2024',
    });
  });
  it('shows printed and computed where printed inputs cannot give the printed figure', () => {
    const shown = row(
      { value: 30.54, printed: '30,54%' },
      { value: 30.5349, num: 8502, den: 27_843.5 },
    );
    expect(shown.value).toBe('30,53%');
    expect(shown.told).toBe('đã công bố: 30,54% · đến 31/12/2023 · báo 08/02/2024');
  });
  it('says its scope where the tile does not, rather than where it was printed', () => {
    const departments = { scope: { vi: 'các sở, ban, ngành', en: 'departments' } };
    const shown = row(departments, { value: 98.18, asOf: '2023-12-31', quality: 'official' });
    expect(shown.told).toBe('các sở, ban, ngành · đến 31/12/2023 · chính thức');
  });
  it('shows a fraction as one, a change with its sign and a share’s change in points', () => {
    const coverage = { measure: 'coverage.rate', of: 'num', value: 17 } as const;
    expect(row(coverage, { value: 73.9, num: 17, den: 23 }).value).toBe('17/23');
    const change = { measure: 'dossier.received', of: 'difference', value: 91_236 } as const;
    expect(row(change, { value: 292_956, base: 201_720 }).value).toBe('+91.236');
    const points = row(
      { of: 'delta', value: 14.43 },
      { value: 1, delta: 14.43, deltaKind: 'points' },
    );
    expect(points.value).toBe('+14,43\u00a0điểm\u00a0%');
  });
  it('is a dash with its reason where nothing came, and the printed words where nothing can', () => {
    expect(row({}, { value: null, reason: 'IOC_QUERY_NOT_CONNECTED' })).toMatchObject({
      value: '—',
      isKnown: false,
      told: 'chưa kết nối · báo 08/02/2024',
    });
    const text = factRow(figure({ printed: 'kịp thời' }), undefined, undefined, 'vi', PLACE);
    expect(text).toMatchObject({ value: 'kịp thời', told: 'đến 31/12/2023 · báo 08/02/2024' });
  });
  it('tells the day our events have come to while they are on their way to the printed one', () => {
    const { frame, ...rest } = answer('dossier.onTimeRate', { value: 98.18 });
    const freshness = { dataTo: Date.parse('2023-12-29T09:00:00+07:00'), closed: false };
    const running = { ...rest, frame: { ...frame, freshness } };
    const measure = catalogue.get('dossier.onTimeRate');
    const shown = factRow(figure({}), running, measure, 'vi', PLACE);
    expect(shown.told).toBe('đến 29/12/2023 · báo 08/02/2024');
  });
});
