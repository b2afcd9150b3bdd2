import { expect, test } from 'vitest';
import type { IndicatorDefinition } from '../territory/pack.ts';
import { COMMON_MEASURES, createCatalogue } from './catalogue.ts';
import type { Measure } from './measure.ts';

const GRDP_GROWTH: IndicatorDefinition = {
  code: 'GRDP_GROWTH',
  name: { vi: 'Tốc độ tăng trưởng GRDP', en: 'GRDP growth' },
  unit: { vi: '%', en: '%' },
  decimals: 2,
  kind: 'rate',
  acrossUnits: 'none',
  acrossTime: 'none',
  direction: 'higher',
  formula: { vi: 'GRDP(t)/GRDP(t−1) − 1, giá 2010', en: 'GRDP(t)/GRDP(t−1) − 1 at 2010 prices' },
  publisher: 'Cục Thống kê tỉnh',
};

const REQUIRED = [
  ...'received resolved resolvedEarly resolvedOnTime resolvedLate open openInTerm openLate paused dueSoon dueIn8h carriedOver receivedTotal onTimeRate progressRate onTimeOfReceived onTimeOfReleased resolutionRate onlineShare returnedByPost returnedByPostShare digitisedShare onlinePaymentShare apologyBeforeDueShare'
    .split(' ')
    .map((name) => `dossier.${name}`),
  ...'planned installed connected online offline degraded maintenance tampered unknown onlineShare availability'
    .split(' ')
    .map((name) => `camera.${name}`),
  ...'received answered answeredInTime answeredLate open openLate published inTimeRate answeredShare publishedShare satisfactionRate'
    .split(' ')
    .map((name) => `petition.${name}`),
  ...'opened closed open meanHours'.split(' ').map((name) => `incident.${name}`),
  ...'score scoreGain rank rankOf rankGain units'.split(' ').map((name) => `assessment.${name}`),
  ...'items doneShare'.split(' ').map((name) => `stagePlan.${name}`),
  ...'systems onTime late silent rejected onTimeShare'.split(' ').map((name) => `link.${name}`),
  ...['done', 'total', 'rate'].map((name) => `coverage.${name}`),
];

const textsOf = (measure: Measure) => [
  measure.name,
  measure.shortName,
  measure.formula.text,
  measure.legalBasis,
];

test('the catalogue holds every measure the wall speaks of', () => {
  const ids = COMMON_MEASURES.map(({ id }) => id);
  expect(REQUIRED.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every measure explains itself in both languages, in composed letters', () => {
  for (const measure of COMMON_MEASURES) {
    for (const { vi, en } of textsOf(measure)) {
      expect(vi.length * en.length, measure.id).toBeGreaterThan(0);
      expect(vi.normalize('NFC')).toBe(vi);
    }
    expect(measure.freshnessMs).toBeGreaterThan(0);
    // A connected system and the alarm system belong to no unit.
    if (!['link', 'alarm'].includes(measure.source))
      expect(measure.dimensions, measure.id).toContain('unit');
  }
});

test('a ratio names its denominator and is told in percentage points', () => {
  for (const measure of COMMON_MEASURES.filter(({ kind }) => kind === 'ratio')) {
    expect(measure.formula.text.vi, measure.id).toContain('/');
    expect(measure.deltaKind).toBe('points');
    expect(measure.unit.vi).toBe('%');
    expect(measure.additivity.units).toBe('recompute');
  }
});

test('the four on-time formulas have four names', () => {
  const formulaOf = (id: string) => COMMON_MEASURES.find((m) => m.id === id)?.formula.id;
  expect(
    ['onTimeRate', 'progressRate', 'onTimeOfReceived', 'onTimeOfReleased'].map((name) =>
      formulaOf(`dossier.${name}`),
    ),
  ).toEqual(['F1', 'F2', 'F3', 'F4']);
});

test('an indicator takes everything from the province’s list', () => {
  const catalogue = createCatalogue([GRDP_GROWTH]);
  const measure = catalogue.get('indicator.GRDP_GROWTH');
  expect(measure).toMatchObject({
    kind: 'published',
    additivity: { units: 'none', time: 'none' },
    deltaKind: 'points',
    dimensions: ['unit'],
    source: 'observation',
  });
  expect(catalogue.get('indicator.UNKNOWN')).toBeUndefined();
  expect(catalogue.measures).toHaveLength(COMMON_MEASURES.length + 1);
});

test('a rate per ten thousand people is scaled so, and its change is told in percent', () => {
  const doctors = createCatalogue([
    { ...GRDP_GROWTH, code: 'DOCTORS', unit: { vi: 'bác sĩ/vạn dân', en: 'per 10,000' } },
  ]).get('indicator.DOCTORS');
  expect(doctors?.expression).toMatchObject({ scale: 10_000 });
  expect(doctors?.deltaKind).toBe('percent');
});
