import { describe, expect, it } from 'vitest';
import type { Tile } from '../../shared/board/board.ts';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Cell, Row } from '../../shared/query/answer.ts';
import { dayOf, parseDay } from '../../shared/unit/local-day.ts';
import { sharesOf } from './composition/shares.ts';
import { countStage } from './funnel/stage-count.ts';
import { cutText, rankRows } from './ranking/rank-rows.ts';
import { layOutStates } from './status-grid/states-layout.ts';
import { trendPictureOf } from './trend/trend-picture-of.ts';

const row = (key: string, value: number | null, over: Partial<Row> = {}): Row => ({
  key,
  values: { m: { value } },
  ...over,
});
const keysOf = (rows: readonly Row[]) => rows.map(({ key }) => key).join('');

describe('a ranking', () => {
  const rows = [row('a', 2), row('b', null), row('c', 3), row('d', 1)];
  const tile = { measure: 'm', limit: 9, order: 'best-first' } as const;

  it('puts the best first, by the way the measure is good, and what is missing last', () => {
    expect(keysOf(rankRows(rows, tile, { direction: 'higher' }))).toBe('cadb');
    expect(keysOf(rankRows(rows, tile, { direction: 'lower' }))).toBe('dacb');
    const worst = { ...tile, order: 'worst-first' } as const;
    expect(keysOf(rankRows(rows, worst, { direction: 'higher' }))).toBe('dacb');
  });
  it('keeps to its limit and leaves the answer as it was', () => {
    expect(keysOf(rankRows(rows, { ...tile, limit: 2 }, { direction: 'higher' }))).toBe('ca');
    expect(keysOf(rows)).toBe('abcd');
  });
  it('cuts the normal rather than the abnormal, and of these keeps the worst', () => {
    const limited = { ...tile, limit: 2, warnBelow: 1.5 };
    expect(keysOf(rankRows(rows, limited, { direction: 'higher' }))).toBe('cd');
    const late = { ...tile, limit: 2, warnBelow: 5 };
    expect(keysOf(rankRows(rows, late, { direction: 'higher' }))).toBe('ad');
  });
  it('says that rows are left out, and which', () => {
    const worst = { order: 'worst-first' } as const;
    expect(cutText(4, 4, worst, { direction: 'higher' }, 'vi')).toBe('');
    expect(cutText(9, 11, worst, { direction: 'higher' }, 'vi')).toBe('9 thấp nhất/11');
    expect(cutText(9, 11, worst, { direction: 'lower' }, 'en')).toBe('highest 9 of 11');
    expect(cutText(9, 11, tile, { direction: 'higher' }, 'vi')).toBe('9 trên 11');
  });
});

describe('a composition', () => {
  const parts = [
    { code: 'x', label: { vi: 'X', en: 'X' } },
    { code: 'z', label: { vi: 'Z', en: 'Z' } },
  ];
  it('sums what no part names, leaves out what does not occur, and comes to 100', () => {
    const rows = [row('1', 60, { channel: 'x' }), row('2', 40, { channel: 'y' })];
    const shares = sharesOf(rows, { by: 'channel', measure: 'm', parts });
    expect(shares.map(({ code, share }) => [code, share])).toEqual([
      ['x', 60],
      ['other', 40],
    ]);
  });
  it('of nothing has no parts', () => {
    expect(sharesOf([row('1', 0)], { by: 'channel', measure: 'm', parts })).toEqual([]);
    expect(sharesOf([row('1', null)], { by: 'channel', measure: 'm', parts })).toEqual([]);
  });
});

describe('a stage of the funnel', () => {
  const rows = [
    row('1', 12, { stage: 'installed' }),
    row('2', 0, { stage: 'installed' }),
    row('3', 5, { stage: 'procuring' }),
  ];
  const stage = { label: { vi: 'a', en: 'a' }, measure: 'm', count: 'sum' } as const;

  it('sums its rows or counts those above zero', () => {
    expect(countStage(rows, stage)).toEqual({ value: 17, rows: 2 });
    expect(countStage(rows, { ...stage, count: 'rows' }).value).toBe(2);
  });
  it('counts only the rows of its filter', () => {
    const filter = { stage: ['procuring'] };
    expect(countStage(rows, { ...stage, filter })).toEqual({ value: 5, rows: 1 });
  });
  it('without a figure has none, which is not zero', () => {
    expect(countStage([row('1', null)], stage).value).toBeNull();
  });
});

describe('a status grid', () => {
  const states = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ name: `Ngã tư ${n}`, value: '12/12' }));
  const tile = (w: number, h: number): Tile => ({
    id: 'states',
    kind: 'status-grid',
    area: { x: 0, y: 0, w, h },
    title: { vi: 'Giao lộ', en: 'Junctions' },
    query: { measures: ['m'], unit: '74', period: { relative: 'today' } },
    measure: 'm',
    by: 'junction',
  });
  it('names every thing while there is room', () => {
    expect(layOutStates(states(11), tile(12, 5)).kind).toBe('named');
  });
  it('sets a mark for each and names only the abnormal where there is not', () => {
    const { kind, room } = layOutStates(states(29), tile(4, 4));
    expect(kind).toBe('dense');
    expect(room).toBeGreaterThan(0);
  });
});

describe('a trend', () => {
  const now = { language: 'vi', today: dayOf({ year: 2024, month: 1, day: 1 }) } as const;
  const measures = new Map(createCatalogue([]).measures.map((each) => [each.id, each]));
  const month = (period: string, cell: Cell): Row => ({
    key: period,
    period,
    values: { 'dossier.received': cell },
  });
  const frame = {
    at: 0,
    logSeq: 1,
    period: { from: '2023-01-01', to: '2023-12-31' },
    comparedPeriod: { from: '2022-01-01', to: '2022-12-28' },
    freshness: { dataTo: 0, closed: false },
  };
  it('keeps gaps, draws the compared period quietly and names both', () => {
    const picture = trendPictureOf(
      { rows: [month('2023-01', { value: 5, base: 4 }), month('2023-02', { value: null })], frame },
      {
        chart: 'bar',
        measures: ['dossier.received'],
        query: {
          measures: ['dossier.received'],
          unit: '74',
          period: frame.period,
          compare: 'same-period-last-year',
        },
      },
      measures,
      now,
    );
    expect(picture.categories).toEqual(['T1', 'T2']);
    expect(picture.series.map(({ name, values, isQuiet }) => [name, values, isQuiet])).toEqual([
      ['đến 28/12/2022', [4, null], true],
      ['năm 2023', [5, null], false],
    ]);
    expect(picture.startsAtZero).toBe(true);
    expect(picture.isWhole).toBe(true);
  });
  it('over several years says under the first period of each which one it is', () => {
    const keys = ['2022-11', '2022-12', '2023-01', '2023-02'];
    const { categories } = trendPictureOf(
      { rows: keys.map((each) => month(each, { value: 1 })), frame },
      {
        chart: 'line',
        measures: ['dossier.received'],
        query: { measures: ['dossier.received'], unit: '74', period: frame.period, grain: 'month' },
      },
      measures,
      now,
    );
    expect(categories).toEqual(['T11\n2022', 'T12', 'T1\n2023', 'T2']);
  });
  describe('with campaigns', () => {
    const campaign = (from: string, to: string) => ({
      label: { vi: '50 ngày', en: '50 days' },
      from,
      to,
    });
    const bandsOn = (day: string, bands: ReturnType<typeof campaign>[]) =>
      trendPictureOf(
        { rows: ['2023-01', '2023-02', '2023-03'].map((each) => month(each, { value: 1 })), frame },
        {
          chart: 'bar',
          measures: ['dossier.received'],
          query: {
            measures: ['dossier.received'],
            unit: '74',
            period: frame.period,
            grain: 'month',
          },
          bands,
        },
        measures,
        { language: 'vi', today: parseDay(day) ?? now.today },
      ).bands;

    it('draws each over its own days, cut at the end of the axis, and none that lies outside', () => {
      const bands = [
        campaign('2023-02-15', '2023-05-01'),
        campaign('2023-01-01', '2023-01-31'),
        campaign('2022-01-01', '2022-12-31'),
        campaign('2023-04-01', '2023-04-30'),
      ];
      expect(bandsOn('2024-01-01', bands)).toEqual([
        { name: '50 ngày', from: 1.5, to: 3 },
        { name: '50 ngày', from: 0, to: 1 },
      ]);
    });
    it('says the day of one that runs, from its first to its last', () => {
      const one = [campaign('2023-02-10', '2023-03-31')];
      const nameOn = (day: string) => bandsOn(day, one)[0]?.name;
      expect(nameOn('2023-02-09')).toBe('50 ngày');
      expect(nameOn('2023-02-10')).toBe('50 ngày\nngày 1/50');
      expect(nameOn('2023-03-31')).toBe('50 ngày\nngày 50/50');
      expect(nameOn('2023-04-01')).toBe('50 ngày');
    });
  });
});
