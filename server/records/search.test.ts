import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkingTime } from '../../shared/calendar/working-time.ts';
import { dossierExample } from '../../shared/event/dossier.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import type { Fold } from '../fold/fold.ts';
import { applyAll, CALENDAR, newFold } from '../fold/history.contract.ts';
import { PACK } from '../query/sample-context.ts';
import { learnCodes } from './code-finder.ts';
import { NameIndex } from './name-index.ts';
import { search } from './search.ts';

const NAMED: Pack = {
  ...PACK,
  zones: [
    {
      code: 'vsip-1',
      name: 'Khu công nghiệp VSIP I',
      shortName: 'VSIP I',
      unit: '718',
      lon: 1,
      lat: 1,
    },
  ],
  procedures: [{ code: '1.003560', name: { vi: 'Đăng ký biến động đất đai', en: 'Land changes' } }],
};
const territory = createTerritory(NAMED);
const time = createWorkingTime(CALENDAR);

function foldOf(codes: readonly string[], unitOf = (_: number) => '718'): Fold {
  const events = codes.map((code, i) => {
    const data = { ...dossierExample, code, unit: unitOf(i) };
    return { kind: 'dossier' as const, source: 'mc', id: `${i}`, time: i, data };
  });
  return applyAll(newFold(), events);
}

function searcher(view: Fold, scope = ['74']) {
  const names = new NameIndex();
  const context = { view, territory, time, now: Date.UTC(2024, 0, 5), scope };
  const turns = { monoMs: () => 0, pause: async () => {} };
  return (query: string, limit = 5) => search(query, limit, names, context, turns);
}
const codesOf = (hits: readonly { readonly code: string }[]) => hits.map(({ code }) => code);

test('names are found without accents and case, by every word of the query', async () => {
  const find = searcher(foldOf([]));
  expect(await find('thu dau')).toEqual([
    { kind: 'unit', code: '718', name: 'Thủ Dầu Một', unit: '74' },
  ]);
  expect(codesOf(await find('ĐẤT dang'))).toEqual(['1.003560']);
  expect(codesOf(await find('khu vsip'))).toEqual(['vsip-1']);
  expect(codesOf(await find('719'))[0]).toBe('719');
  expect(await find('không có gì')).toEqual([]);
  expect(await find('  ')).toEqual([]);
});

test('a camera and a procedure nobody named are found by what is known of them', async () => {
  const fold = foldOf(['H09-1']);
  const data = { camera: 'CAM-550', name: 'Ngã tư 550', unit: '718', owner: 'bot' };
  const event = { kind: 'camera' as const, source: 'c', id: 'c', time: 0 };
  fold.apply({ ...event, data: { ...data, stage: 'connected' } }, { seq: 9, receivedAt: 0 });
  expect(await searcher(fold)('nga tu')).toEqual([
    { kind: 'camera', code: 'CAM-550', name: 'Ngã tư 550', unit: '718' },
  ]);
});

test('a dossier is found by its whole code, by how that begins, and by what is inside, newest first', async () => {
  const find = searcher(
    foldOf([
      'H09.14-231204-0017',
      'H09.14-231204-0018',
      'H09.14-231205-0017',
      'H09.15-231204-0001',
    ]),
  );
  expect(codesOf(await find('h09.14-231204-0017'))).toEqual(['H09.14-231204-0017']);
  expect(codesOf(await find('H09.14-231204'))).toEqual([
    'H09.14-231204-0018',
    'H09.14-231204-0017',
  ]);
  expect(codesOf(await find('-0017'))).toEqual(['H09.14-231205-0017', 'H09.14-231204-0017']);
  expect(codesOf(await find('H09', 2))).toEqual(['H09.15-231204-0001', 'H09.14-231205-0017']);
  expect(await find('17')).toEqual([]);
  expect((await find('H09.15-231204-0001'))[0]).toEqual({
    kind: 'dossier',
    code: 'H09.15-231204-0001',
    name: 'H09.15-231204-0001',
    unit: '718',
    agency: dossierExample.agency,
  });
});

test('nothing outside the scope is found', async () => {
  const fold = foldOf(['A-001', 'A-002'], (i) => (i === 0 ? '718' : '719'));
  expect(codesOf(await searcher(fold, ['719'])('A-00'))).toEqual(['A-002']);
  expect(codesOf(await searcher(fold, ['719'])('Thủ Dầu Một'))).toEqual([]);
  expect(codesOf(await searcher(fold, [])('A-00'))).toEqual([]);
});

test('among thousands of codes exactly those with the text are found, also over the borders of pages', async () => {
  const part = fc.constantFrom('H09', '14', '231204', '-', 'x', '0017', 'ÀÁ', 'đ');
  const code = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  const filler = Array.from({ length: 14_000 }, (_, i) => `H09.14-${String(i).padStart(20, '7')}`);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(code, { maxLength: 30 }),
      code,
      fc.boolean(),
      async (codes, text, isLearnt) => {
        const own = codes.map((each, i) => `${each}~${i}`);
        const fold = foldOf([...own.slice(0, 15), ...filler, ...own.slice(15)]);
        if (isLearnt) for (const _ of learnCodes(fold.dossierRows.codes));
        const found = codesOf(await searcher(fold)(text, 100_000)).filter((each) =>
          each.includes('~'),
        );
        const isNarrow = (each: string) => [...each].every((char) => char <= 'ÿ');
        const expected = own.filter(
          (each) => isNarrow(each) && each.toUpperCase().includes(text.toUpperCase()),
        );
        expect(found.sort()).toEqual(text.length < 3 ? [] : expected.sort());
      },
    ),
    { numRuns: 15 },
  );
});
