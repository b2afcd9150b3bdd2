import { IocError } from '../errors.ts';
import {
  bytesOf,
  type SqlBlob,
  type SqlDatabase,
  type SqlStatement,
} from '../sqlite/sqlite-driver.ts';
import type { IdHashes } from './id-hash.ts';
import { checksum, decodeLines, encodeLines, type SegmentHead } from './segment-codec.ts';
import { guard } from './sqlite-tables.ts';

/** Rows taken at a time: some 2 MB of bodies. */
const PAGE = 32;

interface HeadRow extends SegmentHead {
  readonly hashesCrc: number;
  readonly bodyCrc: number;
  readonly codec: number;
}

interface ContentRow extends HeadRow {
  readonly hashes: SqlBlob | null;
  readonly body: SqlBlob | null;
}

export interface StoredSegment extends SegmentHead {
  readonly lines: string[];
}

/** The segments of a SQLite log; whatever is read is checked against its checksum and its place first. */
export class SqliteSegments {
  readonly #file: string;
  readonly #db: SqlDatabase;
  readonly #insertHead: SqlStatement;
  readonly #insertContent: SqlStatement;
  readonly #headAt: SqlStatement;
  readonly #page: SqlStatement;
  readonly #hashPage: SqlStatement;

  constructor(file: string, db: SqlDatabase) {
    const columns = 'firstSeq, count, receivedAt, hashesCrc, bodyCrc, codec';
    this.#file = file;
    this.#db = db;
    this.#insertHead = db.prepare(`INSERT INTO segment (${columns}) VALUES (?, ?, ?, ?, ?, ?)`);
    this.#insertContent = db.prepare('INSERT INTO content VALUES (?, ?, ?)');
    this.#headAt = db.prepare(
      `SELECT ${columns} FROM segment WHERE firstSeq <= ? ORDER BY firstSeq DESC LIMIT 1`,
    );
    const pageOf = (content: string) =>
      db.prepare(`SELECT ${columns}, ${content} FROM segment LEFT JOIN content USING (firstSeq)
        WHERE firstSeq >= ? ORDER BY firstSeq LIMIT ?`);
    this.#page = pageOf('hashes, body');
    this.#hashPage = pageOf('hashes');
  }

  insert(head: SegmentHead, hashes: IdHashes, lines: readonly string[]): void {
    const { codec, body } = encodeLines(lines);
    const hashBytes = Buffer.from(hashes.buffer);
    const { firstSeq, count, receivedAt } = head;
    const hashesCrc = checksum(head, codec, hashBytes);
    const bodyCrc = checksum(head, codec, body);
    this.#insertHead.run(firstSeq, count, receivedAt, hashesCrc, bodyCrc, codec);
    this.#insertContent.run(firstSeq, hashBytes, body);
  }

  /**
   * Checks that the segments follow each other without hole or overlap; gives the newest. A join, because SQLite's
   * window functions take fifteen times as long: a million segments must not hold up the start.
   */
  checkOrder(): SegmentHead | undefined {
    const last = this.headAt(Number.MAX_SAFE_INTEGER);
    if (!last) return undefined;
    const broken = this.#ask<SegmentHead>(`
      SELECT here.firstSeq, here.count, here.receivedAt FROM segment AS here
      LEFT JOIN segment AS next ON next.firstSeq = here.firstSeq + here.count
      WHERE next.firstSeq IS NULL OR next.receivedAt < here.receivedAt OR here.count < 1
      ORDER BY here.firstSeq LIMIT 1`);
    if (broken && broken.firstSeq !== last.firstSeq) {
      const expected = broken.firstSeq + broken.count;
      throw this.#gap(expected, this.#after(broken.firstSeq)?.firstSeq ?? 'nothing');
    }
    const all = this.#ask<{ first: number; events: number }>(
      'SELECT min(firstSeq) AS first, sum(count) AS events FROM segment',
    );
    if (all?.first !== 1) throw this.#gap(1, all?.first ?? 'nothing');
    const end = last.firstSeq + last.count - 1;
    if (all.events !== end) throw this.#gap(end, `${all.events} events in all`);
    const content = this.#ask<{ last: number | null }>('SELECT max(firstSeq) AS last FROM content');
    if (content?.last !== last.firstSeq) throw this.#gap(last.firstSeq, 'no content');
    return last;
  }

  #after(firstSeq: number): SegmentHead | undefined {
    return this.#ask(
      `SELECT firstSeq FROM segment WHERE firstSeq > ${firstSeq} ORDER BY firstSeq LIMIT 1`,
    );
  }

  /** The segment that holds `seq`, or the last one before it. */
  headAt(seq: number): SegmentHead | undefined {
    return guard(this.#file, () => this.#headAt.get(seq) as SegmentHead | undefined);
  }

  /** From the segment that begins at `firstSeq` on. */
  *read(firstSeq: number, pageRows = PAGE): Generator<StoredSegment> {
    for (const row of this.#rows(this.#page, firstSeq, pageRows)) {
      this.#check(row, row.hashesCrc, row.hashes, 'id hashes');
      const body = this.#check(row, row.bodyCrc, row.body, 'events');
      const lines = decodeLines(row.codec, body);
      if (lines.length !== row.count) throw this.#gap(row.firstSeq + row.count, 'other events');
      yield { firstSeq: row.firstSeq, count: row.count, receivedAt: row.receivedAt, lines };
    }
  }

  /** The same without unpacking the events. */
  *check(firstSeq: number): Generator<SegmentHead> {
    for (const row of this.#rows(this.#page, firstSeq)) {
      this.#check(row, row.hashesCrc, row.hashes, 'id hashes');
      this.#check(row, row.bodyCrc, row.body, 'events');
      yield row;
    }
  }

  /** Only the id hashes, for the duplicate table. */
  *hashes(firstSeq: number): Generator<{ head: SegmentHead; hashes: IdHashes }> {
    for (const row of this.#rows(this.#hashPage, firstSeq)) {
      const bytes = this.#check(row, row.hashesCrc, row.hashes, 'id hashes');
      // SQLite's blobs may begin anywhere, typed arrays of four bytes may not.
      yield { head: row, hashes: new Uint32Array(new Uint8Array(bytes).buffer) };
    }
  }

  *#rows(page: SqlStatement, firstSeq: number, pageRows = PAGE): Generator<ContentRow> {
    let next = firstSeq;
    for (;;) {
      const from = next;
      const rows = guard(this.#at(from), () => page.all(from, pageRows) as ContentRow[]);
      for (const row of rows) {
        if (row.firstSeq !== next) throw this.#gap(next, row.firstSeq);
        yield row;
        next += row.count;
      }
      if (rows.length < pageRows) return;
    }
  }

  #check(head: HeadRow, expected: number, blob: SqlBlob | null, what: string): Uint8Array {
    if (blob === null) throw this.#gap(head.firstSeq, 'no content');
    const bytes = bytesOf(blob);
    const came = checksum(head, head.codec, bytes);
    if (came === expected) return bytes;
    throw new IocError('IOC_LOG_DAMAGED', {
      where: `${this.#at(head.firstSeq)}–${head.firstSeq + head.count - 1}: ${what}`,
      expected: `checksum ${expected}`,
      came,
    });
  }

  #gap(expected: number, came: number | string): IocError {
    return new IocError('IOC_LOG_GAP', { where: this.#file, expected, came });
  }

  #at(seq: number): string {
    return `${this.#file}, event ${seq}`;
  }

  #ask<Row>(sql: string): Row | undefined {
    return guard(this.#file, () => this.#db.prepare(sql).get() as Row | undefined);
  }
}
