import { expect, test } from 'vitest';
import type { AlarmPriority } from '../../shared/alarm/rule.ts';
import { type AlarmRecord, type Announcement, applyEntry } from './alarm-book.ts';
import { alarmDays, figureAlarms } from './alarm-figures.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const at = (minute: number, id = 'a', priority: AlarmPriority = 3): Announcement => ({
  atMs: minute * MINUTE_MS,
  id,
  priority,
});

const atDesk = (by: string, unit: string) => ({ unit, by, fromMs: 0, toMs: null });
const TWO_DESKS = [atDesk('Trực ca 1', '74'), atDesk('Trực ca 2', '718')];

function figures(announcements: readonly Announcement[], records: readonly AlarmRecord[] = []) {
  const asked = { announcements, records, fromMs: 0, toMs: 10 * HOUR_MS, onDuty: TWO_DESKS };
  const told = figureAlarms(asked);
  const of = (id: string) => told.figures.find((figure) => figure.id === id);
  return { told, of };
}

test('alarms an hour are those of one operator, diagnostic ones left out', () => {
  const many = Array.from({ length: 130 }, (_, i) => at(i * 4, `a${i}`));
  const { told, of } = figures([...many, at(5, 'd', 'diagnostic')]);
  expect(told.announced).toBe(130);
  expect(of('per-hour')).toMatchObject({ value: 6.5, limit: 6, isMet: false, num: 130, den: 20 });
});

test('calm windows and floods are counted in tens of minutes', () => {
  const flood = Array.from({ length: 10 }, (_, i) => at(20 + i * 0.9, `a${i}`));
  const { of } = figures([at(1), at(2, 'b'), at(11), at(12, 'b'), at(13, 'c'), ...flood]);
  expect(of('calm-windows')).toMatchObject({ num: 58, den: 60, isMet: true });
  expect(of('flood-time')).toMatchObject({ num: 1, den: 60, isMet: false });
});

test('an alarm that begins three times within a minute chatters, and counts once', () => {
  const { told, of } = figures([at(1), at(1.3), at(1.6), at(1.9), at(30), at(31.5, 'b')]);
  expect(told.announced).toBe(3);
  expect(of('chattering')).toMatchObject({ value: 1, isMet: false });
  expect(told.frequent).toEqual([
    { id: 'a', times: 2 },
    { id: 'b', times: 1 },
  ]);
});

test('priorities are held against five, fifteen and eighty per cent', () => {
  const mixed = Array.from({ length: 20 }, (_, i) =>
    at(i * 20, `a${i}`, i < 1 ? 1 : i < 4 ? 2 : 3),
  );
  const { of } = figures(mixed);
  expect([1, 2, 3].map((priority) => of(`priority-${priority}`)?.value)).toEqual([5, 15, 80]);
  const urgent = figures(mixed.map((one) => ({ ...one, priority: 1 as const })));
  expect(urgent.of('priority-1')).toMatchObject({ value: 100, isMet: false });
});

test('a period with few alarms or none has no shares of priorities, and breaks nothing', () => {
  expect(figures([at(1, 'a', 1)]).of('priority-1')?.value).toBeNull();
  const { told, of } = figures([]);
  expect(of('priority-1')?.value).toBeNull();
  expect(told.figures.every(({ isMet }) => isMet)).toBe(true);
});

test('what nobody has taken on for more than a day is without owner', () => {
  const raised = (minute: number): AlarmRecord => {
    const deed = { kind: 'raise', rule: 'r', priority: 2, value: 1, limit: 0, members: 1 } as const;
    const subject = { key: '', unit: '74', codes: {} };
    const entry = { seq: 1, atMs: minute * MINUTE_MS, by: '', deed: { ...deed, subject } };
    return applyEntry(undefined, 'r:', entry) as AlarmRecord;
  };
  const old = raised(-15 * 60);
  const assigned = applyEntry(old, 'r:', {
    ...{ seq: 2, atMs: 0, by: 'Trực ca 1' },
    deed: { kind: 'assign', to: 'Sở Tư pháp' },
  }) as AlarmRecord;
  expect(figures([], [old, assigned, raised(0)]).of('unowned')).toMatchObject({
    value: 1,
    isMet: false,
  });
});

test('days are told up to the last whole ten minutes, each with what its operators saw', () => {
  // 17:00 UTC is midnight in Việt Nam.
  const begins = 16 * 60;
  const announcements = [at(begins + 1), at(begins + 61, 'b', 1), at(begins + 62, 'c')];
  const span = { fromMs: begins * MINUTE_MS, toMs: (begins + 75) * MINUTE_MS };
  const told = alarmDays({ announcements, records: [], ...span, onDuty: TWO_DESKS });
  expect(told.toMs).toBe((begins + 70) * MINUTE_MS);
  expect(told.days).toMatchObject([
    { announced: 1, priorities: [0, 0, 1], operatorHours: 2, windows: 6, calm: 6, floods: 0 },
    { announced: 2, priorities: [1, 0, 1], windows: 1, calm: 1, chattering: [] },
  ]);
  expect(told.days[1]?.operatorHours).toBeCloseTo(2 / 6);
});
