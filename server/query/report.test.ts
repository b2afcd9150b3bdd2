import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dossierExample } from '../../shared/event/dossier.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { COMMON_MEASURES } from '../../shared/measure/catalogue.ts';
import { REPORT_FORMS, type ReportForm } from '../../shared/measure/report-forms.ts';
import type { Row } from '../../shared/query/answer.ts';
import { applyAll, dossierDraft, history, newFold } from '../fold/history.contract.ts';
import { ask, at, cell, contextOf } from './sample-context.ts';

const FORM = REPORT_FORMS.find(({ id }) => id === 'II.06a') as ReportForm;
const MEASURES = FORM.columns.map(({ measure }) => measure);
const NOW = at('2024-06-30T12:00:00+07:00');
const FEBRUARY = { from: '2024-02-01', to: '2024-02-29' };

const over = (events: readonly AcceptedEvent[]) =>
  contextOf(applyAll(newFold(), events), { now: NOW });
const figureOf = (row: Row, measure: string) => Number(row.values[measure]?.value ?? 0);
const sumOf = (rows: readonly Row[], measure: string) =>
  rows.reduce((sum, row) => sum + figureOf(row, measure), 0);

function expectIdentities(row: Row): void {
  for (const { total, parts } of FORM.identities) {
    const sum = parts.reduce((all, part) => all + figureOf(row, part), 0);
    expect(figureOf(row, total), total).toBe(sum);
  }
}

function dossierAt(time: string, code: string, data: object): AcceptedEvent {
  const own = { ...dossierExample, agency: 'H09.14', code, unit: '718', paused: [], ...data };
  return { kind: 'dossier', source: 'mc', id: `${code}@${time}`, time: at(time), data: own };
}

/** Counted nowhere: without it, the days after the last event would be a gap. */
const LATER_SIGN_OF_LIFE = dossierAt('2024-04-20T08:00:00+07:00', 'none', { status: '1' });

describe('form II.06a', () => {
  test('names measures that exist, each once, and identities among its columns', () => {
    const known = new Set(COMMON_MEASURES.map(({ id }) => id));
    expect(MEASURES.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(MEASURES).size).toBe(MEASURES.length);
    const named = FORM.identities.flatMap(({ total, parts }) => [total, ...parts]);
    expect(named.filter((id) => !MEASURES.includes(id))).toEqual([]);
  });

  test('adds up in every row of any period, and its rows add up to the grand total', () => {
    const period = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 30 }))
      .map(([from, days]) => ({ from: isoAfter(from), to: isoAfter(from + days) }));
    fc.assert(
      fc.property(history(dossierDraft, 14), period, (events, span) => {
        const context = over([...events, LATER_SIGN_OF_LIFE]);
        const query = { measures: MEASURES, period: span };
        const rows = ask(context, { ...query, by: ['field'] }).rows;
        const whole = ask(context, query).rows;
        for (const row of [...rows, ...whole]) expectIdentities(row);
        for (const id of MEASURES) expect(sumOf(rows, id), id).toBe(sumOf(whole, id));
      }),
      { numRuns: 60 },
    );
  });

  test('carries over what was open at the end of the day before', () => {
    fc.assert(
      fc.property(history(dossierDraft, 14), fc.integer({ min: 1, max: 50 }), (events, day) => {
        fc.pre(events.length > 0);
        const context = over(events);
        const start = { from: isoAfter(day), to: isoAfter(day + 5) };
        const before = { from: isoAfter(day - 1), to: isoAfter(day - 1) };
        const carried = cell(context, 'dossier.carriedOver', { period: start });
        const open = cell(context, 'dossier.open', { period: before });
        // Where the source had not yet told anything on the day before, there is no open stock to speak of.
        fc.pre(open.value !== null);
        expect(carried.value).toBe(open.value);
      }),
      { numRuns: 60 },
    );
  });

  test('of a closed month stays as it was when its open dossiers are resolved later', () => {
    const [a, b] = ['1', '2'];
    const open = {
      status: '4',
      received: '2024-02-05T08:00:00+07:00',
      due: '2024-03-05T17:00:00+07:00',
    };
    const early = { ...open, received: '2024-01-20T08:00:00+07:00' };
    const inTime = [
      dossierAt('2024-01-20T08:00:00+07:00', a, early),
      dossierAt('2024-02-05T08:00:00+07:00', b, open),
    ];
    const done = { status: '9', finished: '2024-03-09T09:00:00+07:00' };
    const later = [dossierAt('2024-03-09T09:00:00+07:00', b, { ...open, ...done })];
    const figures = (events: readonly AcceptedEvent[]) =>
      MEASURES.map((id) => cell(over(events), id, { period: FEBRUARY }).value);
    const of = (id: string) => cell(over([...inTime, ...later]), id, { period: FEBRUARY }).value;
    expect(figures([...inTime, ...later])).toEqual(figures(inTime));
    expect(
      ['carriedOver', 'receivedTotal', 'open', 'resolved'].map((name) => of(`dossier.${name}`)),
    ).toEqual([1, 2, 2, 0]);
  });

  test('keeps a correction made after the cut-off out of what was known at it', () => {
    const open = {
      status: '4',
      received: '2024-02-05T08:00:00+07:00',
      due: '2024-03-05T17:00:00+07:00',
    };
    const known = [dossierAt('2024-02-05T08:00:00+07:00', '1', open)];
    const moved = { ...open, received: '2024-01-31T16:00:00+07:00' };
    const corrected = [...known, dossierAt('2024-03-20T08:00:00+07:00', '1', moved)];
    const received = (events: readonly AcceptedEvent[]) =>
      cell(over(events), 'dossier.received', { period: FEBRUARY }).value;
    expect([received(known), received(corrected)]).toEqual([1, 0]);
  });
});

function isoAfter(days: number): string {
  return new Date(Date.UTC(2024, 0, 18) + days * 86_400_000).toISOString().slice(0, 10);
}
