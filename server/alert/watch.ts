import type { Rule } from '../../shared/alarm/rule.ts';
import type { Reading } from './reading.ts';

/** So many beginnings within a minute are chattering: one alarm with a counter (ISA-18.2, EEMUA 191). */
const CHATTER_RAISES = 3;
const MINUTE_MS = 60_000;
/** A counter that goes on is told every so many. */
const TOLD_EVERY = 10;

/** What is remembered of one subject of a rule between two evaluations. */
export interface Watch {
  /** The condition holds, before any delay. */
  readonly holds: boolean;
  /** Since when it is so, ms. */
  readonly sinceMs: number;
  /** The condition holds, after the delays. */
  readonly isActive: boolean;
  /** When it last ended, ms. */
  readonly clearedAtMs: number | undefined;
  /** Beginnings within the last minute, ms. */
  readonly raisesMs: readonly number[];
  /** Beginnings so far while it chatters; 0: it does not. */
  readonly chatter: number;
}

/** A subject nothing is known of yet; one that stood before a restart stands still. */
export function newWatch(nowMs: number, isActive = false): Watch {
  const none = { clearedAtMs: undefined, raisesMs: [], chatter: 0 };
  return { holds: isActive, sinceMs: nowMs, isActive, ...none };
}

/** What has changed: the condition begins or ends, it begins to chatter (again: so many beginnings), or calms down. */
export type Edge = 'raise' | 'clear' | 'chatter' | 'calm';

export type Delays = Pick<Rule, 'onDelaySeconds' | 'offDelaySeconds' | 'minimumClearSeconds'>;

export interface Watched {
  readonly watch: Watch;
  readonly edges: readonly Edge[];
}

/** One evaluation of one subject. Pure; the clock may stand still but an earlier instant is taken as the same one. */
export function watchOn(
  before: Watch,
  stands: Reading['stands'],
  nowMs: number,
  delays: Delays,
): Watched {
  const watch = { ...before, ...holdingOf(before, stands, nowMs) };
  const isDue = nowMs - watch.sinceMs >= delayOf(watch.holds, delays);
  if (watch.chatter > 0) return watchChatter(before, watch, isDue, nowMs);
  if (watch.holds === watch.isActive || !isDue) return { watch, edges: [] };
  if (!watch.holds)
    return { watch: { ...watch, isActive: false, clearedAtMs: nowMs }, edges: ['clear'] };
  const rests = nowMs - (watch.clearedAtMs ?? Number.NEGATIVE_INFINITY);
  if (rests < delays.minimumClearSeconds * 1000) return { watch, edges: [] };
  return beginAlarm(watch, nowMs);
}

function holdingOf(before: Watch, stands: Reading['stands'], nowMs: number) {
  const holds = stands === 'between' ? before.holds : stands === 'beyond';
  return { holds, sinceMs: holds === before.holds ? before.sinceMs : nowMs };
}

function delayOf(holds: boolean, { onDelaySeconds, offDelaySeconds }: Delays): number {
  return (holds ? onDelaySeconds : offDelaySeconds) * 1000;
}

function beginAlarm(watch: Watch, nowMs: number): Watched {
  const recent = watch.raisesMs.filter((atMs) => nowMs - atMs < MINUTE_MS);
  const raisesMs = [...recent, nowMs];
  if (raisesMs.length < CHATTER_RAISES)
    return { watch: { ...watch, isActive: true, raisesMs }, edges: ['raise'] };
  const chatter = raisesMs.length;
  return {
    watch: { ...watch, isActive: true, raisesMs: [], chatter },
    edges: ['raise', 'chatter'],
  };
}

/** Stays active and counts, until it has kept still for a minute. */
function watchChatter(before: Watch, watch: Watch, isDue: boolean, nowMs: number): Watched {
  const hasBegun = watch.holds && !before.holds;
  const counted = hasBegun ? { ...watch, chatter: watch.chatter + 1 } : watch;
  if (nowMs - counted.sinceMs < MINUTE_MS || !isDue)
    return {
      watch: counted,
      edges: hasBegun && counted.chatter % TOLD_EVERY === 0 ? ['chatter'] : [],
    };
  const calm = { ...counted, chatter: 0 };
  if (calm.holds) return { watch: calm, edges: ['calm'] };
  return { watch: { ...calm, isActive: false, clearedAtMs: nowMs }, edges: ['calm', 'clear'] };
}
