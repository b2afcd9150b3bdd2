import { expect, test } from 'vitest';
import type { Alarm } from '../../../shared/alarm/alarm.ts';
import { createCatalogue } from '../../../shared/measure/catalogue.ts';
import type { Pack } from '../../../shared/territory/pack.ts';
import { createTerritory } from '../../../shared/territory/territory.ts';
import type { LocalDay } from '../../../shared/unit/local-day.ts';
import { namesOf } from '../../../shared/words/names.ts';
import { dueText, responseText, subjectText, valueText } from './alarm-text.ts';

const name = (vi: string) => ({ vi, en: vi });
const pack: Pack = {
  slug: 'mau',
  name: name('Tỉnh mẫu'),
  root: '74',
  units: [
    { code: '74', name: 'Tỉnh mẫu', shortName: 'Mẫu', level: 'province' },
    { code: '725', name: 'Thuận An', shortName: 'Thuận An', level: 'district', parent: '74' },
    { code: '25975', name: 'An Phú', shortName: 'An Phú', level: 'commune', parent: '725' },
    { code: '25999', name: 'An Phú', shortName: 'An Phú', level: 'commune', parent: '74' },
  ],
  agencies: [],
  fields: [],
  zones: [],
  junctions: [
    {
      code: 'nga-tu-550',
      name: 'Ngã tư 550',
      shortName: 'Ngã tư 550',
      unit: '725',
      lon: 1,
      lat: 1,
    },
  ],
  owners: [{ code: 'bot', name: name('BOT QL13') }],
  programmes: [],
};
const desk = {
  language: 'vi' as const,
  pack,
  names: namesOf(pack),
  borders: createTerritory(pack).on(20_000 as LocalDay),
  measures: new Map(createCatalogue([]).measures.map((each) => [each.id, each])),
};
const subject = (unit: string, codes: Record<string, string>) =>
  subjectText({ subject: { key: '', unit, codes } }, desk);

test('an alarm is about a unit by its name, a site with its owner, or the whole province', () => {
  expect(subject('725', { unit: '725' })).toBe('Thuận An');
  expect(subject('725', { site: 'nga-tu-550', owner: 'bot' })).toBe('Ngã tư 550 · BOT QL13');
  expect(subject('725', { site: 'cam-7' })).toBe('cam-7');
  expect(subject('74', {})).toBe('Tỉnh mẫu');
  // Two communes may have one name; below the province alone there is one of them.
  expect(subject('25975', { unit: '25975' })).toBe('An Phú, Thuận An');
  expect(subject('25999', { unit: '25999' })).toBe('An Phú');
});

test('a value stands with the unit of its measure, or of its kind', () => {
  const of = (kind: Alarm['kind'], measure: string | undefined, value: number | null) =>
    valueText(measure === undefined ? { kind } : { kind, measure }, value, desk);
  expect(of('threshold', 'dossier.onTimeRate', 95.789)).toBe('95,79%');
  expect(of('threshold', 'dossier.openLate', 1200)).toBe('1.200 hồ sơ');
  expect(of('outage', undefined, 2500)).toBe('2.500 camera');
  expect(of('stale-source', undefined, 4.25)).toMatch(/^4,[23] chu kỳ$/);
  const moved = (kind: Alarm['kind'], measure: string, isPercent: boolean) =>
    valueText({ kind, measure, isPercent }, 31.4, desk);
  expect(moved('change', 'dossier.openLate', true)).toBe('+31,4%');
  expect(moved('rate', 'dossier.openLate', true)).toBe('+31,4%');
  expect(moved('change', 'dossier.openLate', false)).toBe('+31 hồ sơ');
  expect(moved('rate', 'dossier.onTimeRate', false)).toBe('+31,40\u00a0điểm\u00a0%');
});

test('the first action is due until somebody acknowledges, and late after its response time', () => {
  const alarm = { place: 'unacknowledged', announcedAtMs: 0, responseMinutes: 30 } as Alarm;
  expect(dueText(alarm, 5 * 60_000, 'vi')).toEqual({ text: 'trong 25 phút', isLate: false });
  expect(dueText(alarm, 95 * 60_000, 'en')).toEqual({ text: '1 hour late', isLate: true });
  expect(dueText({ ...alarm, place: 'acknowledged' }, 0, 'vi')).toBeNull();
  expect([15, 120].map((minutes) => responseText(minutes, 'vi'))).toEqual(['15 phút', '2 giờ']);
});
