import type { CameraOutage } from '../../shared/alarm/outage.ts';
import type { Rule, RuleCondition, Rules } from '../../shared/alarm/rule.ts';
import type { Measure } from '../../shared/measure/measure.ts';
import type { Answer } from '../../shared/query/answer.ts';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Query } from '../../shared/query/query.ts';
import { type AlarmRecord, alarmIdOf } from './alarm-book.ts';
import { readOutages, readSilence, type SourceSilence } from './other-readings.ts';
import type { Reading } from './reading.ts';
import { asks, questionOf, readAnswer, readRates } from './rule-questions.ts';
import type { Trails } from './trails.ts';
import type { Watch } from './watch.ts';

/** What rules are answered from. */
export interface FindingPorts {
  measure(id: string): Measure | undefined;
  query(query: Query): Promise<Answer | { readonly refused: { readonly code: string } }>;
  sources(): Promise<readonly SourceSilence[]>;
  /** Of a unit and everything below it, by reports alone or with silence. */
  outages(unit: string, silence: boolean): Promise<readonly CameraOutage[]>;
  readonly root: string;
}

export interface FindingState {
  readonly nowMs: number;
  readonly records: readonly AlarmRecord[];
  readonly watches: ReadonlyMap<string, Watch>;
  /** Of rules that look at how fast figures move. */
  readonly trails: Trails;
}

/** Why a rule could not be evaluated. */
export interface Unanswered {
  readonly rule: string;
  readonly why: string;
}

/** Asks every distinct question of the rules once; a rule whose question fails is told and left out. */
export async function findForRules(rules: Rules, ports: FindingPorts, state: FindingState) {
  const findings = new Map<string, readonly Reading[]>();
  const unanswered: Unanswered[] = [];
  const ask = askOnce(ports);
  // One after the other: asked all at once they would keep the core from its pushes for their sum.
  const asked = rules.filter(({ off }) => !off);
  state.trails.keepOnly(
    asked.flatMap(({ id, condition }) => (condition.kind === 'rate' ? [[id, condition]] : [])),
  );
  for (const rule of asked) {
    try {
      findings.set(rule.id, await findFor(rule, ports, ask, state));
    } catch (cause) {
      unanswered.push({ rule: rule.id, why: String(cause) });
    }
  }
  return { findings, unanswered };
}

type OutageCondition = Extract<RuleCondition, { readonly kind: 'outage' }>;
type AskOnce = ReturnType<typeof askOnce>;

/** The same question of several rules is asked once a round. */
function askOnce(ports: FindingPorts) {
  const asked = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = (asked.get(key) as Promise<T> | undefined) ?? ask();
    asked.set(key, known);
    return known;
  };
  return {
    query: (query: Query) => once(canonicalKey(query), () => ports.query(query)),
    sources: () => once('sources', () => ports.sources()),
    outages: ({ unit, silence }: OutageCondition) =>
      once(`outages ${silence} ${unit}`, () => ports.outages(unit, silence)),
  };
}

async function findFor(
  rule: Rule,
  ports: FindingPorts,
  ask: AskOnce,
  state: FindingState,
): Promise<readonly Reading[]> {
  const { condition } = rule;
  if (condition.kind === 'stale-source')
    return readSilence(condition, await ask.sources(), ports.root, state.nowMs);
  if (condition.kind === 'outage')
    return readOutages(condition, await ask.outages(condition), standingSpans(rule, state));
  if (!asks(condition)) return [];
  const measure = ports.measure(condition.query.measure);
  if (!measure) throw new Error(`no measure ${condition.query.measure}`);
  const answer = await ask.query(questionOf(condition, measure, state.nowMs));
  if ('refused' in answer) throw new Error(answer.refused.code);
  if (condition.kind !== 'rate') return readAnswer(condition, answer);
  const { nowMs, trails } = state;
  const read = { rows: answer.rows, from: answer.period.from };
  return readRates(condition, read, { measure, nowMs, trail: trails.of(rule.id, condition) });
}

/** Of the outages that stand: when their cameras went down. */
export function standingSpans(
  { id }: Rule,
  { records, watches }: Pick<FindingState, 'records' | 'watches'>,
) {
  return new Map(
    records.flatMap(({ rule, subject, raised }) =>
      rule === id && raised.span && watches.get(alarmIdOf(rule, subject.key))?.isActive
        ? [[subject.key, raised.span] as const]
        : [],
    ),
  );
}
