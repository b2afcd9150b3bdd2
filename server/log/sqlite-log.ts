import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { IocError } from '../errors.ts';
import type { SqlDatabase } from '../sqlite/sqlite-driver.ts';
import { BatchCounter, type Raise } from './arrivals.ts';
import { CheckpointStore } from './checkpoint-store.ts';
import { isSameContent, type Likeness, sortOut } from './duplicates.ts';
import { type EventId, type HashIds, type IdHashes, idHasher } from './id-hash.ts';
import { IdTable } from './id-table.ts';
import type {
  Appended,
  AppendInput,
  ArrivalSeries,
  Checkpoint,
  CheckpointPart,
  Log,
  LogNotice,
  QuarantineLimits,
  QuarantinePage,
  Rejected,
  Segment,
  Verified,
} from './log.ts';
import { SegmentCache } from './segment-cache.ts';
import { SqliteArrivals } from './sqlite-arrivals.ts';
import { SqliteQuarantine } from './sqlite-quarantine.ts';
import { SqliteSegments, type StoredSegment } from './sqlite-segments.ts';
import { closeTables, openTables, readMeta, transact } from './sqlite-tables.ts';

export interface SqliteLogOptions {
  /** Made when it is missing; holds `log.db` and `checkpoint-<seq>.bin`. */
  readonly directory: string;
  readonly quarantine?: QuarantineLimits;
  readonly notice?: LogNotice;
  /** For tests that need ids to fall together. */
  readonly hashIds?: (seeds: readonly [number, number]) => HashIds;
}

const QUARANTINE: QuarantineLimits = { maxCount: 10_000, maxBytes: 64 * 1024 * 1024 };
const CACHED_CHARS = 32 * 1024 * 1024;
const VERIFY_STEP = 64;
const isOwnPart = (name: string) => name.startsWith('log.');

/**
 * Opens the log or throws with a code and a position. Checked at once: the order of all segments, the id hashes after
 * the newest checkpoint, and that checkpoint's own part. The events themselves are checked whenever they are read, so
 * always before they count; `verify` goes through those that no restart reads any more.
 */
export function openSqliteLog(options: SqliteLogOptions): Log {
  mkdirSync(options.directory, { recursive: true });
  const file = join(options.directory, 'log.db');
  const db = openTables(file, () => ({
    logId: randomUUID(),
    seeds: [randomInt(2 ** 32), randomInt(2 ** 32)],
  }));
  try {
    return new SqliteLog(file, db, options);
  } catch (error) {
    closeTables(db);
    throw error;
  }
}

class SqliteLog implements Log {
  readonly logId: string;
  readonly #db: SqlDatabase;
  readonly #segments: SqliteSegments;
  readonly #quarantine: SqliteQuarantine;
  readonly #arrivals: SqliteArrivals;
  readonly #counter = new BatchCounter();
  readonly #checkpoints: CheckpointStore;
  readonly #hashIds: HashIds;
  readonly #ids: IdTable;
  readonly #cache = new SegmentCache(CACHED_CHARS);
  #lastSeq = 0;
  #lastReceivedAt = 0;
  #isClosed = false;

  constructor(file: string, db: SqlDatabase, options: SqliteLogOptions) {
    const { logId, seeds } = readMeta(db, file);
    this.logId = logId;
    this.#db = db;
    this.#hashIds = (options.hashIds ?? idHasher)(seeds);
    this.#segments = new SqliteSegments(file, db);
    this.#quarantine = new SqliteQuarantine(db, options.quarantine ?? QUARANTINE);
    this.#arrivals = new SqliteArrivals(file, db);
    this.#checkpoints = new CheckpointStore(options.directory, options.notice ?? (() => {}));
    const last = this.#segments.checkOrder();
    if (last) {
      this.#lastSeq = last.firstSeq + last.count - 1;
      this.#lastReceivedAt = last.receivedAt;
    }
    this.#ids = this.#loadIds();
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  get lastReceivedAt(): number {
    return this.#lastReceivedAt;
  }

  append(
    events: readonly AppendInput[],
    receivedAtMs: number,
    rejected: readonly Rejected[] = [],
  ): Appended {
    const receivedAt = Math.max(receivedAtMs, this.#lastReceivedAt);
    const firstSeq = this.#lastSeq + 1;
    const hashes = this.#hashIds(events);
    const { fresh, changed } = sortOut(events, hashes, this.#ids, (seq, i) =>
      this.#compare(seq, events[i]),
    );
    const segment = {
      firstSeq,
      count: fresh.length,
      receivedAt,
      lines: fresh.map((i) => lineOf(events[i])),
    };
    const seqs = new Array<number>(events.length).fill(0);
    for (let n = 0; n < fresh.length; n++) seqs[fresh[n] as number] = firstSeq + n;
    const outcomeOf = (i: number) =>
      seqs[i] !== 0 ? 'accepted' : changed.has(i) ? 'conflict' : 'duplicate';
    const raises = this.#counter.count(events, outcomeOf, rejected, receivedAt);
    if (raises.length > 0) this.#commit(segment, pickHashes(hashes, fresh), rejected, raises);
    const duplicates = events.length - fresh.length;
    const conflicts = changed.size;
    return { seqs, accepted: fresh.length, duplicates, conflicts, firstSeq, receivedAt };
  }

  *read(fromSeq: number, toSeq = this.#lastSeq): IterableIterator<Segment> {
    const begin = Math.max(fromSeq, 1);
    if (begin > toSeq) return;
    const head = this.#segments.headAt(begin);
    for (const { firstSeq, receivedAt, lines } of this.#segments.read(head?.firstSeq ?? 1)) {
      if (firstSeq > toSeq) return;
      const cut = lines.slice(Math.max(begin - firstSeq, 0), toSeq - firstSeq + 1);
      yield { firstSeq: Math.max(firstSeq, begin), receivedAt, lines: cut };
    }
  }

  seqAt(receivedAtMs: number): number {
    let below = 0;
    let above = this.#lastSeq + 1;
    while (above - below > 1) {
      const head = this.#segments.headAt(Math.floor((below + above) / 2));
      if (!head) return below;
      if (head.receivedAt <= receivedAtMs) below = head.firstSeq + head.count - 1;
      else above = head.firstSeq;
    }
    return below;
  }

  quarantined(page: { readonly limit: number; readonly before?: number }): QuarantinePage {
    return this.#quarantine.page(page.limit, page.before ?? Number.MAX_SAFE_INTEGER);
  }

  arrivals(): readonly ArrivalSeries[] {
    return this.#arrivals.list();
  }

  async saveCheckpoint(seq: number, parts: Iterable<CheckpointPart>): Promise<void> {
    const head = { logId: this.logId, seq, idsSeq: this.#lastSeq };
    await this.#checkpoints.save(head, chain(this.#ids.parts(), parts));
  }

  loadCheckpoint(): Checkpoint | undefined {
    const content = this.#checkpoints.load((name) => !isOwnPart(name));
    if (!content || content.head.logId !== this.logId) return undefined;
    return { seq: content.head.seq, parts: content.parts };
  }

  *verify(): IterableIterator<Verified> {
    let segments = 0;
    let events = 0;
    for (const { count } of this.#segments.check(1)) {
      segments++;
      events += count;
      if (segments % VERIFY_STEP === 0) yield { segments, events };
    }
    yield { segments, events };
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    closeTables(this.#db);
  }

  #commit(
    segment: StoredSegment,
    hashes: IdHashes,
    rejected: readonly Rejected[],
    raises: readonly Raise[],
  ): void {
    const { firstSeq, count, receivedAt, lines } = segment;
    try {
      transact(this.#db, () => {
        if (count > 0) this.#segments.insert(segment, hashes, lines);
        if (rejected.length > 0) this.#quarantine.insert(rejected, receivedAt);
        this.#arrivals.write(raises);
      });
    } catch (error) {
      this.#quarantine.forget();
      throw error;
    }
    this.#arrivals.confirm(raises);
    if (count === 0) return;
    this.#addIds(firstSeq, hashes);
    this.#cache.put(segment);
    this.#lastSeq = firstSeq + count - 1;
    this.#lastReceivedAt = receivedAt;
  }

  #compare(seq: number, event: AppendInput | undefined): Likeness {
    const { firstSeq, lines } = this.#segmentWith(seq);
    const line = lines[seq - firstSeq] ?? 'null';
    // What is sent twice is mostly the same to the letter; only else it must be taken apart.
    if (line === event?.line) return 'same';
    const stored = JSON.parse(line) as EventId | null;
    if (stored?.source !== event?.source || stored?.id !== event?.id) return 'other';
    return isSameContent(line, event?.line ?? 'null') ? 'same' : 'changed';
  }

  #segmentWith(seq: number): StoredSegment {
    const newest = this.#cache.newestWith(seq);
    if (newest) return newest;
    const firstSeq = this.#segments.headAt(seq)?.firstSeq ?? 1;
    const cached = this.#cache.get(firstSeq);
    if (cached) return cached;
    for (const segment of this.#segments.read(firstSeq, 1)) {
      this.#cache.put(segment);
      return segment;
    }
    throw new RangeError(`no event ${seq}`);
  }

  #loadIds(): IdTable {
    const content = this.#checkpoints.load(isOwnPart);
    const isOurs = content?.head.logId === this.logId;
    if (content && isOurs && content.head.idsSeq > this.#lastSeq) {
      const expected = content.head.idsSeq;
      throw new IocError('IOC_LOG_TRUNCATED', { expected, came: this.#lastSeq });
    }
    const saved = content && isOurs ? IdTable.from(content.parts) : undefined;
    const table = saved?.size === content?.head.idsSeq && saved ? saved : new IdTable();
    if (table.size === this.#lastSeq) return table;
    for (const { head: at, hashes } of this.#segments.hashes(table.size + 1)) {
      addIds(table, at.firstSeq, hashes);
    }
    return table;
  }

  #addIds(firstSeq: number, hashes: IdHashes): void {
    addIds(this.#ids, firstSeq, hashes);
  }
}

function addIds(table: IdTable, firstSeq: number, hashes: IdHashes): void {
  for (let i = 0; i < hashes.length; i += 2) {
    table.add(hashes[i] ?? 0, hashes[i + 1] ?? 0, firstSeq + i / 2);
  }
}

function pickHashes(hashes: IdHashes, positions: readonly number[]): IdHashes {
  if (positions.length * 2 === hashes.length) return hashes;
  const picked = new Uint32Array(positions.length * 2);
  for (const [n, i] of positions.entries()) {
    picked[2 * n] = hashes[2 * i] ?? 0;
    picked[2 * n + 1] = hashes[2 * i + 1] ?? 0;
  }
  return picked;
}

function lineOf(event: AppendInput | undefined): string {
  const line = event?.line ?? '';
  if (line === '' || line.includes('\n')) throw new RangeError('an event must be one line of text');
  return line;
}

function* chain<T>(...lists: Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}
