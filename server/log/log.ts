import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { CodedError } from '../errors.ts';

/**
 * The durable, ordered, numbered log of accepted events, and what is kept beside it: rejected events (quarantine),
 * counts of everything that arrived, and checkpoints of the fold. Engines: `memory-log.ts`, `sqlite-log.ts`; what they promise: `log.contract.ts`.
 *
 * Events are numbered 1, 2, 3 … without holes. One `append` makes one *segment*; all its events share one
 * `receivedAt`, which never falls from segment to segment.
 */

/** One accepted event. `line` is one JSON object without line breaks whose top level holds this `source` and `id`. */
export interface AppendInput {
  readonly source: string;
  readonly id: string;
  readonly line: string;
  /** Unit the event is about, for the counts; left out where it names none. */
  readonly unit?: string;
}

/** A rejected event, kept for the people who run the source. `raw` comes without personal fields. */
export interface Rejected {
  readonly code: string;
  /** JSON path of the fault inside the event, '' where there is none. */
  readonly path: string;
  readonly message: string;
  /** '' where the event does not tell. */
  readonly source: string;
  readonly id: string;
  readonly raw: string;
  /** Unit the event is about, for the counts; left out where that cannot be read. */
  readonly unit?: string;
}

export interface Appended {
  /** By position in the batch: the number given to the event, 0 when its (source, id) was there already. */
  readonly seqs: readonly number[];
  readonly accepted: number;
  readonly duplicates: number;
  /** Those of the duplicates whose content differs from the event that is kept. */
  readonly conflicts: number;
  /** First number given, or the next free one when nothing was accepted. */
  readonly firstSeq: number;
  /** ms; the instant asked for, or the log's newest when that was later. */
  readonly receivedAt: number;
}

export interface Segment {
  readonly firstSeq: number;
  readonly receivedAt: number;
  readonly lines: readonly string[];
}

export interface QuarantinedEvent extends Omit<Rejected, 'unit'> {
  /** Grows with every rejected event, from 1. */
  readonly number: number;
  readonly receivedAt: number;
}

export interface QuarantinePage {
  /** Newest first. */
  readonly events: readonly QuarantinedEvent[];
  /** Kept now. */
  readonly count: number;
  /** Given up because the quarantine was full, oldest first, since the store was made. */
  readonly dropped: number;
}

/**
 * What became of an event that was sent. `duplicate`: its (source, id) was there with the same content; `conflict`: it
 * was there with another one, and the first stays.
 */
export type Outcome = 'accepted' | 'duplicate' | 'conflict' | 'rejected';

/** Everything of one outcome that one source sent about one unit, by the local day of its arrival. */
export interface ArrivalSeries {
  readonly source: string;
  /** '' where the event names none. */
  readonly unit: string;
  readonly outcome: Outcome;
  /** Why it was rejected, '' for the other outcomes. */
  readonly code: string;
  /** In order; only days on which there was one. */
  readonly days: readonly ArrivalDay[];
}

export interface ArrivalDay {
  readonly day: LocalDay;
  readonly count: number;
  /** ms; the last of them. */
  readonly lastAt: number;
}

/** A piece of state under a name; `bytes` may be a view on live memory, it is written before the call returns. */
export interface CheckpointPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Checkpoint {
  readonly seq: number;
  /** Each part in an ArrayBuffer of its own, so that typed arrays can be laid over it without a copy. */
  readonly parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

export interface Verified {
  readonly segments: number;
  readonly events: number;
}

export interface Log {
  /** Random, made once per store. */
  readonly logId: string;
  /** Number of the newest event; 0 when empty. */
  readonly lastSeq: number;
  /** ms; of the newest segment, 0 when empty. */
  readonly lastReceivedAt: number;
  /**
   * One transaction with its counts, on disk when it returns. Throws `IocError` and changes nothing when the store
   * cannot be written.
   */
  append(
    events: readonly AppendInput[],
    receivedAtMs: number,
    rejected?: readonly Rejected[],
  ): Appended;
  /** Segments with the events `fromSeq`–`toSeq` (both included; default: to the end) in order; the border ones cut. */
  read(fromSeq: number, toSeq?: number): IterableIterator<Segment>;
  /** Number of the last event with `receivedAt` ≤ the given instant; 0 when there is none. */
  seqAt(receivedAtMs: number): number;
  /** Newest first, only those with a number below `before` when it is given. */
  quarantined(page: { readonly limit: number; readonly before?: number }): QuarantinePage;
  /** How much has arrived from whom and what became of it; each event of each batch counts once. */
  arrivals(): readonly ArrivalSeries[];
  /**
   * Writes the parts at once and replaces the older checkpoint when the promise resolves. `seq` is the last event
   * the parts have seen.
   */
  saveCheckpoint(seq: number, parts: Iterable<CheckpointPart>): Promise<void>;
  /** The newest whole checkpoint; undefined when there is none: then fold from 1. */
  loadCheckpoint(): Checkpoint | undefined;
  /**
   * Reads everything, a step at a time so that it can run beside other work: each step yields what is verified
   * so far. Throws `IocError` with the position at the first damage.
   */
  verify(): IterableIterator<Verified>;
  /** May be called twice. */
  close(): void;
}

export interface QuarantineLimits {
  readonly maxCount: number;
  /** Of all raw texts together. */
  readonly maxBytes: number;
}

/** Something the log went on from that people should know: `IOC_LOG_CHECKPOINT_*`. */
export type LogNotice = (notice: CodedError) => void;
