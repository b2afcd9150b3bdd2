import { describe, expect, test } from 'vitest';
import { type Dossier, dossierExample } from '../../../shared/event/dossier.ts';
import { momentsOf } from './timeline.ts';

const now = Date.parse('2023-12-10T09:00:00+07:00');
const { finished: _finished, returned: _returned, ...rest } = dossierExample;
const open: Dossier = { ...rest, status: '4' };
const due = { day: '2023-12-18', time: '17:00' };
const kinds = (dossier: Dossier, effective = due) =>
  momentsOf(dossier, effective, now).map(({ kind }) => kind);

describe('the course of a dossier', () => {
  test('of an open one runs over now to its due date', () => {
    expect(kinds(open)).toEqual(['received', 'now', 'original']);
    expect(momentsOf(open, due, now).map(({ isAhead }) => isAhead)).toEqual([false, false, true]);
  });

  test('of a closed one ends with the handing over, and has no now', () => {
    expect(kinds(dossierExample)).toEqual(['received', 'finished', 'returned', 'original']);
  });

  test('shows the due date in effect where pauses moved it', () => {
    const paused = [
      { from: '2023-12-05T08:00:00+07:00', to: '2023-12-07T08:00:00+07:00' },
      { from: '2023-12-08T08:00:00+07:00' },
    ];
    const moved = { day: '2023-12-20', time: '17:00' };
    expect(kinds({ ...open, paused }, moved)).toEqual([
      'received',
      'pauseFrom',
      'pauseTo',
      'pauseFrom',
      'now',
      'original',
      'effective',
    ]);
  });

  test('puts a due day without a time after what happened on it', () => {
    const dossier = { ...dossierExample, due: '2023-12-15T00:00:00+07:00' };
    expect(kinds(dossier, { ...due, day: '2023-12-15' })).toEqual([
      'received',
      'finished',
      'original',
      'returned',
    ]);
  });
});
