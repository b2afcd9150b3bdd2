import { describe, expect, test } from 'vitest';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import type { Petition } from '../../shared/event/petition.ts';
import {
  SCORE_766_GROUPS,
  SCORE_766_PARTS,
  score766PartId,
} from '../../shared/measure/score-766.ts';
import { type Score766Counts, score766Of, suppose } from '../../shared/measure/what-if-766.ts';
import { createFold } from '../fold/fold.ts';
import { sourcesOf } from './evaluate.ts';
import {
  ask,
  at,
  CATALOGUE,
  cell,
  column,
  contextOf,
  type Posted,
  post,
} from './sample-context.ts';

const petition = (id: string, own: Partial<Petition>) => ({
  id,
  received: '2023-05-01T08:00:00+07:00',
  due: '2023-05-10T08:00:00+07:00',
  field: 'dat-dai',
  unit: '718',
  ...own,
});

function contextWith(posted: readonly Posted[], petitions: readonly Petition[] = []) {
  const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  for (const [i, data] of petitions.entries())
    fold.apply(
      {
        kind: 'petition',
        data,
        source: 's',
        id: `${i}`,
        time: at('2023-12-30T00:00:00Z'),
      } as AcceptedEvent,
      { seq: i + 1, receivedAt: at('2023-12-31T00:00:00Z') },
    );
  const dossiers = post(fold.dossiers as never, posted);
  return contextOf({
    ...fold,
    dossiers,
    dataTo: (source) =>
      source === 'petition' && petitions.length === 0 ? null : at('2023-12-31T00:00:00Z'),
  });
}

const DOSSIERS: readonly Posted[] = [
  { on: '2023-02-10', received: 8, early: 4, onTime: 2, late: 2, hasFee: 4, paidOnline: 3 },
  { on: '2023-02-10', unit: '719', received: 2, openLate: 1, digitised: 2 },
  { on: '2023-02-10', channel: 'online-full', received: 2, early: 2, electronicResult: 1 },
];
const points = (context: ReturnType<typeof contextWith>, group: string, query = {}) =>
  cell(context, `dossier.score766${group}`, query);

test('each group is its share of the points, told beside the points that could be scored', () => {
  const context = contextWith(DOSSIERS, [
    petition('1', { answered: '2023-05-09T08:00:00+07:00', satisfaction: 'satisfied' }),
    petition('2', { answered: '2023-05-20T08:00:00+07:00', satisfaction: 'dissatisfied' }),
  ]);
  // 8 in time + 1 open in term of 12 handled: 75 %.
  expect(points(context, '.progress')).toMatchObject({ value: 15, den: 20 });
  // 1 online dossier with an electronic result of 12: 8,33 %.
  expect(points(context, '.online').value).toBeCloseTo(0.9996, 10);
  expect(points(context, '.payment')).toMatchObject({ value: 4.5, den: 6 });
  // 50 % × 6 + 50 % × 6 + 80 % × 6.
  expect(points(context, '.satisfaction').value).toBeCloseTo(10.8, 10);
  // 8,33 % × 6 + 16,67 % × 4.
  expect(points(context, '.digitisation').value).toBeCloseTo(0.4998 + 0.6668, 10);
  expect(points(context, '')).toMatchObject({ den: 66 });
  expect(points(context, '').value).toBeCloseTo(15 + 0.9996 + 4.5 + 10.8 + 1.1666, 10);
});

test('what nothing was counted for is not scored, and not zero', () => {
  const context = contextWith(DOSSIERS);
  expect(points(context, '.satisfaction').value).toBeCloseTo(4.8, 10);
  expect(points(context, '.satisfaction').den).toBe(6);
  expect(points(context, '.payment', { unit: '719' })).toMatchObject({
    value: null,
    reason: 'IOC_QUERY_NO_DENOMINATOR',
  });
  expect(points(context, '', { unit: '719' }).den).toBe(42);
});

test('units are ranked by their own score, recomputed and not averaged', () => {
  const context = contextWith(DOSSIERS);
  const answer = ask(context, { measures: ['dossier.score766.progress'], by: ['unit'] });
  expect(column(answer, 'dossier.score766.progress')).toEqual({ '718': 16, '719': 10 });
});

test('the what-if is the points of progress that going late would cost', () => {
  const dueNext: Posted[] = [{ on: '2023-12-30', received: 3, dueIn8h: 3 }];
  const open = contextWith([...DOSSIERS, ...dueNext]);
  const gain = points(open, '.whatIf').value ?? 0;
  const late = contextWith([...DOSSIERS, { on: '2023-12-30', received: 3, openLate: 3 }]);
  const before = points(open, '.progress').value ?? 0;
  const after = points(late, '.progress').value ?? 0;
  expect(gain).toBeCloseTo(before - after, 10);
  expect(gain).toBe(4);
});

test('a score is asked again when any of its sources changes', () => {
  const query = { measures: ['dossier.score766'], unit: '74', period: { from: '', to: '' } };
  expect(sourcesOf(query, CATALOGUE)).toEqual(['dossier', 'petition']);
});

test('before a weekend nothing is due on the next day, and yet something is at stake', () => {
  const open: Posted[] = [{ on: '2023-12-29', received: 3, dueIn8h: 3 }];
  expect(points(contextWith([...DOSSIERS, ...open]), '.whatIf').value).toBe(4);
});

describe('what is supposed on a page gives the points that the server would give', () => {
  const PETITIONS = [
    petition('1', { answered: '2023-05-09T08:00:00+07:00', satisfaction: 'satisfied' }),
    petition('2', { answered: '2023-05-20T08:00:00+07:00', satisfaction: 'dissatisfied' }),
  ];
  const OPEN: Posted[] = [{ on: '2023-12-29', received: 5, dueIn8h: 3 }];
  const countsOf = (context: ReturnType<typeof contextWith>): Score766Counts =>
    Object.fromEntries(
      SCORE_766_PARTS.flatMap(({ code }) => {
        const { num, den } = cell(context, score766PartId(code));
        return num === undefined || den === undefined ? [] : [[code, { num, den }]];
      }),
    );
  const expectSame = (counts: Score766Counts, context: ReturnType<typeof contextWith>) => {
    const sheet = score766Of(counts);
    expect(sheet.points).toBeCloseTo(points(context, '').value ?? Number.NaN, 10);
    expect(sheet.reachable).toBe(points(context, '').den);
    for (const { code, points: own, reachable } of sheet.groups)
      if (reachable > 0)
        expect(own, code).toBeCloseTo(points(context, `.${code}`).value ?? Number.NaN, 10);
  };
  const pools = { dueIn8h: 3, later: 3 };

  test('as it is', () => {
    for (const petitions of [PETITIONS, []]) {
      const context = contextWith([...DOSSIERS, ...OPEN], petitions);
      expectSame(countsOf(context), context);
      expectSame(suppose(countsOf(context), pools, { closing: {}, shares: {} }), context);
    }
  });

  test('when two of three due next close in time and the third goes late', () => {
    const counts = countsOf(contextWith([...DOSSIERS, ...OPEN], PETITIONS));
    const after = contextWith(
      [...DOSSIERS, ...OPEN, { on: '2023-12-30', early: 2, openLate: 1 }],
      PETITIONS,
    );
    expectSame(suppose(counts, pools, { closing: { dueIn8h: 2 }, shares: {} }), after);
  });

  test('when all with a fee are paid online and nothing is digitised', () => {
    const counts = countsOf(contextWith([...DOSSIERS, ...OPEN], PETITIONS));
    const after = contextWith(
      [...DOSSIERS, ...OPEN, { on: '2023-02-10', paidOnline: 1, digitised: -2 }],
      PETITIONS,
    );
    const shares = { payment: 100, papersDigitised: 0 };
    expectSame(suppose(counts, pools, { closing: {}, shares }), after);
  });

  test('online dossiers with an electronic result have one', () => {
    const counts = countsOf(contextWith(DOSSIERS, PETITIONS));
    const supposed = suppose(counts, pools, { closing: {}, shares: { online: 50 } });
    expect(supposed.online).toEqual({ num: 6, den: 12 });
    expect(supposed.electronicResult).toEqual({ num: 6, den: 12 });
  });
});

test('parts and gaps of the groups are the hundred points of the decision', () => {
  for (const { code, max, parts, gaps } of SCORE_766_GROUPS)
    expect(
      [...parts, ...gaps].reduce((sum, each) => sum + each.max, 0),
      code,
    ).toBe(max);
  expect(SCORE_766_GROUPS.map(({ max }) => max)).toEqual([18, 20, 12, 10, 18, 22]);
});
