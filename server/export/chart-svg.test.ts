import { expect, it } from 'vitest';
import { chartSvg } from './chart-svg.ts';
import { themeOf } from './page-frame.ts';
import { answerOf, chartOf, jobOf, naming } from './sample-job.contract.ts';

const LINE_PX = 16;

it('labels at the ends of two lines that meet stand one below the other', () => {
  const rows = ['2023-10', '2023-11', '2023-12'].map((period, at) => ({
    ...{ key: period, period },
    values: { 'dossier.onTimeRate': { value: 99 + at / 10, base: 98.99 + at / 10 } },
  }));
  const answer = answerOf(rows, {
    period: { from: '2023-10-01', to: '2023-12-31' },
    comparedPeriod: { from: '2022-10-01', to: '2022-12-31' },
  });
  const query = { grain: 'month', compare: 'same-period-last-year' } as const;
  const chart = chartOf({ title: 'Tỷ lệ đúng hạn', form: 'line', query });
  const look = { theme: themeOf(jobOf()), width: 800, height: 400, language: 'vi' } as const;
  const svg = chartSvg({ chart, answer }, naming, look) ?? '';
  const tops = [...svg.matchAll(/translate\([\d.]+ ([\d.]+)\)"[^>]*>99,\d\d% {2}/g)].map(([, y]) =>
    Number(y),
  );
  expect(tops).toHaveLength(2);
  expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 0))).toBeGreaterThanOrEqual(LINE_PX);
});
