import type { ReliveAsked, RelivedMoment } from '../../shared/alarm/relived.ts';
import type { Rule } from '../../shared/alarm/rule.ts';
import type { DryRun } from '../../shared/alarm/rules-desk.ts';
import { isoDay, type LocalDay, localDayOf, startOfDay } from '../../shared/unit/local-day.ts';
import { IocError } from '../errors.ts';
import { type AlarmRecord, applyEntry } from './alarm-book.ts';
import { type Decided, decide } from './decide.ts';
import { standingSpans } from './find.ts';
import { readOutages, readSilence } from './other-readings.ts';
import type { Reading } from './reading.ts';

/** The log is looked at this often. */
const STEP_MINUTES = 10;
const STEP_MS = STEP_MINUTES * 60_000;

export interface RelivingPorts {
  /** What was known at each moment of the past, in order. */
  relive(asked: ReliveAsked): Promise<readonly RelivedMoment[]>;
  readonly root: string;
  /** The server's clock, ms. */
  readonly now: () => number;
}

/**
 * A rule of silent sources or of outages over the days before today, as the log tells them: evaluated like a live one every ten
 * minutes, delays and dead bands included. Days of which the log holds nothing that could tell are left out; where it
 * holds none at all the run is refused.
 */
export async function dryRunRelived(
  rule: Rule,
  days: number,
  ports: RelivingPorts,
): Promise<DryRun> {
  const today = localDayOf(ports.now());
  const span = {
    fromMs: startOfDay((today - days) as LocalDay),
    toMs: startOfDay(today) - STEP_MS,
    stepMs: STEP_MS,
  };
  const moments = await ports.relive({ ...span, ...whatOf(rule) });
  if (moments.length === 0)
    throw new IocError('IOC_ALARM_NO_HISTORY', { came: rule.condition.kind });
  const told = tellDays(rule, moments, ports.root);
  const raised = told.reduce((sum, day) => sum + day.raised, 0);
  return { days: told, raised, stepMinutes: STEP_MINUTES };
}

function whatOf({ condition }: Rule) {
  if (condition.kind !== 'outage') return { kind: 'sources' as const };
  const { unit, silence } = condition;
  return { kind: 'outages' as const, unit, silence };
}

function tellDays(
  { off: _, ...rule }: Rule,
  moments: readonly RelivedMoment[],
  root: string,
): DryRun['days'] {
  const days = new Map<LocalDay, DryRun['days'][number]>();
  let records: ReadonlyMap<string, AlarmRecord> = new Map();
  let watches: Decided['watches'] = new Map();
  for (const moment of moments) {
    const state = { nowMs: moment.atMs, records: [...records.values()], watches };
    const readings = readingsAt(rule, moment, state, root);
    const findings = new Map([[rule.id, readings]]);
    const decided = decide({ rules: [rule], findings, ...state, root });
    records = recordsAfter(records, decided, moment.atMs);
    watches = decided.watches;
    const day = localDayOf(moment.atMs);
    const before = days.get(day);
    days.set(day, {
      day: isoDay(day),
      raised:
        (before?.raised ?? 0) + decided.deeds.filter(({ deed }) => deed.kind === 'raise').length,
      standing: [...watches.values()].filter(({ isActive }) => isActive).length,
      worst: mostOf(before?.worst ?? null, readings),
    });
  }
  return [...days.values()];
}

function readingsAt(
  rule: Rule,
  { atMs, sources, outages }: RelivedMoment,
  state: Parameters<typeof standingSpans>[1],
  root: string,
): readonly Reading[] {
  const { condition } = rule;
  if (condition.kind === 'stale-source') return readSilence(condition, sources, root, atMs);
  if (condition.kind === 'outage')
    return readOutages(condition, outages, standingSpans(rule, state));
  return [];
}

function recordsAfter(
  before: ReadonlyMap<string, AlarmRecord>,
  { deeds }: Decided,
  atMs: number,
): ReadonlyMap<string, AlarmRecord> {
  const records = new Map(before);
  for (const { id, deed } of deeds) {
    const after = applyEntry(records.get(id), id, { seq: 0, atMs, by: '', deed });
    if (after) records.set(id, after);
  }
  return records;
}

function mostOf(before: number | null, readings: readonly Reading[]): number | null {
  const values = [before, ...readings.map(({ value }) => value)].filter((value) => value !== null);
  return values.length === 0 ? null : Math.max(...values);
}
