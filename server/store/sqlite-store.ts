import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { SqlDatabase } from '../sqlite/sqlite-driver.ts';
import { SqliteDocuments } from './sqlite-documents.ts';
import { SqliteJournal } from './sqlite-journal.ts';
import { closeTables, guard, numberOf, openTables } from './sqlite-tables.ts';
import type { Store, StoreChange } from './store.ts';
import { documentTopic, Telling } from './telling.ts';

/** Opens `desk.sqlite` in `directory`, made when it is missing and readable for its owner only, or throws with a code and a place. */
export function openSqliteStore(directory: string): Store {
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, 'desk.sqlite');
  const db = openTables(file);
  chmodSync(file, 0o600);
  return new SqliteStore(file, db);
}

class SqliteStore implements Store {
  readonly journal: SqliteJournal;
  readonly documents: SqliteDocuments;
  readonly #file: string;
  readonly #db: SqlDatabase;
  readonly #telling = new Telling();
  #isOpen = true;
  /** Up to where the last poll looked. */
  #version: number;
  #seq: number;
  #number: number;

  constructor(file: string, db: SqlDatabase) {
    this.#file = file;
    this.#db = db;
    this.journal = new SqliteJournal(file, db, this.#telling);
    this.documents = new SqliteDocuments(file, db, this.#telling);
    this.#version = this.#dataVersion();
    this.#seq = numberOf(db, 'SELECT max(seq) AS n FROM act');
    this.#number = numberOf(db, 'SELECT max(number) AS n FROM document');
  }

  onChange(listener: (change: StoreChange) => void): void {
    this.#telling.listen(listener);
  }

  poll(): void {
    const version = this.#dataVersion();
    if (version === this.#version) return;
    this.#version = version;
    const acts = this.#since(
      'SELECT topic, max(seq) AS n FROM act WHERE seq > ? GROUP BY topic',
      this.#seq,
    );
    const saved = this.#since(
      'SELECT kind AS topic, max(number) AS n FROM document WHERE number > ? GROUP BY kind',
      this.#number,
    );
    for (const { topic, n } of acts) this.#telling.tell(topic, n);
    for (const { topic, n } of saved) this.#telling.tell(documentTopic(topic), n);
    this.#seq = Math.max(this.#seq, ...acts.map(({ n }) => n));
    this.#number = Math.max(this.#number, ...saved.map(({ n }) => n));
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeTables(this.#db);
  }

  /** Changes when another connection has committed. */
  #dataVersion(): number {
    return guard(this.#file, () =>
      numberOf(this.#db, 'SELECT data_version AS n FROM pragma_data_version'),
    );
  }

  #since(sql: string, seen: number): { readonly topic: string; readonly n: number }[] {
    return guard(this.#file, () => this.#db.prepare(sql).all(seen)) as {
      topic: string;
      n: number;
    }[];
  }
}
