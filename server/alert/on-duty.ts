import type { ShiftLog } from '../../shared/duty/shift.ts';

const HOUR_MS = 3_600_000;

/** Somebody who was signed on to a unit's desk; beginning a shift takes the right to act on alarms. */
export interface DutySpell {
  readonly unit: string;
  readonly by: string;
  /** ms of the server's clock. */
  readonly fromMs: number;
  /** Null: still there. */
  readonly toMs: number | null;
}

export function dutySpells(logs: readonly ShiftLog[]): readonly DutySpell[] {
  return logs.flatMap(({ unit, shifts }) =>
    shifts.map(({ onDuty, startedAt, end }) => ({
      ...{ unit, by: onDuty, fromMs: startedAt },
      toMs: end?.at ?? null,
    })),
  );
}

/**
 * Hours of operators in a span of time: at each instant the people who are signed on to any desk, each once however many
 * desks they keep. While nobody is, the alarms still come to somebody: one.
 */
export function operatorHours(spells: readonly DutySpell[], fromMs: number, toMs: number): number {
  const near = spells.filter(
    (spell) => spell.fromMs < toMs && (spell.toMs ?? Number.POSITIVE_INFINITY) > fromMs,
  );
  const within = (ms: number) => Math.min(Math.max(ms, fromMs), toMs);
  const edges = [fromMs, toMs, ...near.flatMap((spell) => [spell.fromMs, spell.toMs ?? toMs])];
  const cuts = [...new Set(edges.map(within))].sort((a, b) => a - b);
  let hours = 0;
  for (const [i, startMs] of cuts.entries()) {
    const endMs = cuts[i + 1] ?? startMs;
    const there = near.filter((spell) => spell.fromMs <= startMs && (spell.toMs ?? toMs) >= endMs);
    const people = new Set(there.map(({ by }) => by)).size;
    hours += (Math.max(1, people) * (endMs - startMs)) / HOUR_MS;
  }
  return hours;
}
