import { randomUUID } from 'node:crypto';
import { ArrivalBook, BatchCounter } from './arrivals.ts';
import { isSameContent } from './duplicates.ts';
import type {
  Appended,
  AppendInput,
  ArrivalSeries,
  Checkpoint,
  CheckpointPart,
  Log,
  Outcome,
  QuarantinedEvent,
  QuarantineLimits,
  QuarantinePage,
  Rejected,
  Segment,
  Verified,
} from './log.ts';

/** What outlives a memory log, so that tests can open it again. */
export interface MemoryStore {
  readonly logId: string;
  readonly segments: Segment[];
  /** Lines by source and id. */
  readonly lines: Map<string, string>;
  readonly arrivals: ArrivalBook;
  readonly quarantine: QuarantinedEvent[];
  checkpoint: Checkpoint | undefined;
}

export function createMemoryStore(): MemoryStore {
  return {
    logId: randomUUID(),
    segments: [],
    lines: new Map(),
    arrivals: new ArrivalBook(),
    quarantine: [],
    checkpoint: undefined,
  };
}

const UNBOUNDED: QuarantineLimits = { maxCount: 10_000, maxBytes: Number.POSITIVE_INFINITY };

export function openMemoryLog(store = createMemoryStore(), limits = UNBOUNDED): Log {
  return new MemoryLog(store, limits);
}

/** The log for tests: as plain as can be, because the contract suite measures the others against it. */
class MemoryLog implements Log {
  readonly logId: string;
  readonly #store: MemoryStore;
  readonly #limits: QuarantineLimits;
  readonly #counter = new BatchCounter();

  constructor(store: MemoryStore, limits: QuarantineLimits) {
    this.logId = store.logId;
    this.#store = store;
    this.#limits = limits;
  }

  get lastSeq(): number {
    return endOf(this.#store.segments.at(-1));
  }

  get lastReceivedAt(): number {
    return this.#store.segments.at(-1)?.receivedAt ?? 0;
  }

  append(
    events: readonly AppendInput[],
    receivedAtMs: number,
    rejected: readonly Rejected[] = [],
  ): Appended {
    const { segments, lines: known, arrivals } = this.#store;
    const receivedAt = Math.max(receivedAtMs, this.lastReceivedAt);
    const firstSeq = this.lastSeq + 1;
    const lines: string[] = [];
    if (events.some(({ line }) => line === '' || line.includes('\n'))) {
      throw new RangeError('an event must be one line of text');
    }
    const outcomes = events.map(({ source, id, line }): Outcome => {
      const key = `${source.length} ${source} ${id}`;
      const kept = known.get(key);
      if (kept !== undefined) return isSameContent(kept, line) ? 'duplicate' : 'conflict';
      known.set(key, line);
      lines.push(line);
      return 'accepted';
    });
    let next = firstSeq;
    const seqs = outcomes.map((outcome) => (outcome === 'accepted' ? next++ : 0));
    if (lines.length > 0) segments.push({ firstSeq, receivedAt, lines });
    this.#keep(rejected, receivedAt);
    const outcomeOf = (i: number) => outcomes[i] ?? 'duplicate';
    const raises = this.#counter.count(events, outcomeOf, rejected, receivedAt);
    for (const raise of raises) arrivals.raise(raise);
    const duplicates = events.length - lines.length;
    const conflicts = outcomes.filter((outcome) => outcome === 'conflict').length;
    return { seqs, accepted: lines.length, duplicates, conflicts, firstSeq, receivedAt };
  }

  *read(fromSeq: number, toSeq = this.lastSeq): IterableIterator<Segment> {
    for (const { firstSeq, receivedAt, lines } of [...this.#store.segments]) {
      const cut = lines.slice(Math.max(fromSeq - firstSeq, 0), Math.max(toSeq - firstSeq + 1, 0));
      if (cut.length > 0) yield { firstSeq: Math.max(firstSeq, fromSeq), receivedAt, lines: cut };
    }
  }

  seqAt(receivedAtMs: number): number {
    return endOf(this.#store.segments.findLast((s) => s.receivedAt <= receivedAtMs));
  }

  quarantined(page: { readonly limit: number; readonly before?: number }): QuarantinePage {
    const { quarantine } = this.#store;
    const before = page.before ?? Number.POSITIVE_INFINITY;
    const older = quarantine.filter(({ number }) => number < before).reverse();
    const dropped = (quarantine[0]?.number ?? 1) - 1;
    return { events: older.slice(0, page.limit), count: quarantine.length, dropped };
  }

  arrivals(): readonly ArrivalSeries[] {
    return this.#store.arrivals.list();
  }

  saveCheckpoint(seq: number, parts: Iterable<CheckpointPart>): Promise<void> {
    this.#store.checkpoint = { seq, parts: copyOf(parts) };
    return Promise.resolve();
  }

  loadCheckpoint(): Checkpoint | undefined {
    const { checkpoint } = this.#store;
    if (!checkpoint) return undefined;
    const parts = [...checkpoint.parts].map(([name, bytes]) => ({ name, bytes }));
    return { seq: checkpoint.seq, parts: copyOf(parts) };
  }

  *verify(): IterableIterator<Verified> {
    yield { segments: this.#store.segments.length, events: this.lastSeq };
  }

  close(): void {}

  #keep(rejected: readonly Rejected[], receivedAt: number): void {
    const { quarantine } = this.#store;
    const { maxCount, maxBytes } = this.#limits;
    for (const { unit: _, ...event } of rejected) {
      quarantine.push({ ...event, number: (quarantine.at(-1)?.number ?? 0) + 1, receivedAt });
    }
    const bytes = () => quarantine.reduce((sum, { raw }) => sum + Buffer.byteLength(raw), 0);
    const isOver = () => quarantine.length > maxCount || bytes() > maxBytes;
    while (quarantine.length > 1 && isOver()) quarantine.shift();
  }
}

function copyOf(parts: Iterable<CheckpointPart>): Map<string, Uint8Array<ArrayBuffer>> {
  return new Map([...parts].map(({ name, bytes }) => [name, Uint8Array.from(bytes)]));
}

function endOf(segment: Segment | undefined): number {
  return segment ? segment.firstSeq + segment.lines.length - 1 : 0;
}
