import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDay, weekdayOf } from '../../shared/unit/local-day.ts';
import { IocError } from '../errors.ts';
import { readPack } from './pack.ts';

const BINH_DUONG = path.resolve('fixtures/provinces/binh-duong');
const scratch = mkdtempSync(path.join(tmpdir(), 'ioc-pack-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let copies = 0;
/** A copy of the pack with one file changed. */
function changed(name: string, change: (text: string) => string): string {
  const directory = path.join(scratch, String(copies++));
  cpSync(BINH_DUONG, directory, { recursive: true });
  const file = path.join(directory, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return directory;
}
function failure(directory: string): IocError {
  try {
    readPack(directory);
  } catch (error) {
    if (error instanceof IocError) return error;
    throw error;
  }
  throw new Error('the pack was accepted');
}

describe('the Bình Dương pack', () => {
  const read = readPack(BINH_DUONG);
  const { pack } = read;
  const ofLevel = (level: string) =>
    pack.units.filter((unit) => unit.level === level && unit.validFrom === undefined);
  const codesOf = (level: string) => ofLevel(level).map(({ code }) => code);

  it('holds the 9 districts and 91 communes of 2023 with their place, and 21 departments', () => {
    expect(ofLevel('district')).toHaveLength(9);
    expect(ofLevel('commune')).toHaveLength(91);
    expect(ofLevel('department')).toHaveLength(21);
    for (const unit of [...ofLevel('district'), ...ofLevel('commune')]) {
      expect(unit.lon).toBeGreaterThan(106.3);
      expect(unit.lat).toBeGreaterThan(10.8);
      expect(unit.validTo).toBe('2025-06-30');
    }
  });
  it('holds the 36 wards and communes that follow under TP.HCM, all made of known communes', () => {
    const now = pack.units.filter(({ validFrom }) => validFrom === '2025-07-01');
    expect(now.map(({ level }) => level).sort()).toEqual([
      ...Array(36).fill('commune'),
      'province',
    ]);
    const became = new Set(ofLevel('commune').flatMap(({ successors }) => successors ?? []));
    expect(now.filter(({ code }) => became.has(code))).toHaveLength(36);
    const split = ofLevel('commune').filter(({ successors }) => (successors?.length ?? 0) > 1);
    expect(split).toHaveLength(16);
  });
  it('has an area on the map for every district and commune', () => {
    const areas = (name: string) => read.boundaries[name]?.features.map((f) => f.properties.code);
    expect(areas('districts')?.sort()).toEqual(codesOf('district').sort());
    expect(areas('communes')?.sort()).toEqual(codesOf('commune').sort());
  });
  it('has 29 zones and 29 junctions, each in a district', () => {
    for (const sites of [pack.zones, pack.junctions]) {
      expect(sites).toHaveLength(29);
      for (const { unit } of sites) expect(codesOf('district')).toContain(unit);
    }
  });
  it('keeps every figure of its three articles with its printed form', () => {
    expect(read.published).toHaveLength(85);
    const figure = (id: string) => read.published.find((row) => row.id === id);
    expect(figure('BD23-005')?.printed).toBe('292.956');
    expect(figure('BD23-014')?.printed).toBe('14,43%');
    expect(figure('BD23-014')?.note?.vi).toContain('điểm phần trăm');
  });
  it('rests on every public holiday and works on make-up Saturdays', () => {
    const days = new Set(read.calendar.holidays.map(({ day }) => day));
    for (const day of ['2022-02-01', '2023-01-20', '2023-01-26', '2023-05-03', '2024-02-14']) {
      expect(days.has(day)).toBe(true);
    }
    for (const { day } of read.calendar.makeUpDays) {
      const local = parseDay(day);
      expect(local !== undefined && weekdayOf(local)).toBe(5);
    }
  });
  it('lists 24 indicators, and scenes for the overview and the ten functions in order', () => {
    const ofTheList = read.indicators.filter(({ legalBasis }) => legalBasis === undefined);
    expect(ofTheList).toHaveLength(24);
    const ids = read.boards.map(({ id }) => id);
    expect(ids).toEqual([
      'overview',
      'situation',
      'economy-society',
      'population',
      'public-services',
      'service-results',
      'index-766',
      'procedures',
      'reform',
      'camera-owners',
      'cameras',
      'security',
      'petitions',
      'health',
      'education',
      'land',
      'systems',
      'alarm-system',
      'press',
      'tourism',
    ]);
  });
});

describe('a pack that is wrong', () => {
  it('is refused with the file and the place', () => {
    const error = failure(changed('targets.json', (text) => text.replace(': 98,', ': "98",')));
    expect(error.code).toBe('IOC_PACK_INVALID');
    expect(error.message).toContain('targets.json/0/value');
  });
  it('is refused where a file is no JSON or the directory is missing', () => {
    expect(failure(changed('pack.json', () => '{')).code).toBe('IOC_PACK_INVALID');
    expect(failure(path.join(scratch, 'nowhere')).code).toBe('IOC_PACK_FILE');
  });
  it('is refused where a name is not NFC, with its line', () => {
    const error = failure(changed('pack.json', (text) => text.normalize('NFD')));
    expect(error.code).toBe('IOC_PACK_TEXT');
    expect(error.message).toContain('line 4');
  });
  it('is refused where a code names nothing', () => {
    const wrong = (text: string) => text.replace('"unit": "724"', '"unit": "999"');
    const error = failure(changed('pack.json', wrong));
    expect(error.code).toBe('IOC_PACK_REFERENCE');
    expect(error.message).toContain('999');
  });
});
