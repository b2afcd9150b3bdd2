import type { Borders } from '../../../shared/territory/borders.ts';
import type { Language } from '../../../shared/unit/format.ts';

/** What the rows of the table are: units of a level below the one shown, or fields. */
export type Split = 'district' | 'department' | 'commune' | 'field';

export const SPLIT_NAMES: Readonly<Record<Language, Readonly<Record<Split, string>>>> = {
  vi: {
    district: 'Huyện, thành phố',
    department: 'Sở, ngành',
    commune: 'Xã, phường',
    field: 'Lĩnh vực',
  },
  en: {
    district: 'Districts',
    department: 'Departments',
    commune: 'Communes',
    field: 'Fields',
  },
};

/** Ways to split what a unit does, the nearest first; the fields always are one. */
export function splitsOf(borders: Borders, unit: string): readonly Split[] {
  const levels = new Set(borders.below(unit).map(({ code, level }) => code !== unit && level));
  const found = (['district', 'department', 'commune'] as const).filter((level) =>
    levels.has(level),
  );
  return [...found, 'field'];
}

/** What no row of the split stands for, in words. */
export function restName(split: Split, borders: Borders, unit: string, language: Language): string {
  const isOfDistrict = split === 'commune' && borders.unit(unit)?.level === 'district';
  return REST_NAMES[language][isOfDistrict ? 'communeOfDistrict' : split];
}

const REST_NAMES = {
  vi: {
    district: 'Cấp tỉnh (sở, ngành)',
    department: 'Huyện và xã',
    commune: 'Cấp trên xã',
    communeOfDistrict: 'Cấp huyện',
    field: 'Lĩnh vực khác',
  },
  en: {
    district: 'Departments',
    department: 'Districts and communes',
    commune: 'Above communes',
    communeOfDistrict: 'District level',
    field: 'Other fields',
  },
} as const;
