import { expect, test } from 'vitest';
import { type LocalDay, parseDay } from '../unit/local-day.ts';
import type { Pack } from './pack.ts';
import { findPackFaults } from './pack-faults.ts';
import { createTerritory, existsOn } from './territory.ts';

const named = (code: string, vi: string) => ({ code, name: { vi, en: vi } });
const unit = (code: string, shortName: string, level: 'district' | 'commune', parent: string) => ({
  code,
  name: shortName,
  shortName,
  level,
  parent,
});

const PACK: Pack = {
  slug: 'mau',
  name: { vi: 'Tỉnh mẫu', en: 'Sample province' },
  root: '74',
  units: [
    {
      code: '74',
      name: 'Tỉnh Bình Dương',
      shortName: 'Bình Dương',
      level: 'province',
      lon: 106.7,
      lat: 11.2,
    },
    unit('718', 'Thủ Dầu Một', 'district', '74'),
    unit('719', 'Bàu Bàng', 'district', '74'),
    unit('724', 'Dĩ An', 'district', '74'),
    unit('726', 'Bắc Tân Uyên', 'district', '74'),
    unit('25747', 'Phú Cường', 'commune', '718'),
    {
      code: '74-so-nv',
      name: 'Sở Nội vụ',
      shortName: 'Sở Nội vụ',
      level: 'department',
      parent: '74',
    },
  ],
  agencies: [{ ...named('H09.14', 'Một cửa Thủ Dầu Một'), unit: '718' }],
  fields: [named('dat-dai', 'Đất đai'), named('ho-tich', 'Hộ tịch')],
  zones: [{ code: 'kcn-1', name: 'KCN Một', shortName: 'Một', unit: '74', lon: 106.7, lat: 11 }],
  junctions: [],
  owners: [],
  programmes: [],
};

test('figures roll up along the lineage, and departments are children of the province', () => {
  const territory = createTerritory(PACK);
  expect(territory.lineage('25747')).toEqual(['25747', '718', '74']);
  expect(territory.unitAt('25747', 'district')).toBe('718');
  expect(territory.unitAt('718', 'commune')).toBeUndefined();
  expect(territory.unitAt('74-so-nv', 'district')).toBeUndefined();
  expect(territory.unitAt('74-so-nv', 'department')).toBe('74-so-nv');
  expect(territory.isWithin('25747', '718')).toBe(true);
  expect(territory.isWithin('25747', '719')).toBe(false);
  expect(territory.isWithin('74', '718')).toBe(false);
});

test('a unit the pack does not know belongs to the province and to nothing smaller', () => {
  const territory = createTerritory(PACK);
  expect(territory.isWithin('99999', '74')).toBe(true);
  expect(territory.isWithin('99999', '718')).toBe(false);
  expect(territory.lineage('99999')).toEqual([]);
});

test('children and sort keys stand in Vietnamese order', () => {
  const territory = createTerritory(PACK);
  expect(territory.children('74').map(({ shortName }) => shortName)).toEqual([
    'Bàu Bàng',
    'Bắc Tân Uyên',
    'Dĩ An',
    'Sở Nội vụ',
    'Thủ Dầu Một',
  ]);
  expect(territory.sortKey('unit', '719') < territory.sortKey('unit', '726')).toBe(true);
  expect(territory.sortKey('field', 'dat-dai') < territory.sortKey('field', 'khong-ro')).toBe(true);
  expect(territory.sortKey('status', '2') < territory.sortKey('status', '10')).toBe(true);
  expect(territory.below('718').map(({ code }) => code)).toEqual(['718', '25747']);
});

test('a unit exists from its first to its last day', () => {
  const ended = {
    ...PACK.units[0],
    validFrom: '1997-01-01',
    validTo: '2025-06-30',
  } as Pack['units'][number];
  const on = (text: string) => existsOn(ended, parseDay(text) as LocalDay);
  expect([on('1996-12-31'), on('1997-01-01'), on('2025-06-30'), on('2025-07-01')]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

const faults = (change: Partial<Pack>) =>
  findPackFaults({ ...PACK, ...change }).map(({ where }) => where);
const withUnit = (extra: object) => ({ units: [...PACK.units, extra] as Pack['units'] });

test('a sound pack has no faults', () => {
  expect(findPackFaults(PACK)).toEqual([]);
});

test('each slip in a pack is told with its place', () => {
  expect(faults({ root: '99' })).toEqual(['root']);
  expect(faults(withUnit(unit('720', 'X', 'district', '75')))).toEqual(['units/720/parent']);
  expect(faults(withUnit(unit('718', 'X', 'district', '74')))).toEqual(['units']);
  const cycle = [unit('a', 'A', 'district', 'b'), unit('b', 'B', 'district', 'a')];
  expect(faults({ units: [...PACK.units, ...cycle] })).toEqual([
    'units/a/parent',
    'units/b/parent',
  ]);
  expect(faults(withUnit({ code: '70', name: 'X', shortName: 'X', level: 'province' }))).toEqual([
    'units/70/parent',
  ]);
  const dated = { ...unit('720', 'X', 'district', '74'), validFrom: '2025-02-30' };
  expect(faults(withUnit(dated))).toEqual(['units/720']);
});

test('a site must lie in a known unit and not far away from it', () => {
  const site = { ...PACK.zones[0], code: 'kcn-2' } as Pack['zones'][number];
  expect(faults({ zones: [{ ...site, unit: '999' }] })).toEqual(['zones/kcn-2/unit']);
  expect(faults({ zones: [{ ...site, lon: 107.9, lat: 10.6 }] })).toEqual(['zones/kcn-2']);
  expect(faults({ zones: [{ ...site, lon: 11, lat: 106.7 }] })).toEqual(['zones/kcn-2']);
});
