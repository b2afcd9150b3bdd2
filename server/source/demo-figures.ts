import type { Demo } from '../../shared/territory/demo.ts';
import { dayOf, isoDay, type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import { bucketEnd } from '../../shared/unit/period.ts';
import type { TimedLine } from './camera-life.ts';
import { eventLine } from './demo-lines.ts';
import { chance } from './seeded.ts';
import { secondsAt } from './working-time.ts';

const MORNING = 30_600;

/** Progress of programmes as printed: known some days before the end, confirmed on the day itself. */
export function coverageLines(demo: Demo, unit: string, beforeEnd: number): TimedLine[] {
  return demo.coverage.flatMap((row) => {
    const day = parseDay(row.asOf);
    if (day === undefined) return [];
    const reports = [day - beforeEnd, day] as LocalDay[];
    return reports.map((asOf) => {
      const time = secondsAt(asOf, MORNING);
      const data = JSON.stringify({ ...row, unit, asOf: isoDay(asOf) });
      const id = `${row.programme}@${isoDay(asOf)}`;
      return { time, line: eventLine('coverage', 'bao-cao-chuong-trinh', id, time, data) };
    });
  });
}

/** Indicators that the demo can show; all others stay "not connected". Levels are invented. */
const MONTHLY = [
  { code: 'IIP', base: 104.2, swing: 6, growth: 1.6, decimals: 2 },
  { code: 'RETAIL', base: 22_400, swing: 1900, growth: 3100, decimals: 1 },
  { code: 'EXPORT', base: 2710, swing: 330, growth: -180, decimals: 2 },
  { code: 'BUDGET_REVENUE', base: 5120, swing: 900, growth: 310, decimals: 1 },
  { code: 'FDI', base: 128, swing: 90, growth: 12, decimals: 2 },
  { code: 'NEW_ENTERPRISES', base: 540, swing: 90, growth: 45, decimals: 0 },
] as const;
const SHARES = [
  { code: 'PUBLIC_INV_DISBURSED', den: 21_800, first: 0.03, last: 0.83 },
  { code: 'HEALTH_INSURANCE', den: 2_763_000, first: 0.9, last: 0.923 },
] as const;
const QUARTERLY = [
  [2022, [5.12, 8.36, 9.07, 6.84], 7.41],
  [2023, [2.31, 4.18, 6.27, 7.95], 5.32],
] as const;

interface Figure {
  readonly indicator: string;
  readonly period: string;
  readonly vintage: 'estimate' | 'preliminary' | 'official';
  /** Day it became known. */
  readonly asOf: LocalDay;
  readonly value?: number;
  readonly num?: number;
  readonly den?: number;
  readonly yearToDate?: boolean;
}

/** Synthetic observations of two years, each with its estimate and its revision a month later. */
export function observationLines(demo: Demo, unit: string, end: number): TimedLine[] {
  const publisher = demo.observations;
  if (publisher === undefined) return [];
  const years = demo.years.map(({ year }) => year);
  const figures = years.flatMap((year, n) => [
    ...monthlyFigures(year, n, demo.seed),
    ...shareFigures(year),
  ]);
  return [...figures, ...quarterlyFigures()]
    .map(({ asOf, ...figure }) => {
      const time = secondsAt(asOf, MORNING);
      const data = JSON.stringify({ ...figure, unit, asOf: isoDay(asOf), publisher });
      const id = `${figure.indicator}-${figure.period}-${figure.vintage}`;
      return { time, line: eventLine('observation', 'kinh-te-xa-hoi', id, time, data) };
    })
    .filter(({ time }) => time < end);
}

const months = Array.from({ length: 12 }, (_, i) => i + 1);
const monthEnd = (year: number, month: number) =>
  bucketEnd(dayOf({ year, month, day: 1 }), 'month');
const periodOf = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;

function monthlyFigures(year: number, n: number, seed: number): Figure[] {
  return MONTHLY.flatMap(({ code, base, swing, growth, decimals }, row) => {
    const round = (value: number) => Number(value.toFixed(decimals));
    const values = months.map((month) => {
      const season = Math.sin((month + row) * 1.1) * 0.4 + chance(seed, row, month, n) - 0.5;
      return base + growth * (n + month / 24) + swing * season;
    });
    const monthly = months.flatMap((month, i): Figure[] => {
      const known = monthEnd(year, month);
      const value = values[i] ?? base;
      const about = value * (1 + (chance(seed, row, month, n, 3) - 0.5) * 0.02);
      const figure = { indicator: code, period: periodOf(year, month) };
      return [
        { ...figure, value: round(about), vintage: 'estimate', asOf: (known - 2) as LocalDay },
        { ...figure, value: round(value), vintage: 'preliminary', asOf: (known + 27) as LocalDay },
      ];
    });
    if (code !== 'IIP') return monthly;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const asOf = (monthEnd(year, 12) - 2) as LocalDay;
    const yearly = { indicator: code, period: String(year), value: round(mean), asOf };
    return [...monthly, { ...yearly, vintage: 'estimate' }];
  });
}

function shareFigures(year: number): Figure[] {
  return SHARES.flatMap(({ code, den, first, last }) =>
    months.map((month): Figure => {
      const share = first + ((last - first) * (month - 1)) / 11 - (year === 2022 ? 0.012 : 0);
      const asOf = (monthEnd(year, month) - 2) as LocalDay;
      const period = periodOf(year, month);
      const num = Math.round(den * share);
      return { indicator: code, period, num, den, vintage: 'estimate', asOf, yearToDate: true };
    }),
  );
}

function quarterlyFigures(): Figure[] {
  return QUARTERLY.flatMap(([year, values, whole]) => {
    const vintage = year === 2022 ? 'official' : 'estimate';
    const asOf = (month: number) => (monthEnd(year, month) - 2) as LocalDay;
    const figure = { indicator: 'GRDP_GROWTH', vintage } as const;
    return [
      ...values.map((value, i) => ({
        ...figure,
        period: `${year}-Q${i + 1}`,
        value,
        asOf: asOf(i * 3 + 3),
      })),
      { ...figure, period: String(year), value: whole, asOf: asOf(12) },
    ];
  });
}
