import type { DocumentHead, DocumentKind, StoredDocument } from '../../shared/document/document.ts';
import type { SqlDatabase, SqlStatement } from '../sqlite/sqlite-driver.ts';
import type { DocumentStore, NewDocument } from './documents.ts';
import { checkNewest } from './newest.ts';
import { guard, transact } from './sqlite-tables.ts';
import { documentTopic, type Telling } from './telling.ts';

type HeadRow = Omit<DocumentHead, 'removed'> & { readonly removed: number };
type DocumentRow = HeadRow & { readonly body: string };

const HEAD = 'kind, id, version, at, author AS "by", title, unit, removed';

export class SqliteDocuments implements DocumentStore {
  readonly #file: string;
  readonly #db: SqlDatabase;
  readonly #telling: Telling;
  readonly #insert: SqlStatement;
  readonly #newest: SqlStatement;
  readonly #list: SqlStatement;
  readonly #read: SqlStatement;
  readonly #history: SqlStatement;

  constructor(file: string, db: SqlDatabase, telling: Telling) {
    this.#file = file;
    this.#db = db;
    this.#telling = telling;
    this.#insert = db.prepare(
      `INSERT INTO document (kind, id, version, at, author, title, unit, removed, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number`,
    );
    this.#newest = db.prepare(
      'SELECT max(version) AS version FROM document WHERE kind = ? AND id = ?',
    );
    this.#list = db.prepare(
      `SELECT ${HEAD} FROM document AS one WHERE kind = ? AND removed = 0 AND version =
       (SELECT max(version) FROM document WHERE kind = one.kind AND id = one.id) ORDER BY number DESC`,
    );
    this.#read = db.prepare(
      `SELECT ${HEAD}, body FROM document WHERE kind = ? AND id = ? AND version = ?`,
    );
    this.#history = db.prepare(
      `SELECT ${HEAD} FROM document WHERE kind = ? AND id = ? ORDER BY version DESC`,
    );
  }

  async list(kind: DocumentKind): Promise<readonly DocumentHead[]> {
    const rows = guard(this.#file, () => this.#list.all(kind)) as HeadRow[];
    return rows.map(toHead);
  }

  async read(
    kind: DocumentKind,
    id: string,
    version = this.#newestOf(kind, id),
  ): Promise<StoredDocument | undefined> {
    const [row] = guard(this.#file, () => this.#read.all(kind, id, version)) as DocumentRow[];
    if (!row) return undefined;
    const { body, ...head } = row;
    return { ...toHead(head), body: JSON.parse(body) };
  }

  async history(kind: DocumentKind, id: string): Promise<readonly DocumentHead[]> {
    const rows = guard(this.#file, () => this.#history.all(kind, id)) as HeadRow[];
    return rows.map(toHead);
  }

  async save(document: NewDocument): Promise<DocumentHead> {
    const { body, ifVersion, ...rest } = document;
    const head = { ...rest, version: ifVersion + 1 };
    const { kind, id, version, at, by, title, unit, removed } = head;
    const text = JSON.stringify(body);
    const number = transact(this.#db, () => {
      checkNewest(`${kind} ${id}`, ifVersion, this.#newestOf(kind, id));
      const values = [kind, id, version, at, by, title, unit, removed ? 1 : 0, text] as const;
      return (this.#insert.get(...values) as { number: number }).number;
    });
    this.#telling.tell(documentTopic(kind), number);
    return head;
  }

  #newestOf(kind: string, id: string): number {
    const row = guard(this.#file, () => this.#newest.get(kind, id)) as { version: number | null };
    return row.version ?? 0;
  }
}

function toHead({ removed, ...rest }: HeadRow): DocumentHead {
  return { ...rest, removed: removed === 1 };
}
