import type { Pack } from '../../shared/territory/pack.ts';

const UNTIL = '2025-06-30';
const FROM = '2025-07-01';

const named = (code: string, level: 'province' | 'district' | 'commune' | 'department') => ({
  code,
  name: code,
  shortName: code,
  level,
});

/** Old communes, each with what it became; the new ones take their codes over where those are the same. */
export type Succession = Readonly<Record<string, readonly string[]>>;

/** A province of one district and its office that became a province without districts. */
export function succeedingPack(succession: Succession): Pack {
  const after = [...new Set(Object.values(succession).flat())];
  return {
    slug: 'noi-tiep',
    name: { vi: 'Tỉnh nối tiếp', en: 'Succeeding province' },
    root: '74',
    units: [
      { ...named('74', 'province'), validTo: UNTIL, successors: ['79'] },
      { ...named('718', 'district'), parent: '74', validTo: UNTIL, successors: after },
      { ...named('74-so', 'department'), parent: '74', validTo: UNTIL },
      ...Object.entries(succession).map(([code, successors]) => ({
        ...named(code, 'commune'),
        parent: '718',
        validTo: UNTIL,
        successors: [...successors],
      })),
      { ...named('79', 'province'), validFrom: FROM },
      ...after.map((code) => ({
        ...named(code, 'commune'),
        name: `${code} mới`,
        parent: '79',
        validFrom: FROM,
      })),
    ],
    agencies: [],
    fields: [],
    zones: [],
    junctions: [],
    owners: [],
    programmes: [],
  };
}
