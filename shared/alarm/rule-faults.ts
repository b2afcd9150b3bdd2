import type { Measure } from '../measure/measure.ts';
import type { Rule, RuleQuery, Rules } from './rule.ts';

export interface RuleFault {
  /** Place in `rules.json`: `3/suppressedBy/0/rule`. */
  readonly where: string;
  readonly expected: string;
  readonly came: string;
}

/** What codes a rule may name. */
export interface RuleSurroundings {
  readonly measure: (id: string) => Measure | undefined;
  readonly hasUnit: (code: string) => boolean;
  readonly hasSource: (code: string) => boolean;
}

/** What the schema of rules cannot see: codes that name nothing, two rules of one name, rules that silence one another. */
export function findRuleFaults(rules: Rules, around: RuleSurroundings): readonly RuleFault[] {
  const ids = rules.map(({ id }) => id);
  return rules.flatMap((rule, place) => [
    ...(ids.indexOf(rule.id) < place ? [fault(`${place}/id`, 'a name of its own', rule.id)] : []),
    ...findInCondition(rule, around).map((found) => at(`${place}/condition`, found)),
    ...findInOwner(rule, around).map((found) => at(`${place}`, found)),
    ...findInCauses(rule, rules).map((found) => at(`${place}/suppressedBy`, found)),
    ...findInEscalation(rule).map((found) => at(`${place}/escalation`, found)),
  ]);
}

function fault(where: string, expected: string, came: string | number): RuleFault {
  return { where, expected, came: String(came) };
}

function at(prefix: string, found: RuleFault): RuleFault {
  return { ...found, where: `${prefix}/${found.where}` };
}

function findInCondition({ condition }: Rule, around: RuleSurroundings): RuleFault[] {
  switch (condition.kind) {
    case 'threshold':
    case 'change':
    case 'rate':
    case 'missing':
      return findInQuery(condition.query, around).map((found) => at('query', found));
    case 'stale-source':
      return (condition.sources ?? [])
        .map((code, i) => [code, i] as const)
        .filter(([code]) => !around.hasSource(code))
        .map(([code, i]) => fault(`sources/${i}`, 'a source of sources.json', code));
    case 'outage':
      return unknownUnit(condition.unit, around);
  }
}

function unknownUnit(code: string | undefined, around: RuleSurroundings): RuleFault[] {
  return code === undefined || around.hasUnit(code) ? [] : [fault('unit', 'a unit', code)];
}

function findInQuery(query: RuleQuery, around: RuleSurroundings): RuleFault[] {
  const measure = around.measure(query.measure);
  if (!measure) return [fault('measure', 'a measure of the catalogue', query.measure)];
  const known: readonly string[] = measure.dimensions;
  const strange = (query.by ?? []).find((dimension) => !known.includes(dimension));
  return [
    ...unknownUnit(query.unit, around),
    ...(strange === undefined ? [] : [fault('by', `one of ${known.join(', ')}`, strange)]),
  ];
}

function findInOwner({ owner, escalation = [] }: Rule, around: RuleSurroundings): RuleFault[] {
  return [
    ...unknownUnit(owner.unit, around).map((found) => at('owner', found)),
    ...escalation.flatMap(({ unit }, i) =>
      unknownUnit(unit, around).map((found) => at(`escalation/${i}`, found)),
    ),
  ];
}

function findInCauses(rule: Rule, rules: Rules): RuleFault[] {
  return (rule.suppressedBy ?? []).flatMap((cause, i) => {
    if (!rules.some(({ id }) => id === cause.rule))
      return [fault(`${i}/rule`, 'another rule of this list', cause.rule)];
    return leadsTo(cause.rule, rule.id, rules)
      ? [fault(`${i}/rule`, 'a cause that is not silenced by this rule itself', cause.rule)]
      : [];
  });
}

/** Going from causes to their causes. */
function leadsTo(from: string, to: string, rules: Rules): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const rule = rules.find((each) => each.id === id);
    waiting.push(...(rule?.suppressedBy ?? []).map((cause) => cause.rule));
  }
  return false;
}

function findInEscalation({ escalation = [] }: Rule): RuleFault[] {
  const place = escalation.findIndex(
    ({ afterMinutes }, i) => afterMinutes <= (escalation[i - 1]?.afterMinutes ?? 0),
  );
  if (place < 0) return [];
  const before = escalation[place - 1]?.afterMinutes ?? 0;
  const came = escalation[place]?.afterMinutes ?? 0;
  return [fault(`${place}/afterMinutes`, `more than ${before}`, came)];
}
