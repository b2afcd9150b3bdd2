import { expect, test } from 'vitest';
import { REPORT_FORMS, type ReportForm } from '../../../shared/measure/report-forms.ts';
import type { Row } from '../../../shared/query/answer.ts';
import {
  columnNumber,
  filledRows,
  identityText,
  reportFaults,
  reportQueries,
} from '../../../shared/report/report-sheet.ts';
import { listAddress } from './report-links.ts';

const FORM = REPORT_FORMS.find(({ id }) => id === 'II.06a') as ReportForm;
const VALUES = [12, 5, 3, 4, 7, 2, 4, 1, 4, 3, 1, 1];
const row = (key: string, values: readonly number[] = VALUES): Row => ({
  key,
  values: Object.fromEntries(
    FORM.columns.map(({ measure }, at) => [`${measure}`, { value: values[at] ?? 0 }]),
  ),
});
const twice = VALUES.map((value) => value * 2);

test('columns and identities have the numbers of the paper', () => {
  expect(FORM.columns.map((_, at) => columnNumber(at)).slice(-3)).toEqual(['(12)', '(13)', '(*)']);
  expect(FORM.identities.map((identity) => identityText(FORM, identity))).toEqual([
    '(3) = (4) + (5) + (6)',
    '(3) = (7) + (11) + (*)',
    '(7) = (8) + (9) + (10)',
    '(11) = (12) + (13)',
  ]);
});

test('a form that adds up has no fault', () => {
  expect(reportFaults(FORM, [row('a'), row('b')], row('*', twice))).toEqual([]);
});

test('a row that does not add up is named, and so is a total that is not that of the rows', () => {
  const wrong = VALUES.with(7, 2);
  expect(reportFaults(FORM, [row('a', wrong), row('b')], row('*', twice))).toMatchObject([
    { row: 'a', total: 'dossier.resolved' },
    { row: '', total: 'dossier.resolvedLate', parts: undefined },
  ]);
});

test('rows without any dossier are left out', () => {
  const rows = [row('a'), row('b', [])];
  expect(filledRows({ rows }, FORM).map(({ key }) => key)).toEqual(['a']);
});

test('the total is asked and not added up; a level is settled by its own units', () => {
  const asked = { form: FORM, unit: '74', period: { relative: 'last-month' }, by: 'unit' } as const;
  const { whole, rows } = reportQueries({ ...asked, level: 'province' });
  expect(whole).toMatchObject({ filter: { level: ['province'] } });
  expect(whole.by).toBeUndefined();
  expect(rows).toMatchObject({
    by: ['unit'],
    level: 'department',
    filter: { level: ['province'] },
  });
  expect(reportQueries({ ...asked, level: 'all' }).rows.level).toBeUndefined();
});

test('a cell leads to the list of what it counts, as far as a list can know it', () => {
  const asked = {
    unit: '74',
    level: 'commune',
    by: 'field',
    row: 'dat-dai',
    span: { from: '2023-12-01', to: '2023-12-31' },
    today: '2024-01-01',
  } as const;
  expect(listAddress('dossier.resolvedLate', asked)).toBe(
    '/desk/list?unit=74&state=closed-late&level=commune&field=dat-dai&closedFrom=2023-12-01&closedTo=2023-12-31',
  );
  // What was open a month ago is open or closed today: no list of today has it.
  expect(listAddress('dossier.openLate', asked)).toBeUndefined();
  expect(listAddress('dossier.openLate', { ...asked, today: '2023-12-31' })).toContain('open-late');
  expect(listAddress('dossier.carriedOver', asked)).toBeUndefined();
});
