import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../shared/territory/pack.ts';
import { createTerritory } from '../../../shared/territory/territory.ts';
import type { LocalDay } from '../../../shared/unit/local-day.ts';
import { unitRows } from './unit-tree.ts';

const unit = (
  code: string,
  name: string,
  level: 'province' | 'district' | 'commune',
  parent?: string,
) => ({
  code,
  name,
  shortName: name,
  level,
  ...(parent !== undefined && { parent }),
});
const pack: Pack = {
  slug: 'mau',
  name: { vi: 'Tỉnh mẫu', en: 'Sample' },
  root: '74',
  units: [
    unit('74', 'Tỉnh mẫu', 'province'),
    unit('725', 'Dĩ An', 'district', '74'),
    unit('718', 'Bến Cát', 'district', '74'),
    unit('1', 'Phường Đông Hòa', 'commune', '725'),
  ],
  agencies: [],
  fields: [],
  zones: [],
  junctions: [],
  owners: [],
  programmes: [],
};
const borders = createTerritory(pack).on(19_700 as LocalDay);
const codes = (open: readonly string[], search = '') =>
  unitRows(borders, new Set(open), search).map((row) => `${row.depth}:${row.unit.code}`);

describe('the tree of units', () => {
  it('shows what is open, children in Vietnamese order', () => {
    expect(codes([])).toEqual(['0:74']);
    expect(codes(['74'])).toEqual(['0:74', '1:718', '1:725']);
    expect(codes(['74', '725'])).toEqual(['0:74', '1:718', '1:725', '2:1']);
  });
  it('is searched without accents and by code, and says where what it found lies', () => {
    expect(codes([], 'dong hoa')).toEqual(['0:1']);
    expect(unitRows(borders, new Set(), 'dong hoa')[0]?.above).toBe('Dĩ An');
    expect(codes([], '718')).toEqual(['0:718']);
    expect(codes([], 'xyz')).toEqual([]);
  });
});
