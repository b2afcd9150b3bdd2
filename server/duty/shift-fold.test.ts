import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHIFT_DEEDS, type ShiftLog } from '../../shared/duty/shift.ts';
import type { Act } from '../store/journal.ts';
import { applyShift } from './shift-fold.ts';

const OFFER = { summary: 'Bình thường', items: [], digest: 'd1' };
const bodyOf = (kind: string, digest: string) =>
  kind === 'offer' ? { offer: OFFER } : { text: 'Ghi chú', digest };
const actOf = (seq: number, kind: string, by: string, digest = 'd1'): Act => ({
  ...{ seq, kind, by, at: seq * 1000, topic: 'shift', subject: '74' },
  body: bodyOf(kind, digest),
});
const fold = (...acts: Act[]) =>
  acts.reduce<ShiftLog | undefined>((log, act) => applyShift(log, act), undefined);

describe('a shift', () => {
  test('is handed over by the signatures of both, and the next one begins', () => {
    const log = fold(
      actOf(1, 'start', 'Trực ca 1'),
      actOf(2, 'note', 'Trực ca 1'),
      actOf(3, 'offer', 'Trực ca 1'),
      actOf(4, 'take', 'Trực ca 2'),
    );
    expect(log?.shifts).toMatchObject([
      { id: '4', onDuty: 'Trực ca 2', startedAt: 4000, offer: null, end: null },
      {
        onDuty: 'Trực ca 1',
        offer: { by: 'Trực ca 1', at: 3000, digest: 'd1' },
        end: { by: 'Trực ca 2', at: 4000, signed: 'both' },
      },
    ]);
  });

  test('is not taken over by the one who hands it over, nor on another digest', () => {
    const offered = [actOf(1, 'start', 'Trực ca 1'), actOf(2, 'offer', 'Trực ca 1')];
    expect(fold(...offered, actOf(3, 'take', 'Trực ca 1'))?.shifts).toHaveLength(1);
    expect(fold(...offered, actOf(3, 'take', 'Trực ca 2', 'd2'))?.shifts).toHaveLength(1);
  });

  test('that was offered takes no more notes until it is withdrawn', () => {
    const offered = [actOf(1, 'start', 'a'), actOf(2, 'offer', 'a'), actOf(3, 'note', 'b')];
    expect(fold(...offered)?.shifts[0]?.notes).toEqual([]);
    const withdrawn = fold(...offered, actOf(4, 'withdraw', 'a'), actOf(5, 'note', 'b'));
    expect(withdrawn?.shifts[0]).toMatchObject({ offer: null, notes: [{ by: 'b' }] });
  });

  test('of somebody absent is relieved by one signature, and says so', () => {
    const log = fold(actOf(1, 'start', 'a'), actOf(2, 'relieve', 'b'));
    expect(log?.shifts[1]?.end).toMatchObject({ by: 'b', signed: 'incoming', reason: 'Ghi chú' });
  });

  test('after any acts one shift at most runs, each began when the one before it ended, and both signed the same', () => {
    const step = fc.record({
      kind: fc.constantFrom(...SHIFT_DEEDS),
      by: fc.constantFrom('a', 'b', 'c'),
      digest: fc.constantFrom('d1', 'd2'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const log = fold(...steps.map(({ kind, by, digest }, i) => actOf(i + 1, kind, by, digest)));
        const shifts = log?.shifts ?? [];
        expect(shifts.map(({ end }) => end === null)).toEqual(shifts.map((_, i) => i === 0));
        const ends = shifts.flatMap(({ end }) => end ?? []);
        const begun = shifts.slice(0, -1).map(({ onDuty, startedAt }) => [onDuty, startedAt]);
        expect(begun).toEqual(ends.map(({ by, at }) => [by, at]));
        expect(shifts.filter(({ onDuty, end }) => end?.by === onDuty)).toEqual([]);
        const unsigned = shifts.filter(
          ({ onDuty, offer, end }) => end?.signed === 'both' && offer?.by !== onDuty,
        );
        expect(unsigned).toEqual([]);
      }),
    );
  });
});
