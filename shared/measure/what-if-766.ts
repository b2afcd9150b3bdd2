import { SCORE_766_GROUPS, type Score766PartCode } from './score-766.ts';
import { addPoints, type Points } from './score-points.ts';

export interface Count {
  readonly num: number;
  readonly den: number;
}

/** What is divided for each part; a part that nothing was counted for is not there. */
export type Score766Counts = Readonly<Partial<Record<Score766PartCode, Count>>>;

/** Open dossiers in term that could still go either way: those due within 8 working hours, and the rest. */
export interface Score766Pools {
  readonly dueIn8h: number;
  readonly later: number;
}

/**
 * What is supposed. Of a pool so many close before they are due, and all others of it go late; a pool that is left out
 * stays as it is. A share replaces that of its part, in percent of the same denominator.
 */
export interface Score766Supposed {
  readonly closing: Readonly<Partial<Record<keyof Score766Pools, number>>>;
  readonly shares: Readonly<Partial<Record<Score766PartCode, number>>>;
}

export interface Score766Sheet extends Points {
  readonly groups: readonly (Points & { readonly code: string })[];
}

/** Points of each group and of all, by the formula of the server's simulated score. */
export function score766Of(counts: Score766Counts): Score766Sheet {
  const groups = SCORE_766_GROUPS.map(({ code, parts }) => ({
    code,
    ...addPoints(parts.map((part) => ({ percent: percentOf(counts[part.code]), max: part.max }))),
  }));
  return {
    groups,
    points: groups.reduce((sum, { points }) => sum + points, 0),
    reachable: groups.reduce((sum, { reachable }) => sum + reachable, 0),
  };
}

export const percentOf = (count: Count | undefined): number | null =>
  count === undefined || count.den === 0 ? null : (count.num / count.den) * 100;

/** The counts as they would be. Shares come first, pools move what they leave. */
export function suppose(
  counts: Score766Counts,
  pools: Score766Pools,
  { closing, shares }: Score766Supposed,
): Score766Counts {
  const entries = Object.entries(counts) as [Score766PartCode, Count][];
  const shared = entries.map(([code, { num, den }]): [Score766PartCode, Count] => {
    const percent = shares[code];
    return [code, percent === undefined ? { num, den } : { num: whole(percent, den), den }];
  });
  const moved: Partial<Record<Score766PartCode, Count>> = Object.fromEntries(shared);
  const { closed, late } = movedOf(pools, closing);
  const { progress, dossiersInTime, online, electronicResult } = moved;
  if (progress) moved.progress = { ...progress, num: progress.num - late };
  if (dossiersInTime || closed > 0)
    moved.dossiersInTime = {
      num: (dossiersInTime?.num ?? 0) + closed,
      den: (dossiersInTime?.den ?? 0) + closed,
    };
  // A dossier that came online with an electronic result has one.
  if (online && electronicResult && electronicResult.num < online.num)
    moved.electronicResult = { ...electronicResult, num: online.num };
  return moved;
}

const whole = (percent: number, den: number) =>
  Math.round((Math.min(Math.max(percent, 0), 100) / 100) * den);

function movedOf(pools: Score766Pools, closing: Score766Supposed['closing']) {
  let [closed, late] = [0, 0];
  for (const name of ['dueIn8h', 'later'] as const) {
    const asked = closing[name];
    if (asked === undefined) continue;
    const inTime = Math.min(Math.max(Math.round(asked), 0), pools[name]);
    closed += inTime;
    late += pools[name] - inTime;
  }
  return { closed, late };
}
