import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordRow } from '../../../shared/record/records.ts';
import { csvName, csvOf } from './csv.ts';

const row: RecordRow = {
  agency: 'H09.38',
  code: 'H09.38-231208-0042',
  unit: '725',
  field: 'dat-dai',
  procedure: 'tt-dat-dai-3',
  level: 'district',
  channel: 'direct',
  status: '4',
  received: '2023-12-08',
  due: '2024-01-02',
  dueTime: null,
  closed: null,
  state: 'open-late',
  lateDays: 3,
  workingHoursLeft: null,
  apology: 'none',
};
const pack = {
  slug: 'sample',
  name: { vi: 'Mẫu', en: 'Sample' },
  root: '74',
  units: [],
  agencies: [],
  fields: [],
  zones: [],
  junctions: [],
  owners: [],
  programmes: [],
};
const names = new Map([['unit', new Map([['725', { vi: 'Thuận An', en: 'Thuận An' }]])]]);
const known = { language: 'vi', names, pack } as const;
const read = (text: string, delimiter = ';'): string[][] => parse(text, { bom: true, delimiter });

describe('the list as a file', () => {
  test('has names, days that sort, and how each dossier stands', () => {
    const [head, first] = read(csvOf([row], known));
    expect(head?.slice(0, 3)).toEqual(['Mã hồ sơ', 'Cơ quan', 'Đơn vị']);
    expect(first?.slice(0, 3)).toEqual(['H09.38-231208-0042', 'H09.38', 'Thuận An']);
    expect(first?.slice(-4)).toEqual(['2023-12-08', '2024-01-02', '', 'quá hạn 3 ngày']);
  });

  test('begins with the mark of UTF-8, has commas in English', () => {
    expect(csvOf([], known).charCodeAt(0)).toBe(0xfeff);
    expect(read(csvOf([row], { ...known, language: 'en' }), ',')[0]?.[0]).toBe('Dossier');
  });

  test('gives back any text, and never one that a spreadsheet runs', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (code) => {
        const cell = read(csvOf([{ ...row, code }], known))[1]?.[0] ?? '';
        expect(cell).toBe(/^[=+\-@\t\r]/.test(code) ? `'${code}` : code);
      }),
    );
  });

  test('has a name that any system takes', () => {
    expect(csvName(['Hồ sơ', 'Thuận An', 'Trả trễ', '2024-01-01'])).toBe(
      'ho-so_thuan-an_tra-tre_2024-01-01.csv',
    );
  });
});
