import type { Measure } from '../../shared/measure/measure.ts';
import type { Targets } from '../../shared/territory/pack.ts';
import { isoDay, type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import type { QueryContext } from './context.ts';
import type { Plan } from './plan.ts';

type Target = Targets[number];

/** The row a target is looked for. */
export interface TargetPlace {
  readonly unit: string;
  /** Dimension values of the row. */
  readonly labels: Readonly<Record<string, string>>;
  readonly day: LocalDay;
}

/**
 * The target (or, where the query compares with it, the plan) that holds for a row on a day. It holds for its own unit;
 * one of a rate whose filter names levels holds for the units of those levels below as well. The nearest unit, then the
 * narrowest filter, then the latest decision wins; what was decided after the instant asked about was not known then.
 */
export function findTarget(
  measure: Measure,
  plan: Plan,
  { targets }: QueryContext,
  place: TargetPlace,
): number | undefined {
  const kind = plan.query.compare === 'plan' ? 'plan' : 'target';
  const own = ownTargets(targets, `${kind} ${measure.id}`);
  if (own.length === 0) return undefined;
  const day = isoDay(place.day);
  const borders = plan.borders.rowsAt(place.day);
  const level = borders.unit(place.unit)?.level;
  const known = isoDay(localDayOf(plan.now));
  const lineage = measure.kind === 'ratio' ? borders.lineage(place.unit) : [place.unit];
  const holding = own.filter(
    (target) =>
      target.validFrom <= day &&
      day <= target.validTo &&
      (target.decidedOn ?? '') <= known &&
      (target.unit === place.unit || target.filter?.level !== undefined) &&
      lineage.includes(target.unit) &&
      fits(target, plan, place, level),
  );
  const order = (a: Target, b: Target) =>
    lineage.indexOf(a.unit) - lineage.indexOf(b.unit) ||
    widthOf(b) - widthOf(a) ||
    (b.decidedOn ?? '').localeCompare(a.decidedOn ?? '');
  return [...holding].sort(order)[0]?.value;
}

const grouped = new WeakMap<Targets, Map<string, Target[]>>();

/** Of one kind and measure: an answer of thousands of cells looks for theirs in each. */
function ownTargets(targets: Targets, name: string): Targets {
  const known = grouped.get(targets) ?? groupTargets(targets);
  return known.get(name) ?? [];
}

function groupTargets(targets: Targets): Map<string, Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const name = `${target.kind} ${target.measure}`;
    const group = groups.get(name);
    if (group) group.push(target);
    else groups.set(name, [target]);
  }
  grouped.set(targets, groups);
  return groups;
}

/** How many dimensions narrow a target. */
const widthOf = ({ filter = {} }: Target) => Object.keys(filter).length;

function fits(
  { filter }: Target,
  plan: Plan,
  { labels }: TargetPlace,
  unitLevel: string | undefined,
): boolean {
  const isWithin = (values: readonly string[], wanted: readonly string[]) =>
    values.length > 0 && values.every((value) => wanted.includes(value));
  return Object.entries(filter ?? {}).every(([dimension, wanted]) => {
    const own = labels[dimension];
    const asked = (plan.filter as Record<string, readonly string[]>)[dimension] ?? [];
    if (own !== undefined ? wanted.includes(own) : isWithin(asked, wanted)) return true;
    // Dossiers of the districts are asked for: what the province's own shall reach says nothing of them.
    if (asked.length > 0 && !asked.some((value) => wanted.includes(value))) return false;
    return dimension === 'level' && unitLevel !== undefined && wanted.includes(unitLevel);
  });
}
