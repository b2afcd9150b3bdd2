import type { ReliveAsked, RelivedMoment } from '../../shared/alarm/relived.ts';
import type { Rule } from '../../shared/alarm/rule.ts';
import type { DryRun } from '../../shared/alarm/rules-desk.ts';
import { isoDay, type LocalDay, localDayOf, startOfDay } from '../../shared/unit/local-day.ts';
import { IocError } from '../errors.ts';
import { type AlarmRecord, applyEntry } from './alarm-book.ts';
import { type Decided, decide } from './decide.ts';
import { type FindingPorts, standingSpans } from './find.ts';
import { readOutages, readSilence } from './other-readings.ts';
import type { Reading } from './reading.ts';
import { type AskingCondition, questionOf, readRates } from './rule-questions.ts';
import { Trail } from './trails.ts';

const MINUTE_MS = 60_000;
/** The log is looked at this often, or as often as a shorter window is long. */
const STEP_MINUTES = 10;

export interface RelivingPorts extends Pick<FindingPorts, 'measure'> {
  /** What was known at each moment of the past, in order. */
  relive(asked: ReliveAsked): Promise<readonly RelivedMoment[]>;
  readonly root: string;
  /** The server's clock, ms. */
  readonly now: () => number;
}

/**
 * A rule of silent sources, of outages or of how fast a figure moves over the days before today, as the log tells them:
 * evaluated like a live one every ten minutes, delays and dead bands included. Days of which the log holds nothing that could tell are left out; where it
 * holds none at all the run is refused.
 */
export async function dryRunRelived(
  rule: Rule,
  days: number,
  ports: RelivingPorts,
): Promise<DryRun> {
  const { condition } = rule;
  const today = localDayOf(ports.now());
  const overMinutes = condition.kind === 'rate' ? condition.overMinutes : 0;
  const stepMinutes = Math.min(STEP_MINUTES, overMinutes || STEP_MINUTES);
  const stepMs = stepMinutes * MINUTE_MS;
  const firstMs = startOfDay((today - days) as LocalDay);
  // The first figures are held against those of a window before them.
  const backMs = Math.ceil(overMinutes / stepMinutes) * stepMs;
  const span = { fromMs: firstMs - backMs, toMs: startOfDay(today) - stepMs, stepMs };
  const moments = await ports.relive({ ...span, ...whatOf(rule, ports) });
  if (moments.length === 0) throw new IocError('IOC_ALARM_NO_HISTORY', { came: condition.kind });
  const told = tellDays(rule, moments, ports).filter(
    ({ day }) => day >= isoDay(localDayOf(firstMs)),
  );
  const raised = told.reduce((sum, day) => sum + day.raised, 0);
  return { days: told, raised, stepMinutes };
}

function whatOf({ condition }: Rule, ports: RelivingPorts) {
  if (condition.kind === 'rate') {
    const query = questionOf(condition, measureOf(condition, ports), ports.now());
    return { kind: 'figures' as const, query };
  }
  if (condition.kind !== 'outage') return { kind: 'sources' as const };
  const { unit, silence } = condition;
  return { kind: 'outages' as const, unit, silence };
}

export function measureOf({ query }: AskingCondition, ports: Pick<FindingPorts, 'measure'>) {
  const measure = ports.measure(query.measure);
  if (measure) return measure;
  const where = 'rule/condition/query/measure';
  throw new IocError('IOC_QUERY_UNKNOWN_MEASURE', { where, came: query.measure });
}

function tellDays(
  { off: _, ...rule }: Rule,
  moments: readonly RelivedMoment[],
  ports: RelivingPorts,
): DryRun['days'] {
  const readingsAt = readerOf(rule, ports);
  const days = new Map<LocalDay, DryRun['days'][number]>();
  let records: ReadonlyMap<string, AlarmRecord> = new Map();
  let watches: Decided['watches'] = new Map();
  for (const moment of moments) {
    const state = { nowMs: moment.atMs, records: [...records.values()], watches };
    const readings = readingsAt(moment, state);
    const findings = new Map([[rule.id, readings]]);
    const decided = decide({ rules: [rule], findings, ...state, root: ports.root });
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

type ReadMoment = (
  moment: RelivedMoment,
  state: Parameters<typeof standingSpans>[1],
) => readonly Reading[];

function readerOf(rule: Rule, ports: RelivingPorts): ReadMoment {
  const { condition } = rule;
  if (condition.kind === 'stale-source')
    return ({ atMs, sources }) => readSilence(condition, sources, ports.root, atMs);
  if (condition.kind === 'outage')
    return ({ outages }, state) => readOutages(condition, outages, standingSpans(rule, state));
  if (condition.kind !== 'rate') return () => [];
  const measure = measureOf(condition, ports);
  const trail = new Trail(condition.overMinutes * MINUTE_MS);
  return ({ atMs: nowMs, figures }) =>
    figures ? readRates(condition, figures, { measure, nowMs, trail }) : [];
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
