import { describe, expect, it } from 'vitest';
import { codeChoices } from './code-choices.ts';

const known = new Map([
  ['718', { vi: 'Thủ Dầu Một', en: 'Thủ Dầu Một' }],
  ['720', { vi: 'Dầu Tiếng', en: 'Dầu Tiếng' }],
  ['721', { vi: 'Bến Cát', en: 'Bến Cát' }],
  ['7', { vi: 'Công dân rút', en: 'Withdrawn' }],
]);
const asked = (search: string, codes: readonly string[] = []) =>
  codeChoices({ known, language: 'vi', codes, search }).map(({ code }) => code);

describe('values for a filter', () => {
  it('are found by name without accents, in either language, and by code', () => {
    expect(asked('dau')).toEqual(['718', '720']);
    expect(asked('withdrawn')).toEqual(['7']);
    expect(asked('721')).toEqual(['721']);
  });
  it('begin with the one whose code was typed whole', () => {
    expect(asked('7')[0]).toBe('7');
    expect(asked('7')).toHaveLength(4);
  });
  it('are all there before anything is typed, but for those already chosen', () => {
    expect(asked('', ['718', '7'])).toEqual(['720', '721']);
    expect(asked('Bến Cát', ['721'])).toEqual([]);
    expect(asked('khong co')).toEqual([]);
  });
  it('are at most eight', () => {
    const many = new Map(
      Array.from({ length: 90 }, (_, at) => [`c${at}`, { vi: `Xã ${at}`, en: '' }]),
    );
    expect(codeChoices({ known: many, language: 'vi', codes: [], search: 'xa' })).toHaveLength(8);
  });
  it('are taken as typed where the province keeps no list of them', () => {
    const none = { known: undefined, language: 'vi' as const, codes: ['a'] };
    expect(codeChoices({ ...none, search: ' CAM-1 ' })).toEqual([
      { code: 'CAM-1', name: 'CAM-1', told: '' },
    ]);
    for (const search of ['', 'a']) expect(codeChoices({ ...none, search })).toEqual([]);
  });
});
