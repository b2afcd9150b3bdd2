import { describe, expect, test } from 'vitest';
import { createFindIndex, findIn, joinFinds } from './finds.ts';

const unit = (code: string, name: string, level: 'district' | 'commune', parent: string) => ({
  code,
  name,
  shortName: name.replace(/^(Thành phố|Phường|Xã) /, ''),
  level,
  parent,
});
const units = [
  { code: '74', name: 'Tỉnh Bình Dương', shortName: 'Bình Dương', level: 'province' as const },
  unit('718', 'Thành phố Thủ Dầu Một', 'district', '74'),
  unit('724', 'Thành phố Dĩ An', 'district', '74'),
  unit('25951', 'Phường Dĩ An', 'commune', '724'),
  unit('25960', 'Phường An Bình', 'commune', '724'),
  unit('25978', 'Phường An Phú', 'commune', '725'),
];
const pack = {
  slug: 'sample',
  name: { vi: 'Tỉnh Bình Dương', en: 'Binh Duong' },
  root: '74',
  units,
  agencies: [],
  fields: [{ code: 'dat-dai', name: { vi: 'Đất đai', en: 'Land' } }],
  zones: [
    { code: 'vsip-1', name: 'KCN VSIP I', shortName: 'VSIP I', unit: '725', lon: 106, lat: 11 },
  ],
  junctions: [],
  owners: [],
  programmes: [],
};
const index = createFindIndex({ pack, language: 'vi', units, sections: [] });
const codes = (asked: string, most = 10) => findIn(index, asked, most).map(({ code }) => code);

describe('the search', () => {
  test('finds without accents and case', () => {
    expect(codes('thu dau mot')).toEqual(['718']);
    expect(codes('ĐẤT')).toEqual(['dat-dai']);
    expect(codes('dat dai')).toEqual(['dat-dai']);
  });

  test('finds by code, and by the unit above', () => {
    expect(codes('25978')).toEqual(['25978']);
    expect(codes('phuong di an')).toEqual(['25951', '25960']);
  });

  test('puts what has the very words in its name first', () => {
    expect(codes('an phu')[0]).toBe('25978');
    expect(codes('di an').slice(0, 2)).toEqual(['724', '25951']);
  });

  test('finds nothing for nothing, and no more than asked', () => {
    expect(codes('  ')).toEqual([]);
    expect(codes('an', 1)).toHaveLength(1);
  });
});

describe('what the server finds', () => {
  const here = findIn(index, 'an', 10);
  const hit = {
    kind: 'dossier',
    code: 'H09-1',
    name: 'H09-1',
    unit: '718',
    agency: 'H09',
  } as const;
  const join = (hits: Parameters<typeof joinFinds>[1], most = 10) =>
    joinFinds(here, hits, () => 'Thủ Dầu Một', most);

  test('comes after what is known here, with the unit it lies in', () => {
    expect(join([hit]).at(-1)).toMatchObject({ code: 'H09-1', detail: 'Thủ Dầu Một' });
    expect(join([hit])).toHaveLength(here.length + 1);
  });

  test('is not shown twice, and not pushed out', () => {
    const twice = { kind: 'unit', code: '724', name: 'Dĩ An', unit: '74' } as const;
    expect(join([twice])).toHaveLength(here.length);
    expect(join([hit], 2).map(({ kind }) => kind)).toContain('dossier');
  });
});
