import type {
  Delta,
  Frame,
  FrameUpdate,
  Refusal,
  Snapshot,
} from '../../shared/protocol/messages.ts';
import { applyDelta, keepIdentity } from '../../shared/protocol/rows.ts';
import type { Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import type { AnswerStatus } from '../store/live-state.ts';

const ANSWER_MS = 10_000;
/** A gap this soon after a `subscribe` waits for the next check: a wrong server must not be met with a storm. */
export const RESYNC_SPACING_MS = 1000;

export interface Position {
  readonly epoch: string;
  readonly seq: number;
}

/** What one subscription holds and what it waits for. */
export interface Subscription {
  readonly query: Query;
  /** The version that `rows` are; null before the first snapshot. */
  readonly have: Position | null;
  readonly frame: Frame | null;
  readonly rows: readonly Row[];
  readonly receivedAtMs: number | null;
  readonly refusal: Refusal | null;
  /** When the last `subscribe` was sent, client ms. */
  readonly askedAtMs: number;
  /**
   * `no`: standing on the newest version known. `confirmation`: the same, and a `subscribe` asks whether it is so.
   * `ack`: a `subscribe` is out. A position: acknowledged, and this version is to come. `lost`: the connection is
   * gone, or a gap was found too soon after the last `subscribe`.
   */
  readonly waitsFor: 'no' | 'confirmation' | 'ack' | 'lost' | Position;
}

export function newSubscription(query: Query): Subscription {
  return {
    query,
    have: null,
    frame: null,
    rows: [],
    receivedAtMs: null,
    refusal: null,
    askedAtMs: Number.NEGATIVE_INFINITY,
    waitsFor: 'lost',
  };
}

/** What a message did: applied, ignored (R9, R11, R13), or a gap (R12). */
export type Outcome = Subscription | 'ignored' | 'gap';

export function takeSnapshot(sub: Subscription, snapshot: Snapshot, nowMs: number): Outcome {
  const { have } = sub;
  const { epoch, seq, frame, rows } = snapshot;
  if (have?.epoch === epoch && seq < have.seq) return 'ignored';
  return arrive(sub, { epoch, seq }, frame, keepIdentity(sub.rows, rows), nowMs);
}

export function takeDelta(sub: Subscription, delta: Delta, nowMs: number): Outcome {
  const { have } = sub;
  const { epoch, from, to, frame } = delta;
  if (!have || have.epoch !== epoch) return 'gap';
  if (to <= have.seq) return 'ignored';
  if (from !== have.seq) return 'gap';
  return arrive(sub, { epoch, seq: to }, frame, applyDelta(sub.rows, delta), nowMs);
}

export function takeFrame(
  sub: Subscription,
  { epoch, seq, frame }: FrameUpdate,
  nowMs: number,
): Outcome {
  const { have } = sub;
  if (!have || have.epoch !== epoch || seq > have.seq) return 'gap';
  if (seq < have.seq) return 'ignored';
  return arrive(sub, have, frame, sub.rows, nowMs);
}

export function takeAck(sub: Subscription, position: Position): Subscription {
  return { ...sub, refusal: null, waitsFor: isThere(sub.have, position) ? 'no' : position };
}

function arrive(
  sub: Subscription,
  have: Position,
  frame: Frame,
  rows: readonly Row[],
  nowMs: number,
): Subscription {
  const { waitsFor } = sub;
  const isDone = typeof waitsFor === 'object' && isThere(have, waitsFor);
  return {
    ...sub,
    have,
    frame,
    rows,
    receivedAtMs: nowMs,
    refusal: null,
    waitsFor: isDone ? 'no' : waitsFor,
  };
}

function isThere(have: Position | null, goal: Position): boolean {
  return have?.epoch === goal.epoch && have.seq >= goal.seq;
}

/** Whether it waits for something that should have come by now. */
export function isOverdue({ waitsFor, askedAtMs, refusal }: Subscription, nowMs: number): boolean {
  const waited = nowMs - askedAtMs;
  if (waitsFor === 'lost') return waited >= RESYNC_SPACING_MS;
  if (waitsFor !== 'no') return waited >= ANSWER_MS;
  return refusal?.retryAfterMs !== undefined && waited >= refusal.retryAfterMs;
}

export function statusOf({ refusal, have, waitsFor }: Subscription): AnswerStatus {
  if (refusal) return 'refused';
  if (!have) return 'connecting';
  return waitsFor === 'no' || waitsFor === 'confirmation' ? 'live' : 'resyncing';
}
