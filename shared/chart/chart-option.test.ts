import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import type { Row } from '../query/answer.ts';
import { Chart, type ChartForm } from './chart.ts';
import type { ChartLook } from './chart-look.ts';
import { chartOption } from './chart-option.ts';
import { CHART_THEMES } from './chart-theme.ts';
import { cells, sampleInput } from './sample-chart.ts';

const look: ChartLook = {
  theme: CHART_THEMES.light,
  width: 800,
  height: 400,
  scale: 1,
  isLive: false,
};
const rows = [
  ['2023-01', 98.1804],
  ['2023-02', null],
  ['2023-03', 97.5],
].map(
  ([key, value]): Row => ({
    key: String(key),
    period: String(key),
    values: cells({ 'dossier.onTimeRate': value as number | null }),
  }),
);
const rates = (form: ChartForm, more = {}) =>
  sampleInput({ form, query: { grain: 'month', measures: ['dossier.onTimeRate'] } }, rows, more);
const seriesOf = (option: ReturnType<typeof chartOption>) =>
  [option?.series].flat() as unknown as Readonly<Record<string, unknown>>[];

describe('the option of a chart', () => {
  it('leaves a missing value out of the line', () => {
    const [series] = seriesOf(chartOption(rates('line'), look));
    expect(series).toMatchObject({ data: [98.1804, '-', 97.5], connectNulls: false });
  });

  it('writes values as their measure says, in the language asked for', () => {
    const label = (language: 'vi' | 'en') => {
      const [series] = seriesOf(chartOption(rates('line', { language }), look));
      const { endLabel } = series as { endLabel: { formatter: () => string } };
      return endLabel.formatter();
    };
    expect(label('vi')).toBe('{main|97,50%}');
    expect(label('en')).toBe('{main|97.50%}');
  });

  it('never draws a forecast as a fact, and marks what stands out without a line', () => {
    const point = { key: '2023-03', value: 99, low: 98, high: 100 };
    const added = (['forecast', 'anomaly'] as const).map((manner) => ({
      id: manner,
      name: manner,
      measure: 'dossier.onTimeRate',
      manner,
      points: [manner === 'forecast' ? point : { key: '2023-03', value: 99 }],
    }));
    const series = seriesOf(chartOption(rates('line', { added }), look));
    const styles = series.map(({ lineStyle }) => lineStyle as { type?: unknown; width: number });
    expect(series).toHaveLength(5);
    expect(styles[0]?.type).toBe('solid');
    expect(styles[3]?.type).not.toBe('solid');
    expect(styles[4]?.width).toBe(0);
  });

  it('is none where a table or a map without areas is asked for', () => {
    expect(chartOption(rates('table'), look)).toBeUndefined();
    expect(chartOption(rates('map'), look)).toBeUndefined();
    expect(chartOption(rates('map'), { ...look, mapName: 'districts' })).toBeDefined();
  });

  it('is the same for the same input', () => {
    const text = () => JSON.stringify(chartOption(rates('stacked'), look));
    expect(text()).toBe(text());
  });
});

describe('a chart', () => {
  const check = Compile(Chart);
  const chart = {
    title: 'Tỷ lệ đúng hạn',
    form: 'line',
    query: {
      measures: ['dossier.onTimeRate'],
      unit: '74',
      period: { relative: 'this-year' },
      grain: 'month',
    },
    notes: [{ at: '2023-05-01', text: 'Đổi phần mềm' }],
  };
  it('is a question, a form and remarks', () => {
    expect(check.Check(chart)).toBe(true);
  });
  it('has no unknown form, field or remark without a day', () => {
    expect(check.Check({ ...chart, form: 'pie' })).toBe(false);
    expect(check.Check({ ...chart, color: 'red' })).toBe(false);
    expect(check.Check({ ...chart, notes: [{ at: 'hôm qua', text: 'x' }] })).toBe(false);
  });
});
