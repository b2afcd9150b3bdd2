import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoInstant } from '../unit/instant.ts';
import { localDayOf } from '../unit/local-day.ts';
import { newestMoment, nextMoment, type Schedule } from './schedule.ts';
import { createWorkingDays } from './working-days.ts';

/** Tết 2024: 8 to 14 February off; Saturday 17 February is worked. */
const days = createWorkingDays({
  holidays: ['08', '09', '12', '13', '14'].map((day) => ({
    day: `2024-02-${day}`,
    name: { vi: 'Tết', en: 'Tết' },
  })),
  makeUpDays: [{ day: '2024-02-17' }],
});
const at = (text: string) => Date.parse(`${text}+07:00`);
const next = (schedule: Schedule, after: string) =>
  isoInstant(nextMoment(schedule, days, at(after))).slice(0, 16);

describe('a schedule', () => {
  const daily: Schedule = { on: 'working-day', at: '07:30' };
  it('has a moment on each working day, and none on holidays and weekends', () => {
    expect(next(daily, '2024-02-06T07:29:59')).toBe('2024-02-06T07:30');
    expect(next(daily, '2024-02-06T07:30:00')).toBe('2024-02-07T07:30');
    expect(next(daily, '2024-02-07T08:00:00')).toBe('2024-02-15T07:30');
  });
  it('counts a make-up day', () => {
    expect(next(daily, '2024-02-16T12:00:00')).toBe('2024-02-17T07:30');
  });
  it('finds the first working day of a week and of a month', () => {
    const weekly: Schedule = { on: 'first-working-day-of-week', at: '08:00' };
    expect(next(weekly, '2024-02-06T00:00:00')).toBe('2024-02-15T08:00');
    const monthly: Schedule = { on: 'first-working-day-of-month', at: '08:00' };
    expect(next(monthly, '2024-02-01T08:00:00')).toBe('2024-03-01T08:00');
    expect(next(monthly, '2024-05-31T09:00:00')).toBe('2024-06-03T08:00');
  });
  it('makes up once for what was missed', () => {
    const missed = newestMoment(daily, days, at('2024-02-01T09:00:00'), at('2024-02-16T09:00:00'));
    expect(missed && isoInstant(missed).slice(0, 16)).toBe('2024-02-16T07:30');
    expect(
      newestMoment(daily, days, at('2024-02-16T07:30:00'), at('2024-02-16T18:00:00')),
    ).toBeUndefined();
  });
  it('always lies ahead, on a working day, at its time', () => {
    const schedules = fc.record({
      on: fc.constantFrom<Schedule['on']>(
        'working-day',
        'first-working-day-of-week',
        'first-working-day-of-month',
      ),
      at: fc.constantFrom('00:00', '07:30', '23:59'),
    });
    const instants = fc.integer({ min: at('2023-01-01T00:00:00'), max: at('2025-12-31T00:00:00') });
    fc.assert(
      fc.property(schedules, instants, (schedule, after) => {
        const moment = nextMoment(schedule, days, after);
        expect(moment).toBeGreaterThan(after);
        expect(days.isWorked(localDayOf(moment))).toBe(true);
        expect(isoInstant(moment).slice(11, 16)).toBe(schedule.at);
      }),
    );
  });
});
