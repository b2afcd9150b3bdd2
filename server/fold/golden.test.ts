import { expect, test, vi } from 'vitest';
import type { Dossier } from '../../shared/event/dossier.ts';
import { dayOf, type LocalDay } from '../../shared/unit/local-day.ts';
import { createFold, type Fold } from './fold.ts';

// Hundreds of random histories: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const CALENDAR = { workingHours: [], holidays: [], makeUpDays: [] };
const day = (year: number, month: number, dayOfMonth: number) =>
  dayOf({ year, month, day: dayOfMonth });
const FIRST = day(2023, 1, 1);
const LAST = day(2023, 12, 31);

/** FX-BD-2023 at a scale of 1 : 1; one dossier a time, so that the fold does the counting. */
const RECEIVED = { 'online-full': 185_969, 'online-partial': 65_833, post: 2488, direct: 38_666 };
const RESOLVED_ON_TIME = 283_534;
const RESOLVED_LATE = 5256;
const BY_POST = 84_269;

const FOLDED = foldYear();

function foldYear(): Fold {
  const fold = createFold({ calendar: CALENDAR });
  let n = 0;
  for (const [channel, count] of Object.entries(RECEIVED)) {
    for (let i = 0; i < count; i++) {
      n++;
      const data = dossier(n, channel as Dossier['channel']);
      const position = { seq: n, receivedAt: Date.UTC(2024, 0, 1) };
      fold.apply(
        { kind: 'dossier', source: 'mc', id: String(n), time: Date.UTC(2023, 11, 31), data },
        position,
      );
    }
  }
  return fold;
}

function dossier(n: number, channel: Dossier['channel']): Dossier {
  const base: Dossier = {
    agency: 'H09.14',
    code: `H09.14-${n}`,
    procedure: '1.003560',
    field: 'dat-dai',
    level: 'district',
    intakeUnit: '718',
    unit: '718',
    channel,
    status: '4',
    received: '2023-12-01T08:00:00+07:00',
    due: '2024-01-05T17:00:00+07:00',
  };
  if (n > RESOLVED_ON_TIME + RESOLVED_LATE) return base;
  const isLate = n <= RESOLVED_LATE;
  return {
    ...base,
    status: '9',
    due: '2023-12-20T17:00:00+07:00',
    finished: isLate ? '2023-12-21T07:30:00+07:00' : '2023-12-20T23:59:59+07:00',
    ...(n <= BY_POST ? { returnedBy: 'post' as const } : {}),
  };
}

test('FX-BD-2023: the printed rates follow from the flows', () => {
  const { dossiers } = FOLDED;
  const series = Array.from({ length: dossiers.seriesCount }, (_, i) => i);
  const during = (flow: string, of: readonly number[] = series, to: LocalDay = LAST) =>
    dossiers.sumOver(dossiers.flowId(flow), of, FIRST, to);
  const received = during('received');
  const inTime = during('early') + during('onTime');
  const late = during('late');
  const resolved = inTime + late;
  const open = received - resolved - during('closedOther');
  const openInTerm = open - during('openLate');
  const channel = dossiers.dimensions.indexOf('channel');
  const online = series.filter((s) => dossiers.valueOf(s, channel).startsWith('online'));
  const percent = (num: number, den: number) => Math.round((num / den) * 10_000) / 100;

  expect([received, resolved, open, late]).toEqual([292_956, 288_790, 4166, 5256]);
  expect(percent(inTime, resolved)).toBe(98.18);
  expect(percent(inTime + openInTerm, resolved + open)).toBe(98.21);
  expect(percent(inTime, received)).toBe(96.78);
  expect(percent(during('received', online), received)).toBe(85.95);
  expect(percent(during('returnedByPost'), resolved)).toBe(29.18);
  expect(during('returnedByPost')).toBe(BY_POST);
});

test('an open dossier becomes late on the day after its due day, though no event comes', () => {
  const { dossiers } = FOLDED;
  const series = Array.from({ length: dossiers.seriesCount }, (_, i) => i);
  const stock = (flow: string, at: LocalDay) =>
    dossiers.sumUntilOver(dossiers.flowId(flow), series, at);
  expect(stock('openLate', day(2024, 1, 5))).toBe(0);
  expect(stock('openLate', day(2024, 1, 6))).toBe(4166);
  expect(stock('dueSoon', day(2024, 1, 3))).toBe(0);
  expect(stock('dueSoon', day(2024, 1, 4))).toBe(4166);
  expect(stock('dueSoon', day(2024, 1, 5))).toBe(4166);
  expect(stock('dueSoon', day(2024, 1, 6))).toBe(0);
  expect(stock('openLate', day(2023, 12, 20))).toBe(0);
});
