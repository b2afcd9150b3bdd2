import type { DemoYear } from '../../shared/territory/demo.ts';
import { civilOf, type LocalDay, weekdayOf } from '../../shared/unit/local-day.ts';
import { picker, type Random, spread } from './seeded.ts';
import { secondsAt, type WorkingTime } from './working-time.ts';

export const CHANNELS = ['online-full', 'online-partial', 'direct', 'post'] as const;
/** Beside the channels: sent online and not accepted. */
const REFUSED = CHANNELS.length;
const KINDS = REFUSED + 1;

/** Dossiers of a year in the order they came in. */
export interface Intake {
  readonly count: number;
  /** Epoch seconds. */
  readonly received: Int32Array;
  /** Position in `CHANNELS`. */
  readonly channel: Uint8Array;
  readonly refused: Uint8Array;
}

/** January … December; holidays come on top. */
const MONTHS = [1.0, 0.98, 1.08, 0.97, 1.0, 1.04, 0.98, 1.02, 1.0, 1.02, 1.03, 1.0];
const WEEKDAYS = [1.24, 1.08, 1.0, 0.96, 0.86, 0.8, 0.8];
const ONLINE_ON_DAYS_OFF = 0.11;
/** Half-hours of a day. */
const DESK_HALF_HOURS = [0.6, 1.3, 1.6, 1.5, 1.4, 1.2, 1.0, 0.8, 0.5].map((w, i) => [14 + i, w]);
const AFTERNOON = [0.8, 1.3, 1.4, 1.2, 1.0, 0.8, 0.5].map((w, i) => [27 + i, w]);

/** When dossiers come in, exact by channel: Mondays, quarter ends, working hours, hardly any at Tết. */
export function receiveDossiers(
  spec: DemoYear,
  [first, last]: readonly [LocalDay, LocalDay],
  work: WorkingTime,
  random: Random,
): Intake {
  const days = Array.from({ length: last - first + 1 }, (_, i) => (first + i) as LocalDay);
  const online = days.map((day) => onlineWeight(day, last, spec, work));
  const desk = days.map((day) => (work.isWorked(day) ? dayWeight(day, work) : 0));
  const perDay = [
    ...CHANNELS.map((name) => spread(spec.received[name], name.startsWith('o') ? online : desk)),
    spread(spec.refused, online),
  ];
  const count = perDay.reduce((sum, counts) => sum + counts.reduce((a, b) => a + b, 0), 0);
  const intake = {
    count,
    received: new Int32Array(count),
    channel: new Uint8Array(count),
    refused: new Uint8Array(count),
  };
  const draw = createTimes();
  let at = 0;
  days.forEach((day, dayAt) => {
    const keys: number[] = [];
    perDay.forEach((counts, kind) => {
      const isDesk = kind === 2 || kind === 3;
      for (let left = counts[dayAt] ?? 0; left > 0; left--) {
        const ofDay = isDesk || work.isWorked(day) ? draw(isDesk, random) : draw.anyTime(random);
        keys.push(secondsAt(day, ofDay) * KINDS + kind);
      }
    });
    for (const key of keys.sort((a, b) => a - b)) place(intake, at++, key);
  });
  return intake;
}

function place(intake: Intake, at: number, key: number): void {
  const kind = key % KINDS;
  intake.received[at] = (key - kind) / KINDS;
  intake.channel[at] = kind === REFUSED ? 0 : kind;
  intake.refused[at] = kind === REFUSED ? 1 : 0;
}

function dayWeight(day: LocalDay, work: WorkingTime): number {
  const { month } = civilOf(day);
  const isAfterHoliday =
    !work.isWorked((day - 1) as LocalDay) && !work.isWorked((day - 3) as LocalDay);
  const toQuarterEnd = month % 3 === 0 && civilOf((day + 8) as LocalDay).month !== month;
  const nearTet = [-6, -4, -2, 2, 4, 6].some((n) => isLongHoliday((day + n) as LocalDay, work));
  const season = (toQuarterEnd ? 1.12 : 1) * (nearTet ? 0.7 : 1) * (isAfterHoliday ? 1.1 : 1);
  return (MONTHS[month - 1] ?? 1) * (WEEKDAYS[weekdayOf(day)] ?? 1) * season;
}

/** Inside five days off in a row: Tết. */
function isLongHoliday(day: LocalDay, work: WorkingTime): boolean {
  return [-2, -1, 0, 1, 2].every((n) => !work.isWorked((day + n) as LocalDay));
}

function onlineWeight(day: LocalDay, last: LocalDay, spec: DemoYear, work: WorkingTime): number {
  const canStayOpen = spec.open > 0 || day <= work.previous(last);
  if (!canStayOpen) return 0;
  const rest = isLongHoliday(day, work) ? 0.3 : 1;
  return dayWeight(day, work) * (work.isWorked(day) ? 1 : ONLINE_ON_DAYS_OFF * rest);
}

/** Draws seconds of the day: at the desk in working hours, online also in the evening. */
function createTimes() {
  const slots = [...DESK_HALF_HOURS, ...AFTERNOON];
  const evening = Array.from({ length: 18 }, (_, i) => [30 + i, i < 5 ? 0.25 : 0.45]);
  const open = picker(slots.map(([, weight]) => weight ?? 0));
  const online = [...slots, ...evening];
  const always = picker(online.map(([, weight]) => weight ?? 0));
  const second = (slot: number | undefined, random: Random) =>
    (slot ?? 16) * 1800 + Math.floor(random() * 1800);
  const draw = (isDesk: boolean, random: Random) =>
    isDesk ? second(slots[open(random)]?.[0], random) : second(online[always(random)]?.[0], random);
  draw.anyTime = (random: Random) => second(16 + Math.floor(random() * 31), random);
  return draw;
}
