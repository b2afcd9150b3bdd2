import type { AlarmFigure, AlarmFigures } from '../../shared/alarm/alarm.ts';
import { isStanding } from '../../shared/alarm/alarm-state.ts';
import type { AlarmRecord, Announcement } from './alarm-book.ts';

const MINUTE_MS = 60_000;
const WINDOW_MS = 10 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** ANSI/ISA-18.2-2016 §16 and EEMUA 191, third edition: what one operator can handle. */
const LIMITS = {
  perHour: 6,
  calmWindows: 95,
  /** Alarms in ten minutes that are still calm, and those that are a flood. */
  calm: 2,
  flood: 10,
  floodTime: 1,
  chattering: 0,
  unowned: 0,
  /** Shares of priorities 1, 2, 3: about 5, 15 and 80 %; twice as many urgent ones are too many. */
  priority: { 1: 10, 2: 25, 3: 70 },
} as const;
const CHATTER_RAISES = 3;
const MOST_FREQUENT = 10;
/** Shares of fewer alarms say nothing. */
const SHARES_FROM = 20;

export interface FiguresAsked {
  readonly announcements: readonly Announcement[];
  readonly records: readonly AlarmRecord[];
  /** ms */
  readonly fromMs: number;
  readonly toMs: number;
  /** People who share the alarms. */
  readonly operators: number;
}

/** As told, but that of the most frequent alarms only their ids are known here. */
export type FiguredAlarms = Omit<AlarmFigures, 'frequent'> & {
  readonly frequent: readonly { readonly id: string; readonly times: number }[];
};

/** How the alarm system does over a period, each figure with its limit. Diagnostic alarms are no work of operators. Pure. */
export function figureAlarms(asked: FiguresAsked): FiguredAlarms {
  const { fromMs, toMs, operators } = asked;
  const inTime = asked.announcements.filter(
    ({ atMs, priority }) => atMs >= fromMs && atMs < toMs && priority !== 'diagnostic',
  );
  const { counted, chattering } = collapseChatter(inTime);
  const windows = countWindows(counted, fromMs, toMs);
  const hours = Math.max((toMs - fromMs) / HOUR_MS, 0);
  const share = (fits: (count: number) => boolean) => windows.filter(fits).length;
  const unowned = asked.records.filter((record) => isUnowned(record, toMs)).length;
  return {
    fromMs,
    toMs,
    operators,
    announced: counted.length,
    figures: [
      mean('per-hour', counted.length, hours * operators, LIMITS.perHour),
      percent(
        'calm-windows',
        share((n) => n <= LIMITS.calm),
        windows.length,
        LIMITS.calmWindows,
        'least',
      ),
      percent(
        'flood-time',
        share((n) => n >= LIMITS.flood),
        windows.length,
        LIMITS.floodTime,
        'most',
      ),
      count('chattering', chattering, LIMITS.chattering),
      count('unowned', unowned, LIMITS.unowned),
      ...figurePriorities(counted),
    ],
    frequent: mostFrequent(counted),
  };
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
    chattering: chattering.size,
  };
}

/** Announcements in each whole ten minutes of the period. */
function countWindows(counted: readonly Announcement[], fromMs: number, toMs: number): number[] {
  const windows = new Array<number>(Math.max(0, Math.floor((toMs - fromMs) / WINDOW_MS))).fill(0);
  for (const { atMs } of counted) {
    const index = Math.floor((atMs - fromMs) / WINDOW_MS);
    if (index < windows.length) windows[index] = (windows[index] ?? 0) + 1;
  }
  return windows;
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
    return percent(`priority-${priority}`, of, whole, LIMITS.priority[priority], kind);
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
