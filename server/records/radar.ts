import {
  COHORT_DAYS,
  type DueCell,
  MIN_CASES,
  type RadarAnswer,
  type RadarRow,
} from '../../shared/record/radar.ts';
import { isoDay, type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import type { DossierTimes } from '../fold/dossier-view.ts';
import type { CubeView } from '../fold/view.ts';
import { bordersNow, checkUnit, childOf, type RecordContext } from './context.ts';
import { type Ending, Endings } from './lateness.ts';
import type { RecordFinder } from './record-finder.ts';
import { isDueBy } from './record-row.ts';
import type { RecordSet } from './record-set.ts';
import { inSlices, type Turns } from './slices.ts';
import { dueLimit, wantedOf } from './wanted.ts';

export interface RadarAsked {
  readonly unit: string;
  readonly by: 'unit' | 'field';
  /** Working hours, rising. */
  readonly hours: readonly number[];
}

interface Tools {
  readonly finder: RecordFinder;
  readonly turns: Turns;
}

/** What is open and due soon, and how much of it will be late at the present pace. Throws as lists do. */
export async function askRadar(
  asked: RadarAsked,
  { finder, turns }: Tools,
  contextNow: () => RecordContext,
): Promise<RadarAnswer> {
  const context = contextNow();
  checkUnit(asked.unit, context, '?unit');
  const today = localDayOf(context.now);
  const cohort = { from: (today - COHORT_DAYS) as LocalDay, to: (today - 1) as LocalDay };
  const past = { dueFrom: isoDay(cohort.from), dueTo: isoDay(cohort.to) };
  const ended = await finder.find(wantedOf(asked.unit, past, context));
  const open = await finder.find(wantedOf(asked.unit, { state: 'open' }, context));
  const labels = labelsOf(asked, context);
  const endings = await readEndings(ended, labels, context, turns);
  const rows = await countOpen(open, { labels, endings, asked }, context, turns);
  const { total, ...groups } = rows;
  return {
    unit: asked.unit,
    by: asked.by,
    seq: context.view.seq,
    asOf: new Date(context.now).toISOString(),
    letterDueDay: isoDay(nextWorkingDay(context)),
    method: { ...METHOD, from: past.dueFrom, to: past.dueTo, minCases: MIN_CASES },
    total,
    rows: groups.rows,
  };
}

const METHOD = {
  name: {
    vi: 'Bảng sống theo ngày hẹn trả',
    en: 'Life table by due day',
  },
  text: {
    vi: `Trong các hồ sơ cùng nhóm có ngày hẹn trả trong ${COHORT_DAYS} ngày qua và còn đang xử lý khi còn từng ấy ngày làm việc, bao nhiêu phần đã trễ hạn; cộng tỷ lệ đó trên các hồ sơ sắp đến hạn.`,
    en: `Of dossiers of the group due in the last ${COHORT_DAYS} days that were still open with as many working days left, the share that became late; summed over those due soon.`,
  },
};

/** The group of each series: below a unit its children, or the field. */
function labelsOf({ unit, by }: RadarAsked, context: RecordContext): (series: number) => string {
  const cube: CubeView = context.view.dossiers;
  const borders = bordersNow(context);
  const position = cube.dimensions.indexOf(by);
  const label = by === 'field' ? (code: string) => code : childOf(unit, borders);
  const known: string[] = [];
  return (series) => {
    const code = cube.codeOf(series, position);
    known[code] ??= label(cube.valueOf(series, position));
    return known[code];
  };
}

type Labels = ReturnType<typeof labelsOf>;

function emptyTimes(): DossierTimes {
  return {
    series: 0,
    standing: 'uncounted',
    apology: 'none',
    closed: undefined,
    due: undefined,
    dueMinute: undefined,
  };
}

async function readEndings(
  ended: RecordSet,
  labels: Labels,
  { view, time, now }: RecordContext,
  turns: Turns,
): Promise<ReadonlyMap<string, Endings>> {
  const groups = new Map<string, Endings>([['', new Endings()]]);
  const today = localDayOf(now);
  const times = emptyTimes();
  await eachOf(ended, turns, (record) => {
    view.dossierRows.times(record, today, times);
    const label = labels(times.series);
    const group = groups.get(label) ?? new Endings();
    groups.set(label, group);
    for (const each of [group, groups.get('')]) each?.add(endingOf(times, time));
  });
  return groups;
}

/** What waits for the citizen is neither in time nor late yet. */
function endingOf(
  { closed, due, standing }: DossierTimes,
  time: RecordContext['time'],
): Ending | undefined {
  if (standing === 'late' || standing === 'open-late') return 'late';
  if (due === undefined || closed === undefined || standing === 'paused') return undefined;
  return daysBetween(closed, due, time);
}

function daysBetween(from: LocalDay, to: LocalDay, { days }: RecordContext['time']): number {
  return days.ordinal(to) - days.ordinal(from);
}

interface Counting {
  readonly labels: Labels;
  readonly endings: ReadonlyMap<string, Endings>;
  readonly asked: RadarAsked;
}

interface Tally {
  open: number;
  paused: number;
  late: number;
  lateWithoutApology: number;
  letterDueToday: number;
  /** By hours asked: dossiers by working days left. */
  readonly due: number[][];
}

async function countOpen(
  open: RecordSet,
  { labels, endings, asked }: Counting,
  context: RecordContext,
  turns: Turns,
): Promise<{ readonly total: RadarRow; readonly rows: RadarRow[] }> {
  const limits = asked.hours.map((hours) => dueLimit(context, hours));
  const letterDay = nextWorkingDay(context);
  const today = localDayOf(context.now);
  const newTally = (): Tally => ({
    open: 0,
    paused: 0,
    late: 0,
    lateWithoutApology: 0,
    letterDueToday: 0,
    due: limits.map(() => []),
  });
  const total = newTally();
  const groups = new Map<string, Tally>();
  const times = emptyTimes();
  await eachOf(open, turns, (record) => {
    context.view.dossierRows.times(record, today, times);
    const label = labels(times.series);
    const group = groups.get(label) ?? newTally();
    groups.set(label, group);
    const { due } = times;
    const daysLeft = due === undefined ? 0 : daysBetween(today, due, context.time);
    const hits = limits.map((limit) => due !== undefined && isDueBy(due, times.dueMinute, limit));
    for (const tally of [total, group]) count(tally, times, { letterDay, daysLeft, hits });
  });
  const rows = [...groups].map(([key, tally]) => rowOf(key, tally, endings.get(key), asked));
  const weight = ({ due, late }: RadarRow) => (due.at(-1)?.count ?? 0) * 1e9 + late;
  rows.sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1));
  return { total: rowOf('', total, endings.get(''), asked), rows };
}

function count(
  tally: Tally,
  { standing, due, apology }: DossierTimes,
  at: {
    readonly letterDay: LocalDay;
    readonly daysLeft: number;
    readonly hits: readonly boolean[];
  },
): void {
  tally.open++;
  if (standing === 'paused') tally.paused++;
  if (standing === 'open-late') {
    tally.late++;
    if (apology === 'none') tally.lateWithoutApology++;
  }
  if (standing !== 'in-term') return;
  if (due === at.letterDay && apology === 'none') tally.letterDueToday++;
  for (const [i, isHit] of at.hits.entries()) {
    const byDays = tally.due[i];
    if (isHit && byDays) byDays[at.daysLeft] = (byDays[at.daysLeft] ?? 0) + 1;
  }
}

function rowOf(
  key: string,
  tally: Tally,
  endings: Endings | undefined,
  { hours }: RadarAsked,
): RadarRow {
  const { due, ...counts } = tally;
  return {
    key,
    ...counts,
    due: hours.map((each, i) => cellOf(each, due[i] ?? [], endings ?? new Endings())),
  };
}

function cellOf(hours: number, byDays: readonly number[], endings: Endings): DueCell {
  let [total, expected, weakest] = [0, 0, Number.POSITIVE_INFINITY];
  for (const [daysLeft, dossiers = 0] of byDays.entries()) {
    if (dossiers === 0) continue;
    const { cases, share = Number.NaN } = endings.shareLate(daysLeft);
    total += dossiers;
    expected += dossiers * share;
    weakest = Math.min(weakest, cases);
  }
  return {
    hours,
    count: total,
    expectedLate: Number.isNaN(expected) ? null : Math.round(expected * 10) / 10,
    cases: total === 0 ? null : weakest,
  };
}

function nextWorkingDay({ time, now }: RecordContext): LocalDay {
  return time.days.after(localDayOf(now), 1);
}

function eachOf(set: RecordSet, turns: Turns, hit: (record: number) => void): Promise<void> {
  return inSlices(set.words.length * 32, turns, (from, to) => set.visit(from, to, hit));
}
