import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { SqlDatabase, SqlStatement } from '../sqlite/sqlite-driver.ts';
import { ArrivalBook, type Raise } from './arrivals.ts';
import type { ArrivalSeries, Outcome } from './log.ts';
import { guard } from './sqlite-tables.ts';

interface ArrivalRow {
  readonly day: LocalDay;
  readonly source: string;
  readonly unit: string;
  readonly outcome: Outcome;
  readonly code: string;
  readonly count: number;
  readonly lastAt: number;
}

/** Counts of what arrived. A start does not read them; the first question does, and from then on they are kept. */
export class SqliteArrivals {
  readonly #file: string;
  readonly #raise: SqlStatement;
  readonly #all: SqlStatement;
  #book: ArrivalBook | undefined;

  constructor(file: string, db: SqlDatabase) {
    this.#file = file;
    this.#raise = db.prepare(`INSERT INTO arrival VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET count = count + excluded.count,
      lastAt = max(lastAt, excluded.lastAt)`);
    this.#all = db.prepare(
      'SELECT day, source, unit, outcome, code, count, lastAt FROM arrival ORDER BY day',
    );
  }

  /** Inside a transaction of the caller, who calls `confirm` when it is on disk. */
  write(raises: readonly Raise[]): void {
    for (const { day, source, unit, outcome, code, by, at } of raises) {
      this.#raise.run(day, source, unit, outcome, code, by, at);
    }
  }

  confirm(raises: readonly Raise[]): void {
    for (const raise of raises) this.#book?.raise(raise);
  }

  list(): readonly ArrivalSeries[] {
    this.#book ??= this.#load();
    return this.#book.list();
  }

  #load(): ArrivalBook {
    const book = new ArrivalBook();
    const rows = guard(this.#file, () => this.#all.all() as ArrivalRow[]);
    for (const { count, lastAt, ...series } of rows) {
      book.raise({ ...series, by: count, at: lastAt });
    }
    return book;
  }
}
