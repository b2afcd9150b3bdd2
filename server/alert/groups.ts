import type { Rule } from '../../shared/alarm/rule.ts';
import type { Reading } from './reading.ts';

const WEIGHT = { beyond: 2, between: 1, back: 0 } as const;

/**
 * Readings that a rule tells as one alarm: beyond as soon as one is, with the value farthest beyond and the number of those
 * beyond. A reading without the dimension grouped by stays its own.
 */
export function groupReadings(
  { groupBy, condition }: Rule,
  readings: readonly Reading[],
  root: string,
): Reading[] {
  if (groupBy === undefined) return [...readings];
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const { codes, key, unit } = reading.subject;
    const own = groupBy === 'rule' ? '' : groupBy === 'unit' ? unit : codes[groupBy];
    const name = own === undefined ? `=${key}` : `${groupBy}:${own}`;
    groups.set(name, [...(groups.get(name) ?? []), reading]);
  }
  const isBelow = 'is' in condition && condition.is === 'below';
  return [...groups].map(([name, members]) => mergeGroup(groupBy, name, members, isBelow, root));
}

function mergeGroup(
  groupBy: NonNullable<Rule['groupBy']>,
  name: string,
  members: readonly Reading[],
  isBelow: boolean,
  root: string,
): Reading {
  const [first] = members;
  if (!first || name.startsWith('=')) return first as Reading;
  const worst = [...members].sort(
    (a, b) => WEIGHT[b.stands] - WEIGHT[a.stands] || farther(a, b, isBelow),
  )[0] as Reading;
  const code = name.slice(groupBy.length + 1);
  const units = new Set(members.map(({ subject }) => subject.unit));
  return {
    ...worst,
    subject: {
      key: groupBy === 'rule' ? '' : code,
      unit: units.size === 1 ? first.subject.unit : root,
      codes: groupBy === 'rule' ? {} : { [groupBy]: code },
    },
    members: members.filter(({ stands }) => stands === worst.stands).length,
  };
}

function farther(a: Reading, b: Reading, isBelow: boolean): number {
  const difference = (b.value ?? 0) - (a.value ?? 0);
  return isBelow ? -difference : difference;
}
