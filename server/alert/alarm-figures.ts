import type { AlarmFigure, AlarmFigures } from '../../shared/alarm/alarm.ts';
import type { AlarmDay, AlarmDays } from '../../shared/alarm/alarm-days.ts';
import { isStanding } from '../../shared/alarm/alarm-state.ts';
import type { AlarmPriority } from '../../shared/alarm/rule.ts';
import {
  CALM_ALARMS,
  FLOOD_ALARMS,
  ALARM_LIMITS as LIMITS,
  SHARES_FROM,
} from '../../shared/measure/alarm-limits.ts';
import { type LocalDay, localDayOf, startOfDay } from '../../shared/unit/local-day.ts';
import type { AlarmRecord, Announcement } from './alarm-book.ts';
import { type DutySpell, operatorHours } from './on-duty.ts';

const MINUTE_MS = 60_000;
const WINDOW_MS = 10 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const PRIORITY_LIMITS = {
  1: LIMITS.urgentShare,
  2: LIMITS.highShare,
  3: LIMITS.normalShare,
} as const;
const CHATTER_RAISES = 3;
const MOST_FREQUENT = 10;

export interface FiguresAsked {
  readonly announcements: readonly Announcement[];
  readonly records: readonly AlarmRecord[];
  /** ms */
  readonly fromMs: number;
  readonly toMs: number;
  /** Who was signed on to a desk, and when. */
  readonly onDuty: readonly DutySpell[];
}

/** As told, but that of the most frequent alarms only their ids are known here. */
export type FiguredAlarms = Omit<AlarmFigures, 'frequent'> & {
  readonly frequent: readonly { readonly id: string; readonly times: number }[];
};

/** How the alarm system does over a period, each figure with its limit. Diagnostic alarms are no work of operators. Pure. */
export function figureAlarms(asked: FiguresAsked): FiguredAlarms {
  const { fromMs, toMs } = asked;
  const { counted, chattering } = collapseChatter(workIn(asked));
  const { windows, calm, floods } = countWindows(counted, fromMs, toMs);
  const worked = operatorHours(asked.onDuty, fromMs, toMs);
  const hours = Math.max(toMs - fromMs, 0) / HOUR_MS;
  const unowned = countUnowned(asked.records, toMs);
  return {
    fromMs,
    toMs,
    operators: hours === 0 ? 1 : worked / hours,
    announced: counted.length,
    figures: [
      mean('per-hour', counted.length, worked, LIMITS.perHour),
      percent('calm-windows', calm, windows, LIMITS.calmShare, 'least'),
      percent('flood-time', floods, windows, LIMITS.floodShare, 'most'),
      count('chattering', chattering.length, LIMITS.chattering),
      count('unowned', unowned, LIMITS.unowned),
      ...figurePriorities(counted),
    ],
    frequent: mostFrequent(counted),
  };
}

/** The same day by day, up to the last whole ten minutes, for figures of any days. Pure. */
export function alarmDays(asked: FiguresAsked): AlarmDays {
  const { fromMs, records } = asked;
  const toMs = Math.floor(asked.toMs / WINDOW_MS) * WINDOW_MS;
  const days: AlarmDay[] = [];
  for (let day = localDayOf(fromMs); startOfDay(day) < toMs; day = (day + 1) as LocalDay) {
    const span = {
      fromMs: Math.max(fromMs, startOfDay(day)),
      toMs: Math.min(toMs, startOfDay(day) + DAY_MS),
    };
    days.push(dayOf(day, { ...asked, ...span }));
  }
  return { toMs, unowned: countUnowned(records, asked.toMs), days };
}

function dayOf(day: LocalDay, asked: FiguresAsked): AlarmDay {
  const { fromMs, toMs } = asked;
  const { counted, chattering } = collapseChatter(workIn(asked));
  const of = (priority: AlarmPriority) => counted.filter((one) => one.priority === priority).length;
  return {
    day,
    announced: counted.length,
    priorities: [of(1), of(2), of(3)],
    operatorHours: operatorHours(asked.onDuty, fromMs, toMs),
    ...countWindows(counted, fromMs, toMs),
    chattering,
  };
}

function workIn({ announcements, fromMs, toMs }: FiguresAsked): Announcement[] {
  return announcements.filter(
    ({ atMs, priority }) => atMs >= fromMs && atMs < toMs && priority !== 'diagnostic',
  );
}

/** Three or more beginnings of one alarm within a minute are one, as the operator sees it. */
function collapseChatter(announcements: readonly Announcement[]) {
  const recent = new Map<string, Announcement[]>();
  const dropped = new Set<Announcement>();
  const chattering = new Set<string>();
  for (const announcement of announcements) {
    const { id, atMs } = announcement;
    const spell = (recent.get(id) ?? []).filter((one) => atMs - one.atMs < MINUTE_MS);
    spell.push(announcement);
    recent.set(id, spell);
    if (spell.length < CHATTER_RAISES) continue;
    chattering.add(id);
    for (const one of spell.slice(1)) dropped.add(one);
  }
  return {
    counted: announcements.filter((one) => !dropped.has(one)),
    chattering: [...chattering],
  };
}

/** Whole ten minutes of the period, the calm ones, and those in flood. */
function countWindows(counted: readonly Announcement[], fromMs: number, toMs: number) {
  const alarms = new Array<number>(Math.max(0, Math.floor((toMs - fromMs) / WINDOW_MS))).fill(0);
  for (const { atMs } of counted) {
    const index = Math.floor((atMs - fromMs) / WINDOW_MS);
    if (index < alarms.length) alarms[index] = (alarms[index] ?? 0) + 1;
  }
  return {
    windows: alarms.length,
    calm: alarms.filter((n) => n <= CALM_ALARMS).length,
    floods: alarms.filter((n) => n >= FLOOD_ALARMS).length,
  };
}

function countUnowned(records: readonly AlarmRecord[], nowMs: number): number {
  return records.filter((record) => isUnowned(record, nowMs)).length;
}

/** Nobody has taken it on, for longer than a day. */
function isUnowned(
  { state, acknowledged, assigned, announcedAtMs, raised }: AlarmRecord,
  nowMs: number,
) {
  if (!isStanding(state.place) || raised.priority === 'diagnostic') return false;
  return !acknowledged && !assigned && nowMs - announcedAtMs > DAY_MS;
}

function figurePriorities(counted: readonly Announcement[]): AlarmFigure[] {
  return ([1, 2, 3] as const).map((priority) => {
    const of = counted.filter((one) => one.priority === priority).length;
    const kind = priority === 3 ? 'least' : 'most';
    const whole = counted.length < SHARES_FROM ? 0 : counted.length;
    return percent(`priority-${priority}`, of, whole, PRIORITY_LIMITS[priority], kind);
  });
}

function mostFrequent(counted: readonly Announcement[]) {
  const counts = new Map<string, number>();
  for (const { id } of counted) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_FREQUENT)
    .map(([id, times]) => ({ id, times }));
}

function mean(id: AlarmFigure['id'], num: number, den: number, limit: number): AlarmFigure {
  return figure(id, den > 0 ? num / den : null, limit, 'most', { num, den });
}

function percent(
  id: AlarmFigure['id'],
  num: number,
  den: number,
  limit: number,
  bound: AlarmFigure['bound'],
): AlarmFigure {
  return figure(id, den > 0 ? (num / den) * 100 : null, limit, bound, { num, den });
}

function count(id: AlarmFigure['id'], value: number, limit: number): AlarmFigure {
  return figure(id, value, limit, 'most', {});
}

function figure(
  id: AlarmFigure['id'],
  value: number | null,
  limit: number,
  bound: AlarmFigure['bound'],
  parts: Pick<AlarmFigure, 'num' | 'den'>,
): AlarmFigure {
  const isMet = value === null || (bound === 'most' ? value <= limit : value >= limit);
  return { id, value, limit, bound, isMet, ...parts };
}
