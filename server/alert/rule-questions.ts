import type { AlarmSubject } from '../../shared/alarm/deed.ts';
import type { RuleCondition, RuleQuery } from '../../shared/alarm/rule.ts';
import type { Measure } from '../../shared/measure/measure.ts';
import type { Answer, Cell, Row } from '../../shared/query/answer.ts';
import type { Query, QueryPeriod } from '../../shared/query/query.ts';
import { isoDay, type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import type { Reading } from './reading.ts';
import type { RateCondition, Trail } from './trails.ts';

/** The conditions that are answered by a question about a measure. */
export type AskingCondition = Extract<RuleCondition, { readonly query: unknown }>;

/** Those whose answer says all there is to know. */
export type StandingCondition = Exclude<AskingCondition, RateCondition>;

export function asks(condition: RuleCondition): condition is AskingCondition {
  return 'query' in condition;
}

/** The one grouped question of a rule; `period` takes the place of its own. */
export function questionOf(
  condition: AskingCondition,
  measure: Measure,
  nowMs: number,
  period: QueryPeriod = condition.query.period,
): Query {
  const { measure: _, ...query }: RuleQuery = condition.query;
  const asked = { ...query, measures: [measure.id] };
  if (condition.kind === 'change')
    return { ...asked, period: daysOfChange(condition.overDays, measure, nowMs), grain: 'day' };
  const isOfTarget = condition.kind === 'threshold' && condition.limit === 'target';
  return isOfTarget ? { ...asked, period, compare: 'target' } : { ...asked, period };
}

/** A stock ends now; of a flow the running day would be compared with whole ones. */
function daysOfChange(overDays: number, { kind }: Measure, nowMs: number) {
  const to = localDayOf(nowMs) - (kind === 'stock' ? 0 : 1);
  return { from: isoDay((to - overDays) as LocalDay), to: isoDay(to as LocalDay) };
}

/** What a rule finds in the answer to its question: one reading a row. */
export function readAnswer(condition: StandingCondition, { rows }: Answer): Reading[] {
  const read = (row: Row) => row.values[condition.query.measure];
  if (condition.kind === 'change') return readChanges(condition, rows);
  return rows.map((row) => ({
    subject: subjectOf(condition.query, row),
    members: 1,
    ...(condition.kind === 'missing' ? readMissing(read(row)) : readBeyond(condition, read(row))),
  }));
}

type Threshold = Extract<RuleCondition, { readonly kind: 'threshold' }>;
type Change = Extract<RuleCondition, { readonly kind: 'change' }>;

function readBeyond(condition: Threshold, cell: Cell | undefined) {
  const limit = condition.limit === 'target' ? (cell?.target ?? null) : condition.limit;
  const value = cell?.value ?? null;
  return { value, limit, stands: standOf(condition, value, limit) };
}

function standOf(
  { is, deadBand = 0 }: Pick<Threshold, 'is' | 'deadBand'>,
  value: number | null,
  limit: number | null,
): Reading['stands'] {
  if (value === null || limit === null) return 'between';
  const beyondBy = is === 'above' ? value - limit : limit - value;
  if (beyondBy > 0) return 'beyond';
  return beyondBy > -deadBand ? 'between' : 'back';
}

/** Nothing to divide by is no gap in the data. */
function readMissing(cell: Cell | undefined) {
  const value = cell?.value ?? null;
  const isMissing = value === null && cell?.reason !== 'IOC_QUERY_NO_DENOMINATOR';
  return { value, limit: null, stands: isMissing ? ('beyond' as const) : ('back' as const) };
}

function readChanges(condition: Change, rows: readonly Row[]): Reading[] {
  const bySubject = new Map<string, { subject: AlarmSubject; rows: Row[] }>();
  for (const row of rows) {
    const subject = subjectOf(condition.query, row);
    const known = bySubject.get(subject.key);
    if (known) known.rows.push(row);
    else bySubject.set(subject.key, { subject, rows: [row] });
  }
  return [...bySubject.values()].map(({ subject, rows: days }) => {
    const [first, last] = [days[0], days.at(-1)].map(
      (row) => row?.values[condition.query.measure]?.value ?? null,
    );
    const value = days.length > 1 ? changeOf(condition.as, first ?? null, last ?? null) : null;
    const stands = standOf(condition, value, condition.limit);
    return { subject, members: 1, value, limit: condition.limit, stands };
  });
}

/** What an answer is read against: the figures seen before it. */
export interface RateAsked {
  readonly measure: Measure;
  readonly nowMs: number;
  readonly trail: Trail;
}

/** How far each figure has moved since a window ago; nothing is known until one has passed. */
export function readRates(
  condition: RateCondition,
  { rows, from }: { readonly rows: readonly Row[]; readonly from: string },
  { measure, nowMs: atMs, trail }: RateAsked,
): Reading[] {
  return rows.map((row) => {
    const subject = subjectOf(condition.query, row);
    const value = row.values[measure.id]?.value ?? null;
    const figure = { atMs, value, from: measure.kind === 'stock' ? '' : from };
    const before = trail.before(subject.key, figure);
    const moved = changeOf(condition.as, before?.value ?? null, value);
    const stands = standOf(condition, moved, condition.limit);
    return { subject, members: 1, value: moved, limit: condition.limit, stands };
  });
}

function changeOf(as: Change['as'], first: number | null, last: number | null): number | null {
  if (first === null || last === null) return null;
  if (as === 'difference') return last - first;
  return first === 0 ? null : ((last - first) / Math.abs(first)) * 100;
}

function subjectOf({ by = [], unit }: RuleQuery, row: Row): AlarmSubject {
  const codes = Object.fromEntries(by.map((dimension) => [dimension, row[dimension] ?? '']));
  return { key: Object.values(codes).join('|'), unit: row.unit ?? unit, codes };
}
