import { expect, test } from 'vitest';
import type { AlarmDay, AlarmDays } from '../../shared/alarm/alarm-days.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { newFold } from '../fold/history.contract.ts';
import { ask, at, cell, contextOf } from './sample-context.ts';

const NOW = '2024-01-05T09:00:00+07:00';
const day = (on: string, own: Partial<AlarmDay> = {}): AlarmDay => ({
  day: localDayOf(at(`${on}T12:00:00+07:00`)),
  ...{ announced: 20, priorities: [1, 3, 16], operatorHours: 24 },
  ...{ windows: 144, calm: 141, floods: 0, chattering: [] },
  ...own,
});
const TOLD: AlarmDays = {
  toMs: at('2024-01-05T08:50:00+07:00'),
  unowned: 2,
  days: [
    day('2024-01-03', { chattering: ['a'] }),
    day('2024-01-04', { operatorHours: 48, floods: 2, chattering: ['a', 'b'] }),
  ],
};
const context = (told: AlarmDays | undefined, now = NOW) =>
  contextOf(newFold(), { now: at(now), alarms: () => told });
const WEEK = { period: { relative: 'last-7-days' } } as const;

test('figures of the alarm system are summed over the days and divided at the end', () => {
  const of = (part: string) => cell(context(TOLD), `alarm.${part}`, WEEK);
  expect(of('perHour')).toMatchObject({ num: 40, den: 72 });
  expect(of('floodShare')).toMatchObject({ num: 2, den: 288 });
  expect([of('calmShare').value, of('chattering').value, of('unowned').value]).toEqual([
    (282 / 288) * 100,
    2,
    2,
  ]);
  expect(['urgent', 'high', 'normal'].map((name) => of(`${name}Share`).value)).toEqual([5, 15, 80]);
  expect(ask(context(TOLD), { measures: ['alarm.perHour'], ...WEEK }).freshness.dataTo).toBe(
    TOLD.toMs,
  );
});

test('what is not known has a reason and never a zero', () => {
  const reason = (told: AlarmDays | undefined, part: string, own: object, now?: string) =>
    cell(context(told, now), `alarm.${part}`, { ...WEEK, ...own }).reason;
  expect(reason(undefined, 'perHour', {})).toBe('IOC_QUERY_NO_HISTORY');
  const before = { period: { from: '2023-12-01', to: '2023-12-31' } };
  expect(reason(TOLD, 'calmShare', before)).toBe('IOC_QUERY_NO_HISTORY');
  expect(reason(TOLD, 'unowned', before)).toBe('IOC_QUERY_NO_HISTORY');
  expect(reason(TOLD, 'perHour', {}, '2024-01-05T07:00:00+07:00')).toBe('IOC_QUERY_NO_HISTORY');
  expect(reason(TOLD, 'perHour', { unit: '718' })).toBe('IOC_QUERY_NO_UNIT');
  const few = { ...TOLD, days: [day('2024-01-04', { announced: 3 })] };
  expect(reason(few, 'urgentShare', {})).toBe('IOC_QUERY_NO_DENOMINATOR');
});
