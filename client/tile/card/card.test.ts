import { describe, expect, test } from 'vitest';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Pack } from '../../../shared/territory/pack.ts';
import { createTerritory } from '../../../shared/territory/territory.ts';
import type { LocalDay } from '../../../shared/unit/local-day.ts';
import { namesOf } from '../../../shared/words/names.ts';
import { type CardBasis, factsOf } from './card-facts.ts';
import { meterText, refusedText, rejectionText } from './meter-text.ts';
import { earlierOf } from './revisions.tsx';
import { restatedQuery } from './use-restated.ts';

const pack: Pack = {
  slug: 'mau',
  name: { vi: 'Tỉnh mẫu', en: 'Sample province' },
  root: '74',
  units: [
    { code: '74', name: 'Tỉnh mẫu', shortName: 'Mẫu', level: 'province' },
    { code: '718', name: 'Thành phố Thủ', shortName: 'Thủ', level: 'district', parent: '74' },
  ],
  agencies: [],
  fields: [],
  zones: [],
  junctions: [],
  owners: [],
  programmes: [],
};
const measure = {
  id: 'dossier.onTimeRate',
  name: { vi: 'Tỷ lệ đúng hạn', en: 'On-time rate' },
  formula: { id: 'F1', text: { vi: 'đúng hạn / đã giải quyết', en: 'on time / resolved' } },
  legalBasis: { vi: 'Thông tư 01/2020', en: 'Circular 01/2020' },
  unit: { vi: '%', en: '%' },
  decimals: 2,
} as Measure;
const frame = {
  at: 0,
  logSeq: 7,
  period: { from: '2023-01-01', to: '2023-12-31' },
  comparedPeriod: { from: '2022-01-01', to: '2022-12-31' },
  freshness: { dataTo: Date.parse('2023-12-31T23:58:00+07:00'), closed: true },
};

function told(cell: Row['values'][string], changes: Partial<CardBasis> = {}) {
  const query = {
    measures: [measure.id],
    unit: '74',
    by: ['unit' as const],
    filter: { channel: ['direct'] },
    period: frame.period,
    compare: 'same-period-last-year' as const,
  };
  const facts = factsOf({
    figure: { measure: measure.id, query, row: '718', title: 'Thủ' },
    measure,
    answer: { frame },
    row: { key: '718', unit: '718', values: { [measure.id]: cell } },
    restated: undefined,
    borders: createTerritory(pack).on(19_700 as LocalDay),
    surroundings: { language: 'vi', names: namesOf(pack), published: new Map(), pack },
    ...changes,
  });
  return Object.fromEntries(
    facts.map(({ label, text }) => [label, text.replaceAll('\u00a0', ' ')]),
  );
}

describe('the card of a figure', () => {
  test('says what the figure is, what it divides, where and when it holds', () => {
    const cell = {
      value: 98.18,
      num: 283_534,
      den: 288_790,
      base: 97,
      delta: 1.18,
      deltaKind: 'points' as const,
      target: 98,
    };
    expect(told(cell)).toEqual({
      'Chỉ tiêu': 'Tỷ lệ đúng hạn',
      'Công thức': 'F1: đúng hạn / đã giải quyết',
      'Tử số / mẫu số': '283.534 / 288.790',
      'Phạm vi': 'Tỉnh mẫu · Thủ · Trực tiếp',
      'Kỳ số liệu': 'năm 2023',
      'So sánh': '+1,18 điểm % so với cùng kỳ: 97,00% (năm 2022)',
      'Mục tiêu, kế hoạch': '98,00%',
      'Số liệu đến': '23:58 31/12/2023 · kỳ đã khép',
      'Căn cứ': 'Thông tư 01/2020',
    });
  });

  test('says how an observation came about: vintage, revisions, its own day and period', () => {
    const cell = { value: 5.97, quality: 'estimate', revised: 2, asOf: '2023-12-29' };
    expect(told({ ...cell, period: '2023-11' })).toMatchObject({
      'Phiên bản': 'ước tính · đã điều chỉnh 2 lần',
      'Kỳ số liệu': 'tháng 11/2023',
      'Số liệu đến': '29/12/2023 · kỳ đã khép',
    });
    expect(told({ value: 5.97, quality: 'official' })['Phiên bản']).toBe(
      'chính thức · chưa điều chỉnh',
    );
  });

  test('says how often later reports changed it, or why none ever does', () => {
    const saying = (source: string, cell: Row['values'][string], restated?: number) =>
      told(cell, {
        measure: { ...measure, source } as Measure,
        restated: restated === undefined ? undefined : { value: restated },
      })['Sửa lại'];
    expect(saying('dossier', { value: 98 }, 1200)).toBe(
      '1.200 báo cáo đến sau đã sửa số liệu của kỳ',
    );
    expect(saying('petition', { value: 98 }, 0)).toBe('chưa có báo cáo nào sửa số liệu của kỳ');
    expect(saying('coverage', { value: 98, revised: 2 })).toBe(
      '2 báo cáo đến sau đã sửa số liệu của kỳ',
    );
    expect(saying('camera', { value: 98 })).toBe(
      'mỗi báo cáo là của một thời điểm, không sửa báo cáo trước',
    );
    expect(saying('dossier', { value: 98 })).toBeUndefined();
  });

  test('asks for that in the figure’s own scope and period, and of a whole chart for its total', () => {
    const query = {
      measures: [measure.id],
      unit: '74',
      by: ['unit' as const],
      grain: 'month' as const,
      filter: { channel: ['direct'] },
      period: frame.period,
      compare: 'target' as const,
      top: { n: 3, order: 'descending' as const },
      asOf: '2024-01-01T00:00:00+07:00',
    };
    const figure = { measure: measure.id, query, title: 'Thủ' };
    const { compare: _, top: __, ...row } = { ...query, measures: ['dossier.restated'] };
    expect(restatedQuery({ ...figure, row: '718' }, 'dossier.restated')).toEqual(row);
    const { by: ___, grain: ____, ...total } = row;
    expect(restatedQuery(figure, 'dossier.restated')).toEqual(total);
  });

  test('leaves out what there is not, before the first answer too', () => {
    const facts = told({ value: null, reason: 'IOC_QUERY_NO_DATA' }, { answer: { frame: null } });
    expect(Object.keys(facts)).toEqual(['Chỉ tiêu', 'Công thức', 'Phạm vi', 'Căn cứ']);
  });
});

describe('the meters', () => {
  test('never round a single fault away', () => {
    expect(meterText({ value: 99.9999, num: 999_999, den: 1_000_000 }, 'vi')).toEqual({
      value: '99,99%',
      detail: '999.999/1.000.000',
    });
    expect(meterText({ value: 100, num: 9, den: 9 }, 'vi').value).toBe('100,00%');
  });

  test('say why there is no figure', () => {
    const none = { value: null, num: 0, den: 0, reason: 'IOC_QUERY_NOT_OWED' };
    expect(meterText(none, 'vi')).toEqual({ value: '—', detail: 'không có cam kết' });
  });

  test('name the causes of refusals, the most frequent ones first', () => {
    const codes = [
      { code: 'IOC_INGEST_DATE', count: 8 },
      { code: 'IOC_INGEST_MISSING', count: 1400 },
    ];
    expect(refusedText({ rejected: 1408, codes }, 'vi')).toBe(
      '1.408 (sai ngày 8, thiếu trường bắt buộc 1.400)',
    );
    expect(refusedText({ rejected: 0, codes: [] }, 'vi')).toBe('');
    expect(rejectionText('IOC_INGEST_NEW', 'vi')).toBe('IOC_INGEST_NEW');
  });
});

describe('what a revised figure was before', () => {
  const state = (value: number, asOf: string, vintage = 'estimate') => ({
    value,
    operator: 'equal',
    vintage,
    asOf,
    publisher: '',
    time: 0,
    seq: value,
  });
  const figures = [
    {
      period: '2023-12',
      yearToDate: false,
      part: '',
      superseded: 1,
      revisions: [state(6.2, '2024-12-01', 'official'), state(5.97, '2023-12-29')],
    },
    {
      period: '2023-12',
      yearToDate: true,
      part: '',
      superseded: 1,
      revisions: [state(71, '2024-12-01'), state(70, '2023-12-29')],
    },
  ];
  const earlier = (value: number, asOf: string) =>
    earlierOf(figures, undefined, { value, asOf }, 100).map((each) => each.value);

  test('is told of the very figure shown, though another bears the same month', () => {
    expect(earlier(6.2, '2024-12-01')).toEqual([5.97]);
    expect(earlier(71, '2024-12-01')).toEqual([70]);
  });

  test('is not told of a sum, which no report has revised', () => {
    expect(earlier(77.2, '2024-12-01')).toEqual([]);
  });

  test('a share without a value of its own is compared as the share it makes', () => {
    const share = (num: number, asOf: string) => {
      const { value: _, ...rest } = state(num, asOf);
      return { ...rest, num, den: 200 };
    };
    const [figure] = figures;
    const revised = [{ ...figure, revisions: [share(90, '2024-01-31'), share(80, '2023-12-31')] }];
    const told = earlierOf(revised as never, undefined, { value: 45, asOf: '2024-01-31' }, 100);
    expect(told.map(({ value }) => value)).toEqual([40]);
  });
});
