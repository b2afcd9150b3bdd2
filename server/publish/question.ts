import type { MeasureSource } from '../../shared/measure/measure.ts';
import type { Frame } from '../../shared/protocol/messages.ts';
import { applyDelta, diffRows, type RowDelta, sameValue } from '../../shared/protocol/rows.ts';
import type { Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import {
  addVersion,
  emptyHistory,
  type History,
  type HistoryLimits,
  newestOf,
  rowsAt,
} from './history.ts';
import type { CatchUp, Encoded, Position } from './outgoing.ts';

/** Server time `nowMs` (virtual in a replay) and a clock that only runs, `monoMs`, for intervals. */
export interface Clock {
  readonly nowMs: number;
  readonly monoMs: number;
}

export interface Evaluated {
  readonly frame: Frame;
  readonly rows: readonly Row[];
}

/** Silence alone changes what these say. */
const TIME_DRIVEN: ReadonlySet<MeasureSource> = new Set(['camera', 'link', 'quality']);

/** One distinct question and the versions of its answer. */
export interface Question<P> {
  readonly key: string;
  /** Canonical query and scope. */
  readonly name: string;
  readonly query: Query;
  readonly principal: P;
  readonly sources: readonly MeasureSource[];
  /** Changes with time alone. */
  readonly isTimeDriven: boolean;
  /** Subscriptions that hold it. */
  holds: number;
  emptySinceMs: number;
  isDirty: boolean;
  evaluatedDay: number;
  evaluatedAtMs: number;
  /** Not evaluated before, after a refusal that said so. */
  retryAtMs: number;
  frame: Frame;
  frameSentAtMs: number;
  isFrameUnsent: boolean;
  readonly history: History;
  /** What viewers in the same place are told, until the next version or frame; by the seq they stand on. */
  readonly encoded: Map<number | 'snapshot' | 'frame', Encoded>;
}

export interface Change {
  readonly seq: number;
  readonly encoded: Encoded;
}

/** Takes an evaluation in; returns the delta when the rows changed. */
export function takeEvaluation<P>(
  question: Question<P>,
  { frame, rows }: Evaluated,
  epoch: string,
  nextSeq: () => number,
  limits: HistoryLimits,
): Change | undefined {
  const old = newestOf(question.history);
  const delta = old ? diffRows(old.rows, rows) : { set: [...rows], unset: [] };
  if (!delta) {
    takeFrame(question, frame);
    return undefined;
  }
  const seq = nextSeq();
  question.frame = frame;
  question.isFrameUnsent = false;
  question.encoded.clear();
  const encoded = encodeDelta(question, epoch, old?.seq ?? 0, seq, delta);
  const next = old ? applyDelta(old.rows, delta) : rows;
  addVersion(question.history, seq, next, encoded.text.length, limits);
  return { seq, encoded };
}

/** The clock alone (`at`, `logSeq`) makes no new frame: encoded texts stay usable. */
function takeFrame<P>(question: Question<P>, frame: Frame): void {
  const { frame: old } = question;
  if (isUrgent(old, frame)) question.frameSentAtMs = Number.NEGATIVE_INFINITY;
  else if (old.freshness.dataTo === frame.freshness.dataTo) return;
  question.frame = frame;
  question.isFrameUnsent = true;
  question.encoded.clear();
}

function isUrgent(old: Frame, next: Frame): boolean {
  return (
    old.freshness.closed !== next.freshness.closed ||
    (old.freshness.dataTo === null) !== (next.freshness.dataTo === null) ||
    !sameValue([old.period, old.comparedPeriod], [next.period, next.comparedPeriod])
  );
}

/** What brings a viewer that holds `have` to the newest version, by R3. */
export function catchUp<P>(
  question: Question<P>,
  epoch: string,
  have: Position | undefined,
): CatchUp {
  const { seq } = newestVersion(question);
  const from = have?.epoch === epoch ? have.seq : undefined;
  const message =
    from === seq
      ? remember(question, 'frame', () => encodeFrame(question, epoch, seq))
      : (encodeWayFrom(question, epoch, from) ?? encodeSnapshot(question, epoch));
  return { key: question.key, epoch, seq, message };
}

function encodeWayFrom<P>(
  question: Question<P>,
  epoch: string,
  from: number | undefined,
): Encoded | undefined {
  const rows = from === undefined ? undefined : rowsAt(question.history, from);
  if (from === undefined || !rows) return undefined;
  return remember(question, from, () => {
    const newest = newestVersion(question);
    const delta = diffRows(rows, newest.rows) ?? { set: [], unset: [] };
    const encoded = encodeDelta(question, epoch, from, newest.seq, delta);
    const snapshot = encodeSnapshot(question, epoch);
    return encoded.text.length < snapshot.text.length ? encoded : snapshot;
  });
}

function newestVersion<P>(question: Question<P>) {
  return newestOf(question.history) ?? { seq: 0, rows: [] };
}

function remember<P>(
  { encoded }: Question<P>,
  place: number | 'snapshot' | 'frame',
  encode: () => Encoded,
): Encoded {
  const known = encoded.get(place);
  if (known) return known;
  const made = encode();
  encoded.set(place, made);
  return made;
}

export function encodeFrame<P>({ key, frame }: Question<P>, epoch: string, seq: number): Encoded {
  return { event: 'frame', text: JSON.stringify({ key, epoch, seq, frame }) };
}

function encodeDelta<P>(
  { key, frame }: Question<P>,
  epoch: string,
  from: number,
  to: number,
  delta: RowDelta,
): Encoded {
  return { event: 'delta', text: JSON.stringify({ key, epoch, from, to, frame, ...delta }) };
}

function encodeSnapshot<P>(question: Question<P>, epoch: string): Encoded {
  return remember(question, 'snapshot', () => {
    const { key, frame } = question;
    const { seq, rows } = newestVersion(question);
    return { event: 'snapshot', text: JSON.stringify({ key, epoch, seq, frame, rows }) };
  });
}

export function newQuestion<P>(
  {
    moves,
    ...identity
  }: Pick<Question<P>, 'key' | 'name' | 'query' | 'principal' | 'sources'> & {
    readonly moves: boolean;
  },
  evaluated: Evaluated,
  clock: Clock,
): Question<P> {
  return {
    ...identity,
    isTimeDriven: moves || identity.sources.some((source) => TIME_DRIVEN.has(source)),
    holds: 0,
    emptySinceMs: clock.monoMs,
    isDirty: false,
    evaluatedDay: 0,
    evaluatedAtMs: clock.monoMs,
    retryAtMs: clock.monoMs,
    frame: evaluated.frame,
    frameSentAtMs: clock.monoMs,
    isFrameUnsent: false,
    history: emptyHistory(),
    encoded: new Map(),
  };
}
