import { describe, expect, it } from 'vitest';
import type { Row } from '../query/answer.ts';
import { binEdges } from './distribution.ts';
import { pictureOf } from './picture-of.ts';
import { cells, sampleInput } from './sample-chart.ts';
import { MOST_SERIES } from './series-of.ts';

const month = (key: string, value: number | null): Row => ({
  key,
  period: key,
  values: cells({ 'dossier.received': value }),
});
const seriesOf = (picture: ReturnType<typeof pictureOf>) =>
  picture.panels.flatMap(({ series }) => series);

describe('the picture of an answer', () => {
  it('keeps a gap a gap', () => {
    const rows = [month('2023-01', 5), month('2023-02', null), month('2023-03', 7)];
    const picture = pictureOf(sampleInput({ form: 'line', query: { grain: 'month' } }, rows));
    expect(seriesOf(picture)[0]?.values).toEqual([5, null, 7]);
  });

  it('names the year under its first label only', () => {
    const rows = ['2022-11', '2022-12', '2023-01', '2023-02'].map((key) => month(key, 1));
    const { categories } = pictureOf(
      sampleInput({ form: 'line', query: { grain: 'month' } }, rows),
    );
    expect(categories.map(({ label, under }) => `${label} ${under}`.trim())).toEqual([
      'T11 2022',
      'T12',
      'T1 2023',
      'T2',
    ]);
  });

  it('makes a series of every value of the other dimensions, by name', () => {
    const rows = ['718', '719'].map((unit): Row => ({ ...month('2023-01', 1), key: unit, unit }));
    const picture = pictureOf(
      sampleInput({ form: 'line', query: { grain: 'month', by: ['unit'] } }, rows),
    );
    expect(seriesOf(picture).map(({ name }) => name)).toEqual(['Thủ Dầu Một', 'Bàu Bàng']);
  });

  it('gives measures of different units panels of their own', () => {
    const measures = ['dossier.received', 'dossier.onTimeRate', 'dossier.resolved'];
    const row = {
      ...month('2023-01', 1),
      values: cells(Object.fromEntries(measures.map((id) => [id, 1]))),
    };
    const { panels } = pictureOf(
      sampleInput({ form: 'line', query: { grain: 'month', measures } }, [row]),
    );
    expect(panels.map(({ series }) => series.map(({ measure }) => measure))).toEqual([
      ['dossier.received', 'dossier.resolved'],
      ['dossier.onTimeRate'],
    ]);
  });

  it('cuts the axis of rates drawn as lines, and begins counts and bars at zero', () => {
    const rates = { grain: 'month' as const, measures: ['dossier.onTimeRate'] };
    const row = { ...month('2023-01', 1), values: cells({ 'dossier.onTimeRate': 98 }) };
    const startsAtZero = (form: 'line' | 'bar', query: object) =>
      pictureOf(sampleInput({ form, query }, [row])).panels[0]?.startsAtZero;
    expect(startsAtZero('line', rates)).toBe(false);
    expect(startsAtZero('bar', rates)).toBe(true);
    expect(startsAtZero('line', { grain: 'month' })).toBe(true);
  });

  it('draws what is compared with as a quieter series of the same colour', () => {
    const row = {
      ...month('2023-01', 1),
      values: cells({ 'dossier.received': { value: 9, base: 7 } }),
    };
    const input = sampleInput(
      { form: 'line', query: { grain: 'month', compare: 'same-period-last-year' } },
      [row],
    );
    const comparedPeriod = { from: '2022-01-01', to: '2022-12-31' };
    const picture = pictureOf({ ...input, answer: { ...input.answer, comparedPeriod } });
    expect(seriesOf(picture)).toMatchObject([
      { name: 'năm 2022', values: [7], manner: 'base', rank: 0 },
      { name: 'năm 2023', values: [9], manner: 'value', rank: 0 },
    ]);
  });

  it('lengthens the axis by a forecast and keeps it apart from what is known', () => {
    const picture = pictureOf(
      sampleInput({ form: 'line', query: { grain: 'month' } }, [month('2023-12', 5)], {
        added: [
          {
            id: 'forecast',
            name: 'dự báo',
            measure: 'dossier.received',
            manner: 'forecast',
            points: [{ key: '2024-01', value: 6, low: 4, high: 8 }],
          },
        ],
      }),
    );
    expect(picture.categories.map(({ key }) => key)).toEqual(['2023-12', '2024-01']);
    expect(seriesOf(picture)).toMatchObject([
      { values: [5, null], manner: 'value' },
      { values: [null, 6], low: [null, 4], high: [null, 8], manner: 'forecast', rank: 0 },
    ]);
  });

  it('puts a note where its day lies, and none outside the axis', () => {
    const rows = ['2023-W01', '2023-W02'].map((key) => month(key, 1));
    const notes = [
      { at: '2023-01-11', text: 'Nâng cấp' },
      { at: '2024-05-01', text: 'Sau kỳ' },
    ];
    const input = sampleInput({ form: 'line', notes, query: { grain: 'week' } }, rows);
    expect(pictureOf(input).notes).toEqual([{ at: 1, text: 'Nâng cấp' }]);
  });

  it('keeps the strongest where there are more series than can be told apart, and counts the rest', () => {
    const rows = Array.from({ length: 30 }, (_, at): Row => {
      return { ...month('2023-01', at), key: `${at}`, unit: `${at}` };
    });
    const picture = pictureOf(
      sampleInput({ form: 'line', query: { grain: 'month', by: ['unit'] } }, rows),
    );
    expect(seriesOf(picture)).toHaveLength(MOST_SERIES);
    expect(seriesOf(picture)[0]?.values).toEqual([18]);
    expect(picture.leftOut).toBe(18);
  });
});

describe('a ranking', () => {
  const row = (unit: string, value: number | null): Row => ({
    key: unit,
    unit,
    values: cells({ 'dossier.overdue': value, 'dossier.received': value }),
  });
  const order = (rows: readonly Row[], chart: object, measures = ['dossier.received']) => {
    const input = sampleInput(
      { form: 'ranking', query: { by: ['unit'], measures }, ...chart },
      rows,
    );
    return pictureOf(input).categories.map(({ label }) => label);
  };
  const rows = [row('719', 3), row('720', null), row('718', 8)];

  it('begins with the most and ends with what has no value', () => {
    expect(order(rows, {})).toEqual(['Thủ Dầu Một', 'Bàu Bàng', 'Dầu Tiếng']);
    expect(order(rows, { order: 'worst-first' })).toEqual(['Bàu Bàng', 'Thủ Dầu Một', 'Dầu Tiếng']);
    expect(order(rows, { order: 'as-asked', limit: 2 })).toEqual(['Bàu Bàng', 'Dầu Tiếng']);
  });

  it('over time gives equal values one place, and the best the first', () => {
    const at = (unit: string, value: number): Row => ({
      ...row(unit, value),
      key: unit,
      period: '2023-01',
    });
    const picture = pictureOf(
      sampleInput({ form: 'bump', query: { grain: 'month', by: ['unit'] } }, [
        at('718', 5),
        at('719', 9),
        at('720', 5),
      ]),
    );
    expect(picture.panels[0]?.series.map(({ values }) => values)).toEqual([[2], [1], [2]]);
  });
});

describe('a distribution', () => {
  it('counts every known value in exactly one bin', () => {
    const values = [1, 2, 2, 3, 9, 10];
    const rows = values.map((value, at): Row => {
      return { key: `${at}`, unit: `${at}`, values: cells({ 'dossier.received': value }) };
    });
    const picture = pictureOf(
      sampleInput({ form: 'distribution', query: { by: ['unit'] } }, [
        ...rows,
        { key: 'x', values: cells({ 'dossier.received': null }) },
      ]),
    );
    const counts = seriesOf(picture)[0]?.values ?? [];
    expect(counts.reduce((sum: number, each) => sum + (each ?? 0), 0)).toBe(values.length);
    expect(picture.leftOut).toBe(1);
  });

  it('has bins of a round width that hold all, also where all are equal or none is there', () => {
    expect(binEdges([96.1, 99.8, 98])).toEqual([96, 98, 100]);
    expect(binEdges([5, 5])).toEqual([5, 6]);
    expect(binEdges([])).toEqual([]);
  });
});
