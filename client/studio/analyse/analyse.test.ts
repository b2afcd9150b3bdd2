import { expect, test } from 'vitest';
import { findAnomalies } from '../../../shared/analysis/anomalies.ts';
import type { Series } from '../../../shared/analysis/series.ts';
import type { Pack } from '../../../shared/territory/pack.ts';
import { createTerritory } from '../../../shared/territory/territory.ts';
import { type LocalDay, parseDay } from '../../../shared/unit/local-day.ts';
import { anomalySeries, forecastSeries } from './added-series.ts';
import { levelsBelow, viewQuery } from './analyse-place.ts';

const unit = (code: string, level: Pack['units'][number]['level'], parent?: string) => ({
  code,
  name: code,
  shortName: code,
  level,
  ...(parent !== undefined && { parent }),
});
const PACK = {
  slug: 't',
  name: { vi: 'T', en: 'T' },
  root: '74',
  units: [
    unit('74', 'province'),
    unit('718', 'district', '74'),
    unit('1', 'commune', '718'),
    unit('so', 'department', '74'),
  ],
  agencies: [],
  fields: [],
  zones: [],
  junctions: [],
  owners: [],
  programmes: [],
} satisfies Pack;
const today = parseDay('2024-01-01') as LocalDay;
const borders = createTerritory(PACK).on(today);
const known = { root: '74', today, borders, hasPeriod: false };

test('a page that is asked nothing shows two whole years up to yesterday', () => {
  expect(viewQuery('forecast', null, known)).toEqual({
    measures: ['dossier.received'],
    unit: '74',
    period: { from: '2022-01-01', to: '2023-12-31' },
    grain: 'month',
  });
  expect(viewQuery('ranking', null, known)).toMatchObject({ by: ['unit'], level: 'district' });
});

test('a level that no unit below has is not asked', () => {
  expect(levelsBelow(borders, '74')).toEqual(['district', 'commune', 'department']);
  const chart = {
    query: {
      measures: ['dossier.open'],
      unit: '718',
      period: { relative: 'this-year' as const },
      level: 'district' as const,
    },
  };
  expect(viewQuery('distribution', chart, { ...known, hasPeriod: true })).toMatchObject({
    unit: '718',
    level: 'commune',
    period: { relative: 'this-year' },
  });
});

test('what strayed is marked apart from what was expected, and a forecast begins on no figure', () => {
  const series: Series = {
    kind: 'value',
    scale: 1,
    period: 1,
    partial: [],
    places: Array.from({ length: 20 }, (_, i) => {
      const value = i === 9 ? 500 : 100 + (i % 3);
      return { key: `k${i}`, value, num: value, den: 1, group: 'worked', season: '' };
    }),
  };
  const found = findAnomalies(series);
  if ('refused' in found) throw new Error(found.refused);
  const [expected, anomaly] = anomalySeries(found, { measure: 'm', expected: 'e', anomaly: 'a' });
  expect(expected).toMatchObject({ manner: 'expected' });
  expect(expected?.points).toHaveLength(20);
  expect(anomaly).toMatchObject({ manner: 'anomaly', points: [{ key: 'k9', value: 500 }] });
  const ahead = [{ key: 'k20', value: 1, low: 0, high: 2 }];
  const foreseen = {
    method: 'last',
    backtests: [],
    level: 0.8,
    coverage: { inside: 0, of: 0 },
    ahead,
  };
  expect(forecastSeries(foreseen as never, { measure: 'm', name: 'f' })).toMatchObject([
    { manner: 'forecast', points: ahead },
  ]);
});
