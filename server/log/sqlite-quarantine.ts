import type { SqlDatabase, SqlStatement } from '../sqlite/sqlite-driver.ts';
import type { QuarantinedEvent, QuarantineLimits, QuarantinePage, Rejected } from './log.ts';

const TRIM_PAGE = 256;

interface Totals {
  count: number;
  /** Of all raw texts. */
  bytes: number;
  /** Newest number given. */
  last: number;
}

/**
 * Rejected events, numbered from 1 without holes and given up oldest first, so the smallest number kept tells how many
 * are gone. The newest is always kept.
 */
export class SqliteQuarantine {
  readonly #limits: QuarantineLimits;
  readonly #insert: SqlStatement;
  readonly #totals: SqlStatement;
  readonly #oldest: SqlStatement;
  readonly #drop: SqlStatement;
  readonly #page: SqlStatement;
  #known: Totals | undefined;

  constructor(db: SqlDatabase, limits: QuarantineLimits) {
    this.#limits = limits;
    this.#insert = db.prepare('INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#totals = db.prepare(`SELECT count(*) AS count, coalesce(sum(bytes), 0) AS bytes,
      coalesce(max(number), 0) AS last FROM quarantine`);
    this.#oldest = db.prepare('SELECT number, bytes FROM quarantine ORDER BY number LIMIT ?');
    this.#drop = db.prepare('DELETE FROM quarantine WHERE number <= ?');
    this.#page = db.prepare(`SELECT number, receivedAt, code, path, message, source, id, raw
      FROM quarantine WHERE number < ? ORDER BY number DESC LIMIT ?`);
  }

  /** Inside a transaction of the caller, who calls `forget` when that fails. */
  insert(rejected: readonly Rejected[], receivedAt: number): void {
    const totals = { ...this.#read() };
    for (const { code, path, message, source, id, raw } of rejected) {
      totals.last++;
      totals.count++;
      const bytes = Buffer.byteLength(raw);
      totals.bytes += bytes;
      this.#insert.run(totals.last, receivedAt, bytes, code, path, message, source, id, raw);
    }
    while (this.#isOver(totals)) this.#dropOldest(totals);
    this.#known = totals;
  }

  forget(): void {
    this.#known = undefined;
  }

  page(limit: number, before: number): QuarantinePage {
    const { count, last } = this.#read();
    const rows = this.#page.all(before, limit) as QuarantinedEvent[];
    return { events: rows, count, dropped: last - count };
  }

  #dropOldest(totals: Totals): void {
    let cut = 0;
    for (const row of this.#oldest.all(TRIM_PAGE) as { number: number; bytes: number }[]) {
      if (!this.#isOver(totals)) break;
      totals.count--;
      totals.bytes -= row.bytes;
      cut = row.number;
    }
    this.#drop.run(cut);
  }

  #isOver({ count, bytes }: Totals): boolean {
    return count > 1 && (count > this.#limits.maxCount || bytes > this.#limits.maxBytes);
  }

  #read(): Totals {
    this.#known ??= this.#totals.get() as Totals;
    return this.#known;
  }
}
