import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Answer, Cell } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import { createFold } from '../fold/fold.ts';
import { prepareIngest } from '../ingest/ingest.ts';
import { evaluate } from '../query/evaluate.ts';
import { importFile } from './import-file.ts';
import { type Mapping, readMapping } from './mapping.ts';
import { readPack } from './pack.ts';

const data = path.resolve('../shared/data');
const NOW = '2025-12-01T09:00:00+07:00';
const mappingOf = (name: string) => readMapping(path.resolve('fixtures/mappings', `${name}.json`));
const oracle = (file: string) => JSON.parse(readFileSync(path.join(data, file), 'utf8'));

function openCountry() {
  const read = readPack(path.resolve('fixtures/provinces/viet-nam'));
  const ingest = prepareIngest({ pack: read.pack, futureLimitMs: 0, calendar: read.calendar });
  const fold = createFold({ calendar: read.calendar });
  const known = new Set<string>();
  const nowMs = Date.parse(NOW);
  const port = {
    async push(body: Uint8Array, contentType: 'application/x-ndjson') {
      const { events, rejected } = ingest(body, contentType, nowMs);
      const fresh = events.filter(({ id }) => !known.has(id));
      for (const event of fresh) {
        known.add(event.id);
        fold.apply(event, { seq: known.size, receivedAt: nowMs });
      }
      return {
        accepted: fresh.length,
        duplicate: events.length - fresh.length,
        quarantined: rejected,
      };
    },
  };
  const context = {
    view: fold,
    catalogue: createCatalogue(read.indicators),
    territory: createTerritory(read.pack),
    targets: [],
    now: nowMs,
    bordersDay: parseDay('2025-06-30') as LocalDay,
    scope: ['VN'],
    epoch: 'e',
  };
  const ask = (query: Omit<Query, 'unit'> & { unit?: string }): Answer['rows'] => {
    const result = evaluate({ unit: 'VN', ...query }, context);
    if (!result.ok) throw new Error(result.error.message);
    return result.answer.rows;
  };
  return {
    fold,
    load: (file: string, mapping: Mapping | string) =>
      importFile({
        file: path.join(data, file),
        mapping: typeof mapping === 'string' ? mappingOf(mapping) : mapping,
        port,
      }),
    ask,
    cell: (measure: string, unit: string, from: string, to = from): Cell | undefined =>
      ask({ measures: [measure], unit, period: { from, to } })[0]?.values[measure],
    /** Units in the order of their figure, best first. */
    ranked: (measure: string, year: number) =>
      ask({
        measures: [measure],
        by: ['unit'],
        level: 'province',
        period: { from: `${year}-01-01`, to: `${year}-12-31` },
        top: { n: 64, order: 'descending' },
      })
        .map(({ unit = '', values }) => ({ unit, value: values[measure]?.value ?? null }))
        .filter(({ value }) => value !== null),
  };
}

const isThere = existsSync(data);
if (!isThere)
  process.stdout.write('skipped: ../shared/data is not here, so no real series is read\n');

describe.skipIf(!isThere)('monthly figures of the statistics office', () => {
  it('keep the newest value of a month, and count how often it was revised', async () => {
    const country = openCountry();
    const report = await country.load('vn-gso/vdt.csv', 'vn-gso-investment');
    expect(report.refused).toBe(0);
    const { months_with_both: both, last12 } =
      oracle('vn-gso/ORACLE_csv.json').vdt_binh_duong_revisions;
    const records = country.fold.observations.find('STATE_INVESTMENT', '74');
    expect(records.filter(({ superseded }) => superseded > 0)).toHaveLength(both);
    for (const { month, revised, revised_on } of last12) {
      const figure = country.cell('indicator.STATE_INVESTMENT', '74', `${month}-01`, endOf(month));
      expect(figure, month).toMatchObject({ value: revised, quality: 'revised', asOf: revised_on });
    }
  });

  it('stand as they were first told until the next report comes', async () => {
    const country = openCountry();
    const mapping = mappingOf('vn-gso-investment');
    const estimates = { ...mapping, events: mapping.events.slice(0, 1) };
    await country.load('vn-gso/vdt.csv', estimates);
    for (const { month, first_estimate } of oracle('vn-gso/ORACLE_csv.json')
      .vdt_binh_duong_revisions.last12) {
      const figure = country.cell('indicator.STATE_INVESTMENT', '74', `${month}-01`, endOf(month));
      expect(figure, month).toMatchObject({ value: first_estimate, quality: 'estimate' });
    }
  });

  it('of foreign investment are those of the oracle, and importing twice changes nothing', async () => {
    const country = openCountry();
    const first = await country.load('vn-gso/fdi.csv', 'vn-gso-fdi');
    const again = await country.load('vn-gso/fdi.csv', 'vn-gso-fdi');
    expect(again.accepted).toBe(0);
    expect(again.duplicate).toBe(first.accepted + first.duplicate);
    for (const row of oracle('vn-gso/ORACLE_csv.json').fdi.binh_duong_last3) {
      const records = country.fold.observations.find('FDI_REGISTERED', '74');
      const record = records.find(({ period }) => period === row.Month);
      expect(record).toMatchObject({ value: Number(row['Vốn đăng ký']), yearToDate: true });
    }
  });

  it.each([
    ['vn-gso/cpi.csv', 'vn-gso-cpi', 'CPI_YOY', '2025-02', 134, 2.913148229712206],
    ['vn-gso/iip.csv', 'vn-gso-iip', 'IIP_YOY', '2025-02', 132, 17.17],
    ['vn-gso/tongmuc.csv', 'vn-gso-retail', 'RETAIL', '2025-02', 158, 561672.746841149],
    ['vn-gso/xk.csv', 'vn-gso-exports', 'EXPORT', '2025-02', 134, 31109.320468],
    ['vn-gso/gdp_ss.csv', 'vn-gso-gdp', 'GDP_YOY', '2024-Q4', 44, 7.550166691687622],
  ])(
    '%s gives every period of the whole country',
    async (file, mapping, indicator, period, count, value) => {
      const country = openCountry();
      expect((await country.load(file, mapping)).refused).toBe(0);
      const records = country.fold.observations.find(indicator, 'VN');
      expect(records.length).toBeGreaterThanOrEqual(count - 2);
      expect(records.find((record) => record.period === period)).toMatchObject({ value });
    },
  );

  it('are read from the original workbooks cell by cell', async () => {
    const country = openCountry();
    await country.load('vn-gso/xlsx/2024-12.xlsx', 'vn-gso-2024-12-investment');
    await country.load('vn-gso/xlsx/2025-01.xlsx', 'vn-gso-2025-01-investment');
    const { files } = oracle('vn-gso/ORACLE_xlsx.json');
    const cells = (file: string, sheet: string) =>
      Object.fromEntries(
        files[file].rows.find(
          (row: { sheet: string; label: string }) =>
            row.sheet === sheet && row.label === 'Bình Dương',
        ).values,
      );
    const december = cells('2024-12.xlsx', '23. VĐT NSNN');
    const january = cells('2025-01.xlsx', '11.vdt');
    const of = (month: string, yearToDate: boolean) =>
      country.fold.observations
        .find('STATE_INVESTMENT', '74')
        .find((record) => record.period === month && record.yearToDate === yearToDate)?.value;
    expect(of('2024-11', false)).toBe(december.C30);
    expect(of('2024-12', false)).toBe(december.D30);
    expect(of('2024-12', true)).toBe(december.E30);
    expect(of('2025-01', false)).toBe(january.D31);
  });
});

describe.skipIf(!isThere)('yearly indices', () => {
  it.each([
    [2012, 'Tong hop', 'T', 'U'],
    [2013, 'Summary_VN', 'V', 'W'],
    [2015, 'Summary_VN', 'V', 'W'],
    [2016, 'Summary_VN', 'V', 'W'],
  ])('PCI %i ranks 63 provinces as VCCI did', async (year, sheet, unit, score) => {
    const country = openCountry();
    const mapping = JSON.parse(
      JSON.stringify(mappingOf('vn-pci-2016')).replaceAll('"2016"', `"${year}"`),
    );
    const columns = { unit, score };
    const report = await country.load(`vn-pci-papi/PCI_${year}.xlsx`, {
      ...mapping,
      xlsx: { ...mapping.xlsx, sheet, columns },
    });
    expect(report.refused).toBe(0);
    const { provinces, binh_duong, top3 } = oracle('vn-pci-papi/ORACLE.json').pci_weighted[year];
    const ranked = country.ranked('indicator.PCI', year);
    const place = ranked.findIndex(({ unit: code }) => code === '74');
    expect(ranked).toHaveLength(provinces);
    expect(place + 1).toBe(binh_duong[0][2]);
    expect(ranked[place]?.value).toBeCloseTo(binh_duong[0][1], 3);
    expect(ranked.slice(0, 3).map(({ value }) => Number(value?.toFixed(3)))).toEqual(
      top3.map(([, value]: [string, number]) => Number(value.toFixed(3))),
    );
  });

  it.each([2011, 2012, 2013, 2014, 2015, 2016])(
    'PAPI %i has the score of Bình Dương',
    async (year) => {
      const country = openCountry();
      const mapping = JSON.parse(
        JSON.stringify(mappingOf('vn-papi-2016'))
          .replaceAll('"2016"', `"${year}"`)
          .replace('2016_PAPI', `${year}_PAPI`),
      );
      expect((await country.load('vn-pci-papi/PAPI_2011-2016.xlsx', mapping)).refused).toBe(0);
      const expected = oracle('vn-pci-papi/ORACLE.json').papi[`${year}_PAPI`].binh_duong;
      const figure = country.cell('indicator.PAPI', '74', `${year}-01-01`, `${year}-12-31`);
      expect(figure?.value).toBeCloseTo(expected['Un-weighted2015PAPI'], 4);
    },
  );

  it('DTI and the service score come from tables with three spellings of a name', async () => {
    const country = openCountry();
    expect((await country.load('vn-dti-dvc/bang_1.csv', 'vn-dti')).refused).toBe(0);
    expect((await country.load('vn-dti-dvc/bang_3.csv', 'vn-766')).refused).toBe(0);
    expect(country.ranked('indicator.DTI', 2022)).toHaveLength(63);
    expect(country.ranked('indicator.DVC_766', 2022).find(({ unit }) => unit === '56')?.value).toBe(
      65.06,
    );
  });

  it('whole numbers whose points mark thousands, zeros lost, add up to what is true', async () => {
    const country = openCountry();
    const report = await country.load('vn-dti-dvc/dichvucong_clean.csv', 'vn-procedures');
    expect(report.refused).toBe(0);
    const truth = oracle('vn-dti-dvc/ORACLE.json').dichvucong_clean.true_values;
    for (const row of truth.filter(
      (each: { TinhThanh: string }) => each.TinhThanh === 'Đồng Nai',
    )) {
      const of = (code: string) =>
        country.cell(`indicator.${code}`, '75', '2025-01-01', '2025-12-31')?.value;
      expect(of('PROCEDURES')).toBe(row.So_TTHC);
      expect(
        Number(of('SERVICES_FULL')) + Number(of('SERVICES_PARTIAL')) + Number(of('SERVICES_NONE')),
      ).toBe(row.So_TTHC);
    }
  });
});

describe.skipIf(!isThere)('daily series', () => {
  it('of cases fall on the local day of their instant and sum to the months of the oracle', async () => {
    const country = openCountry();
    expect((await country.load('vn-covid/BinhDuong.json', 'vn-covid-local')).refused).toBe(0);
    const {
      sum,
      by_month_07 = undefined,
      ...series
    } = oracle('vn-covid/ORACLE.json').BinhDuong.series.local_case;
    const months: Record<string, number> = by_month_07 ?? series['by_month_+07'];
    const records = country.fold.observations.find('COVID_LOCAL', '74');
    expect(records).toHaveLength(series.points);
    expect(records.reduce((total, { value = 0 }) => total + value, 0)).toBe(sum);
    for (const [month, expected] of Object.entries(months).filter(
      ([key]) => key !== '2021-06' && key !== '2021-11',
    ))
      expect(country.cell('indicator.COVID_LOCAL', '74', `${month}-01`, endOf(month))?.value).toBe(
        expected,
      );
  });

  it('of a table with a column a province become one series each', async () => {
    const country = openCountry();
    const report = await country.load(
      'vn-covid/timeseries-vietnam-provinces-confirmed.csv',
      'vn-covid-provinces',
    );
    expect([report.records, report.refused]).toEqual([182 * 62, 0]);
    expect(country.fold.observations.find('COVID_CONFIRMED', '74')).toHaveLength(182);
  });
});

function endOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
