import type { SqlDatabase, SqlStatement } from '../sqlite/sqlite-driver.ts';
import type { Act, ActJournal, Expected, NewAct } from './journal.ts';
import { checkNewest } from './newest.ts';
import { guard, transact } from './sqlite-tables.ts';
import type { Telling } from './telling.ts';

interface ActRow extends Omit<Act, 'body'> {
  readonly body: string;
}

export class SqliteJournal implements ActJournal {
  readonly #file: string;
  readonly #db: SqlDatabase;
  readonly #telling: Telling;
  readonly #insert: SqlStatement;
  readonly #newest: SqlStatement;
  readonly #read: SqlStatement;

  constructor(file: string, db: SqlDatabase, telling: Telling) {
    this.#file = file;
    this.#db = db;
    this.#telling = telling;
    this.#insert = db.prepare(
      'INSERT INTO act (at, author, topic, subject, kind, body) VALUES (?, ?, ?, ?, ?, ?) RETURNING seq',
    );
    this.#newest = db.prepare('SELECT max(seq) AS seq FROM act WHERE topic = ? AND subject = ?');
    this.#read = db.prepare(
      'SELECT seq, at, author AS "by", topic, subject, kind, body FROM act WHERE topic = ? AND seq > ? ORDER BY seq',
    );
  }

  async append(act: NewAct, expected?: Expected): Promise<Act> {
    const { topic, subject } = act;
    const kept = transact(this.#db, () => {
      const { seq } = this.#newest.get(topic, subject) as { seq: number | null };
      checkNewest(`${topic} ${subject}`, expected?.newestSeq, seq ?? 0);
      return this.#put(act);
    });
    this.#telling.tell(topic, kept.seq);
    return kept;
  }

  async appendAll(acts: readonly NewAct[]): Promise<readonly Act[]> {
    const kept = transact(this.#db, () => acts.map((act) => this.#put(act)));
    for (const { topic, seq } of kept) this.#telling.tell(topic, seq);
    return kept;
  }

  async read(topic: string, afterSeq = 0): Promise<readonly Act[]> {
    const rows = guard(this.#file, () => this.#read.all(topic, afterSeq)) as ActRow[];
    return rows.map(({ body, ...rest }) => ({ ...rest, body: JSON.parse(body) }));
  }

  #put({ at, by, topic, subject, kind, body }: NewAct): Act {
    const text = JSON.stringify(body);
    const { seq } = this.#insert.get(at, by, topic, subject, kind, text) as { seq: number };
    return { seq, at, by, topic, subject, kind, body: JSON.parse(text) };
  }
}
