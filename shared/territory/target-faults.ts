import { parseDay } from '../unit/local-day.ts';
import type { Targets } from './pack.ts';
import type { PackFault } from './pack-fault.ts';

type Target = Targets[number];

/** What the schema of targets cannot see: unreal days, ends before beginnings, two decisions that cannot be told apart. */
export function findTargetFaults(targets: Targets): readonly PackFault[] {
  return targets.flatMap((target, i) => [
    ...findInDays(target, i),
    ...findDoubles(target, i, targets.slice(0, i)),
  ]);
}

function findInDays({ validFrom, validTo, decidedOn }: Target, place: number): PackFault[] {
  const named = Object.entries({ validFrom, validTo, decidedOn });
  const unreal = named.find(([, day]) => day !== undefined && parseDay(day) === undefined);
  if (unreal) return [{ where: `${place}/${unreal[0]}`, expected: 'a day', came: unreal[1] ?? '' }];
  return validTo < validFrom
    ? [{ where: `${place}/validTo`, expected: `a day from ${validFrom} on`, came: validTo }]
    : [];
}

/** Decided on the same day for the same figure and days: nothing says which of them holds. */
function findDoubles(target: Target, place: number, before: Targets): PackFault[] {
  const rival = before.findIndex(
    (other) =>
      nameOf(other) === nameOf(target) &&
      other.validFrom <= target.validTo &&
      target.validFrom <= other.validTo,
  );
  if (rival < 0) return [];
  return [
    {
      where: `${place}/validFrom`,
      expected: `days apart from those of ${rival}, or another day of decision`,
      came: `${target.validFrom} – ${target.validTo}`,
    },
  ];
}

function nameOf({ measure, kind, unit, filter = {}, decidedOn }: Target): string {
  const sorted = Object.entries(filter)
    .map(([dimension, values]) => [dimension, [...values].sort()])
    .sort();
  return JSON.stringify([measure, kind, unit, sorted, decidedOn ?? '']);
}
