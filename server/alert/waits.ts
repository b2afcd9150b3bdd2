import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Act, NewAct } from '../store/journal.ts';
import type { Watch } from './watch.ts';

export const WAIT_TOPIC = 'alarm-wait';

/** Body of a `begin` act: since when the condition holds, or has ended, without having been told. */
const WaitBegun = Type.Object({ holds: Type.Boolean(), sinceMs: Type.Number() });
export type Wait = Static<typeof WaitBegun>;

/** Delays that are under way, by alarm: a restart goes on with them. */
export type Waits = ReadonlyMap<string, Wait>;

/** What the journal says of delays under way. */
export function waitsAfter(acts: readonly Act[]): Waits {
  const waits = new Map<string, Wait>();
  for (const { subject, kind, body } of acts) {
    if (kind === 'begin' && Value.Check(WaitBegun, body)) waits.set(subject, body);
    else waits.delete(subject);
  }
  return waits;
}

/**
 * What a round changes about the delays under way. One that has only just begun is not written down: what comes and goes
 * between two looks would fill the journal, and a restart then costs it one look.
 */
export function waitsNow(
  before: Waits,
  watches: ReadonlyMap<string, Watch>,
  nowMs: number,
): { readonly waits: Waits; readonly acts: readonly Pick<NewAct, 'subject' | 'kind' | 'body'>[] } {
  const waits = new Map<string, Wait>();
  for (const [id, { holds, isActive, sinceMs }] of watches)
    if (holds !== isActive && sinceMs < nowMs) waits.set(id, { holds, sinceMs });
  const begun = [...waits].filter(([id, wait]) => !isSame(before.get(id), wait));
  const ended = [...before.keys()].filter((id) => !waits.has(id));
  const acts = [
    ...begun.map(([subject, body]) => ({ subject, kind: 'begin', body: { ...body } })),
    ...ended.map((subject) => ({ subject, kind: 'end', body: {} })),
  ];
  return { waits, acts };
}

const isSame = (a: Wait | undefined, b: Wait) => a?.holds === b.holds && a.sinceMs === b.sinceMs;
