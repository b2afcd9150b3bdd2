import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Pack } from '../../../shared/territory/pack.ts';
import { createTerritory } from '../../../shared/territory/territory.ts';
import { type LocalDay, parseDay } from '../../../shared/unit/local-day.ts';
import type { AreaCollection } from '../../viz/map-picture.ts';
import { areasIn, camerasAt, levelOf, sitesIn, sitesWithout, valuesOf } from './map-picture-of.ts';

const unit = (code: string, parent?: string) => ({
  code,
  name: code,
  shortName: `Tên ${code}`,
  level: parent === '718' ? ('commune' as const) : ('district' as const),
  ...(parent ? { parent } : {}),
});
const site = (code: string, of: string) => ({
  code,
  name: code,
  shortName: code,
  unit: of,
  lon: 106.7,
  lat: 11,
});
const pack: Pack = {
  slug: 'p',
  name: { vi: 'Tỉnh', en: 'Province' },
  root: '74',
  units: [unit('74'), unit('718', '74'), unit('725', '74'), unit('25741', '718')],
  agencies: [],
  fields: [],
  zones: [site('z1', '718'), site('z2', '725')],
  junctions: [site('j1', '718')],
  owners: [],
  programmes: [],
};
const BORDERS = createTerritory(pack).on(parseDay('2023-12-31') as LocalDay);
const areasOf = (...codes: string[]): AreaCollection => ({
  type: 'FeatureCollection',
  features: codes.map((code) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [[]] },
  })),
});
const measure = {
  id: 'dossier.onTimeRate',
  decimals: 2,
  unit: { vi: '%', en: '%' },
} as Measure;
const row = (code: string, value: number | null): Row => ({
  key: code,
  unit: code,
  values: { 'dossier.onTimeRate': { value } },
});
const reading = { measure, limits: { warnBelow: 97 }, language: 'vi' as const };

describe('the picture of a map', () => {
  it('shades normal values over their own span and marks abnormal ones', () => {
    const areas = areasOf('718', '725', '719', '720');
    const rows = [row('718', 99), row('725', 96.4), row('719', 98)];
    const values = valuesOf(areas, rows, BORDERS, reading);
    expect(values.map(({ shade }) => shade)).toEqual([1, 0, 0, null]);
    expect(values.map(({ severity }) => severity)).toEqual(['normal', 'warn', 'normal', 'normal']);
    expect(values.map(({ value }) => value)).toEqual(['99,00%', '96,40%', '98,00%', '—']);
    expect(values[0]?.name).toBe('Tên 718');
  });
  it('shows names only where the query is not about areas', () => {
    const [area] = valuesOf(areasOf('718'), [], BORDERS, { ...reading, measure: undefined });
    expect(area).toMatchObject({ value: '', shade: 0, severity: 'normal' });
  });
  it('takes the communes of one district, and its zones and junctions', () => {
    expect(areasIn(areasOf('25741', '25999'), BORDERS, '718').features).toHaveLength(1);
    const all = areasOf('718', '725');
    expect(areasIn(all, BORDERS, '74')).toBe(all);
    const shown = { zones: true, junctions: true };
    expect(sitesIn(pack, BORDERS, '718', shown).map(({ code }) => code)).toEqual(['z1', 'j1']);
    expect(sitesIn(pack, BORDERS, '74', { zones: true })).toHaveLength(2);
  });
  it('draws the level of its rows, else that of the units below', () => {
    expect(levelOf(BORDERS, '74', undefined)).toBe('district');
    expect(levelOf(BORDERS, '74', 'commune')).toBe('commune');
    expect(levelOf(BORDERS, '25741', undefined)).toBe('commune');
  });
  it('places counted cameras by the register and leaves out those without a place', () => {
    const rowOf = (camera: string, value: number): Row => ({
      key: camera,
      camera,
      state: 'online',
      values: { 'camera.connected': { value } },
    });
    const rows = [rowOf('a', 1), rowOf('b', 1), rowOf('c', 1), rowOf('d', 0)];
    const places = new Map(
      [
        { camera: 'a', lon: 106.7, lat: 11, zone: 'z1' },
        { camera: 'b' },
        { camera: 'd', lon: 106.7, lat: 11 },
      ].map((place) => [place.camera, place]),
    );
    const cameras = camerasAt(rows, places, 'camera.connected');
    expect(cameras).toEqual([{ code: 'a', lon: 106.7, lat: 11, state: 'online' }]);
    const sites = sitesIn(pack, BORDERS, '74', { zones: true });
    expect(sitesWithout(sites, cameras, places).map(({ code }) => code)).toEqual(['z2']);
  });
});
