import { expect, test } from 'vitest';
import { type LocalDay, parseDay } from '../unit/local-day.ts';
import type { Pack } from './pack.ts';
import { findPackFaults } from './pack-faults.ts';
import { createTerritory, unitSortKey } from './territory.ts';

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

const day = (text: string) => parseDay(text) as LocalDay;

test('figures roll up along the lineage, and departments are children of the province', () => {
  const borders = createTerritory(PACK).on(day('2023-06-30'));
  expect(borders.lineage('25747')).toEqual(['25747', '718', '74']);
  expect(borders.unitAt('25747', 'district')).toBe('718');
  expect(borders.unitAt('718', 'commune')).toBeUndefined();
  expect(borders.unitAt('74-so-nv', 'district')).toBeUndefined();
  expect(borders.unitAt('74-so-nv', 'department')).toBe('74-so-nv');
  expect(borders.isWithin('25747', '718')).toBe(true);
  expect(borders.isWithin('25747', '719')).toBe(false);
  expect(borders.isWithin('74', '718')).toBe(false);
});

test('a unit the pack does not know belongs to the province and to nothing smaller', () => {
  const borders = createTerritory(PACK).on(day('2023-06-30'));
  expect(borders.isWithin('99999', '74')).toBe(true);
  expect(borders.isWithin('99999', '718')).toBe(false);
  expect(borders.lineage('99999')).toEqual([]);
});

test('children and sort keys stand in Vietnamese order', () => {
  const territory = createTerritory(PACK);
  const borders = territory.on(day('2023-06-30'));
  expect(borders.children('74').map(({ shortName }) => shortName)).toEqual([
    'Bàu Bàng',
    'Bắc Tân Uyên',
    'Dĩ An',
    'Sở Nội vụ',
    'Thủ Dầu Một',
  ]);
  const unitKey = (code: string) => unitSortKey(borders.unit(code), code);
  expect(unitKey('719') < unitKey('726')).toBe(true);
  expect(territory.sortKey('field', 'dat-dai') < territory.sortKey('field', 'khong-ro')).toBe(true);
  expect(territory.sortKey('status', '2') < territory.sortKey('status', '10')).toBe(true);
  expect(borders.below('718').map(({ code }) => code)).toEqual(['718', '25747']);
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
  expect(faults(withUnit(unit('718', 'X', 'district', '74')))).toEqual(['units/718']);
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

const CHANGED: Pack = {
  ...PACK,
  units: [
    { ...unit('a', 'An Bình', 'commune', '718'), validTo: '2025-06-30', successors: ['a', 'b'] },
    { ...unit('a', 'An Bình mới', 'commune', '79'), validFrom: '2025-07-01' },
    { ...unit('b', 'Bình An', 'commune', '79'), validFrom: '2025-07-01' },
    { code: '79', name: 'TP', shortName: 'TP', level: 'province', validFrom: '2025-07-01' },
    ...PACK.units.map((each) => ({
      ...each,
      validTo: '2025-06-30',
      ...(each.code === '74' ? { successors: ['79'] } : {}),
    })),
  ],
};
const changed = (code: string, change: Partial<Pack['units'][number]>) =>
  findPackFaults({
    ...CHANGED,
    units: CHANGED.units.map((each) =>
      each.code === code && each.validTo !== undefined ? { ...each, ...change } : each,
    ),
  }).map(({ where, kind }) => `${kind} ${where}`);

test('a code names the unit of the day, and the nearest one outside its days', () => {
  expect(findPackFaults(CHANGED)).toEqual([]);
  const territory = createTerritory(CHANGED);
  const [then, now] = [territory.on(day('2025-06-30')), territory.on(day('2025-07-01'))];
  expect([then.unit('a')?.shortName, now.unit('a')?.shortName]).toEqual(['An Bình', 'An Bình mới']);
  expect([then.lineage('a'), now.lineage('a')]).toEqual([
    ['a', '718', '74'],
    ['a', '79'],
  ]);
  expect(now.children('79').map(({ code }) => code)).toEqual(['a', 'b']);
  expect(now.children('74')).toEqual([]);
  expect(now.lineage('25747')).toEqual(['25747', '718', '74']);
  expect([then.root, now.root]).toEqual(['74', '79']);
  expect(territory.on(day('2020-01-01'))).toBe(then);
});

test('a split unit is carried to what holds all of it, and shares in what it became', () => {
  const carried = createTerritory(CHANGED).carried(day('2023-06-30'), day('2026-01-01'));
  expect(carried.lineage('a')).toEqual(['79']);
  expect(carried.split).toEqual(['a']);
  expect(carried.sharesOf('a')).toEqual(['a', 'b']);
  expect([carried.ownerOf('718'), carried.ownerOf('74-so-nv'), carried.ownerOf('unheard')]).toEqual(
    ['79', '79', '79'],
  );
  expect(carried.origins('79')).toEqual(['74']);
});

test('a succession that does not fit in time is told with its place', () => {
  expect(changed('a', { successors: ['a', 'x'] })).toEqual(['undefined units/a/successors']);
  expect(changed('a', { successors: ['25747'] })).toEqual(['validity units/a/successors']);
  expect(changed('a', { successors: ['b', 'b'] })).toEqual(['validity units/a/successors']);
  expect(changed('a', { validTo: '2025-07-05' })).toContain('validity units/a');
  expect(changed('a', { validTo: '2025-06-15' })).toEqual([
    'validity units/a/successors',
    'validity units/a/successors',
  ]);
  expect(changed('718', { validTo: '2024-12-31' })).toEqual([
    'validity units/a/parent',
    'validity units/25747/parent',
  ]);
  const endless = {
    ...unit('c', 'C', 'district', '79'),
    validFrom: '2025-07-01',
    successors: ['b'],
  };
  expect(
    findPackFaults({ ...CHANGED, units: [...CHANGED.units, endless] }).map(({ kind }) => kind),
  ).toEqual(['validity']);
});
