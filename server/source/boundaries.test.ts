import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { layerFor } from '../../shared/territory/boundary-layer.ts';
import { IocError } from '../errors.ts';
import { type ReadLayer, readAreas, readBoundaries } from './boundaries.ts';
import { findBoundaryFaults } from './boundary-faults.ts';
import { readPack } from './pack.ts';

const BINH_DUONG = path.resolve('fixtures/provinces/binh-duong');
const OFFICIAL = path.resolve('../shared/geo/official');
const { pack } = readPack(BINH_DUONG);
const scratch = mkdtempSync(path.join(tmpdir(), 'ioc-boundaries-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const SQUARE = [
  [106.6, 11],
  [106.7, 11],
  [106.7, 11.1],
  [106.6, 11.1],
  [106.6, 11],
];
const area = (
  code: string,
  ring: readonly (readonly number[])[] = SQUARE,
  ...holes: unknown[]
) => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates: [ring, ...holes] },
});

let folders = 0;
/** A folder of official files. */
function folderOf(files: Readonly<Record<string, readonly unknown[]>>): string {
  const folder = path.join(scratch, String(folders++));
  mkdirSync(folder);
  for (const [name, features] of Object.entries(files))
    writeFileSync(
      path.join(folder, `${name}.geojson`),
      JSON.stringify({ type: 'FeatureCollection', features }),
    );
  return folder;
}
const read = (files: Readonly<Record<string, readonly unknown[]>>) =>
  readBoundaries(BINH_DUONG, folderOf(files), pack);
function fault(...features: unknown[]): string {
  try {
    read({ districts: features });
  } catch (error) {
    if (error instanceof IocError && error.code === 'IOC_PACK_BOUNDARY')
      return error.message.slice(error.message.indexOf('.geojson/') + 9);
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('a file of boundaries', () => {
  it('says by its codes which level and time it is of', () => {
    const layers = readBoundaries(BINH_DUONG, undefined, pack);
    expect(layers.map(({ areas: _, ...layer }) => layer)).toContainEqual({
      name: 'districts',
      level: 'district',
      to: '2025-06-30',
      schematic: true,
    });
    expect(layerFor(layers, 'commune', '2023-12-31')?.name).toBe('communes');
    expect(layerFor(layers, 'commune', '2025-07-01')?.name).toBe('communes-2025');
    expect(layerFor(layers, 'district', '2025-07-01')).toBeUndefined();
  });
  it('replaces the schematic one of its level and time, under the name that boards know', () => {
    const named = (layers: readonly ReadLayer[]) => layers.find(({ name }) => name === 'districts');
    const layers = read({ 'huyen_binh-duong': [area('718')], 'districts_tay-ninh': [area('703')] });
    expect(named(layers)).toMatchObject({ level: 'district', schematic: false });
    expect(named(layers)?.areas.features).toHaveLength(1);
    expect(layers.filter(({ level }) => level === 'district')).toHaveLength(1);
    expect(layers.find(({ name }) => name === 'communes')?.schematic).toBe(true);
  });
  it('is refused beside another one of its level and time', () => {
    expect(() => read({ 'huyen-a': [area('718')], 'huyen-b': [area('719')] })).toThrow(
      /huyen-b: expected one file of the level district/,
    );
  });
  it('may hold a whole province under its own code', () => {
    const outline = { ...area(''), properties: { province_code: '74' } };
    const layers = read({ province: [outline] });
    expect(layers.find(({ level }) => level === 'province')?.areas.features[0]?.properties).toEqual(
      {
        code: '74',
      },
    );
  });
});

test('each slip in a file is told with the feature and the position', () => {
  expect(fault(area('999'))).toBe('features/0/properties/code: expected a unit, came 999');
  expect(fault(area('718'), area('25747'))).toContain('expected units of one level at one time');
  expect(fault(area('718'), area('718'))).toBe(
    'features/1 (718): expected each code once, came 718',
  );
  expect(fault(area('718', SQUARE.slice(0, 4)))).toBe(
    'features/0 (718)/ring 0/position 3: expected the first position again (106.6,11), came 106.6,11.1',
  );
  expect(fault(area('718', SQUARE.toReversed()))).toContain('an outer ring against the clock');
  expect(fault(area('718', SQUARE, SQUARE))).toContain(
    'features/0 (718)/ring 1: expected a hole that runs clockwise',
  );
  const swapped = SQUARE.map(([lon, lat]) => [lat, lon] as number[]);
  expect(fault(area('718', swapped))).toContain('ring 0/position 0: expected a longitude');
  const slipped = SQUARE.map(([lon, lat], i) =>
    i === 2 ? [108.7, 11.1] : ([lon, lat] as number[]),
  );
  expect(fault(area('718', slipped as number[][]))).toContain('ring 0/position 2: expected');
  expect(fault({ ...area('718'), properties: {} })).toBe(
    'features/0/properties: expected a code, came none',
  );
});

test.skipIf(!existsSync(OFFICIAL))('official files of all provinces have sound geometry', () => {
  const names = readdirSync(OFFICIAL).filter((name) => name.endsWith('.geojson'));
  expect(names).toHaveLength(12);
  for (const name of names) {
    const areas = readAreas(path.join(OFFICIAL, name));
    expect(areas.features.length, name).toBeGreaterThan(0);
    const nowhere = { ...pack, units: [] };
    expect(findBoundaryFaults(areas, nowhere), name).toEqual([]);
  }
});

const PROVINCES = 'fixtures/provinces';
const official = existsSync(OFFICIAL) ? readdirSync(OFFICIAL) : [];
const covered = readdirSync(PROVINCES).filter((slug) =>
  official.some((name) => name.endsWith(`_${slug}.geojson`)),
);

test.skipIf(covered.length === 0)('official files drop into every pack as they are', () => {
  expect(covered).toContain('binh-duong');
  for (const slug of covered) {
    const { layers } = readPack(path.join(PROVINCES, slug), OFFICIAL);
    const shown = layers.map(({ level, from, to, schematic }) => [level, from, to, schematic]);
    expect(shown, slug).toHaveLength(4);
    expect(shown, slug).toEqual(
      expect.arrayContaining([
        ['province', undefined, '2025-06-30', false],
        ['district', undefined, '2025-06-30', false],
        ['commune', undefined, '2025-06-30', false],
        ['commune', '2025-07-01', undefined, false],
      ]),
    );
  }
});
