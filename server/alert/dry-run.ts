import type { Rule } from '../../shared/alarm/rule.ts';
import type { DryRun } from '../../shared/alarm/rules-desk.ts';
import type { QueryPeriod } from '../../shared/query/query.ts';
import { endOfDay, isoDay, type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import { IocError } from '../errors.ts';
import { dryRunRelived, measureOf, type RelivingPorts } from './dry-relived.ts';
import type { FindingPorts } from './find.ts';
import { groupReadings } from './groups.ts';
import type { Reading } from './reading.ts';
import { asks, questionOf, readAnswer } from './rule-questions.ts';

export interface DryRunPorts
  extends Pick<FindingPorts, 'measure' | 'query' | 'root'>,
    Pick<RelivingPorts, 'relive'> {
  /** What a period meant on a day, up to that day. */
  spanOn(period: QueryPeriod, day: LocalDay): { readonly from: string; readonly to: string };
  /** The server's clock, ms. */
  readonly now: () => number;
}

/** A rule over the days before today: by the figures at their ends, or where its kind has none by the log itself. */
export async function dryRun(rule: Rule, days: number, ports: DryRunPorts): Promise<DryRun> {
  if (!asks(rule.condition) || rule.condition.kind === 'rate')
    return dryRunRelived(rule, days, ports);
  const today = localDayOf(ports.now());
  const told: DryRun['days'] = [];
  let holds = new Set<string>();
  // The day before the first one says what stood already.
  for (let day = today - days - 1; day < today; day++) {
    const readings = await readOn(rule, day as LocalDay, ports);
    const next = holdingAfter(holds, readings);
    const raised = [...next].filter((key) => !holds.has(key)).length;
    const worst = worstOf(rule, readings);
    if (day >= today - days)
      told.push({ day: isoDay(day as LocalDay), raised, standing: next.size, worst });
    holds = next;
  }
  return { days: told, raised: told.reduce((sum, { raised }) => sum + raised, 0) };
}

async function readOn(rule: Rule, day: LocalDay, ports: DryRunPorts): Promise<Reading[]> {
  const { condition } = rule;
  if (!asks(condition) || condition.kind === 'rate')
    throw new IocError('IOC_ALARM_NO_HISTORY', { came: condition.kind });
  const measure = measureOf(condition, ports);
  const period = ports.spanOn(condition.query.period, day);
  const answer = await ports.query(questionOf(condition, measure, endOfDay(day), period));
  if ('refused' in answer)
    throw new IocError('IOC_ALARM_EVALUATION', { where: rule.id, came: answer.refused.code });
  return groupReadings(rule, readAnswer(condition, answer), ports.root);
}

function holdingAfter(before: ReadonlySet<string>, readings: readonly Reading[]): Set<string> {
  const holding = readings.filter(
    ({ stands, subject }) =>
      stands === 'beyond' || (stands === 'between' && before.has(subject.key)),
  );
  return new Set(holding.map(({ subject }) => subject.key));
}

function worstOf({ condition }: Rule, readings: readonly Reading[]): number | null {
  const values = readings.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return null;
  const isBelow = 'is' in condition && condition.is === 'below';
  return isBelow ? Math.min(...values) : Math.max(...values);
}
