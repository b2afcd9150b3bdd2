import { IocError } from '../errors.ts';
import { openDatabase, SQLITE, type SqlDatabase, sqliteCode } from '../sqlite/sqlite-driver.ts';

/** 'IOCD' */
const APPLICATION_ID = 0x494f4344;
const FORMAT = 1;

/** AUTOINCREMENT: a number once given never comes again. */
const SCHEMA = `
CREATE TABLE act (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, author TEXT NOT NULL, topic TEXT NOT NULL,
  subject TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX actBySubject ON act (topic, subject);
CREATE INDEX actByTopic ON act (topic);
CREATE TABLE document (
  number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
  at INTEGER NOT NULL, author TEXT NOT NULL, title TEXT NOT NULL, unit TEXT NOT NULL, removed INTEGER NOT NULL,
  body TEXT NOT NULL, UNIQUE (kind, id, version)
);
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${FORMAT};
`;

/**
 * Fsync at each commit. Not locked for one process: a command writes an account beside a running server. Whoever finds it
 * taken waits for a moment.
 */
const PRAGMAS = [
  'PRAGMA busy_timeout = 3000',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
];

export function openTables(file: string): SqlDatabase {
  const db = guard(file, () => openDatabase(file));
  try {
    guard(file, () => {
      for (const pragma of PRAGMAS) db.exec(pragma);
      db.exec('BEGIN IMMEDIATE');
      if (numberOf(db, 'SELECT count(*) AS n FROM sqlite_master') === 0) db.exec(SCHEMA);
      db.exec('COMMIT');
      checkFormat(db, file);
      checkPages(db, file);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function checkFormat(db: SqlDatabase, where: string): void {
  const application = numberOf(db, 'SELECT application_id AS n FROM pragma_application_id');
  const format = numberOf(db, 'SELECT user_version AS n FROM pragma_user_version');
  if (application === APPLICATION_ID && format === FORMAT) return;
  const came = application === APPLICATION_ID ? `format ${format}` : 'another kind of file';
  throw new IocError('IOC_STORE_FOREIGN', { where, expected: `format ${FORMAT}`, came });
}

function checkPages(db: SqlDatabase, where: string): void {
  const [row] = db.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
  if (row?.quick_check === 'ok') return;
  const came = row?.quick_check ?? 'nothing';
  throw new IocError('IOC_STORE_DAMAGED', { where, expected: 'whole pages', came });
}

export function numberOf(db: SqlDatabase, sql: string): number {
  return (db.prepare(sql).get() as { n: number | null }).n ?? 0;
}

/** Runs a reading access; SQLite's own complaints about the file become coded. */
export function guard<T>(where: string, access: () => T): T {
  try {
    return access();
  } catch (error) {
    const code = sqliteCode(error);
    if (code === undefined || error instanceof IocError) throw error;
    const came = error instanceof Error ? error.message : String(error);
    if (code === SQLITE.busy) throw new IocError('IOC_STORE_UNWRITABLE', { came }, error);
    throw new IocError('IOC_STORE_DAMAGED', { where, expected: 'a readable file', came }, error);
  }
}

/** Runs `write` as one transaction; on failure nothing has changed. */
export function transact<T>(db: SqlDatabase, write: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE');
    const written = write();
    db.exec('COMMIT');
    return written;
  } catch (error) {
    rollBack(db);
    if (error instanceof IocError || sqliteCode(error) === undefined) throw error;
    const came = error instanceof Error ? error.message : String(error);
    throw new IocError('IOC_STORE_UNWRITABLE', { came }, error);
  }
}

/** Leaves one plain file behind: libsql keeps a connection open until the garbage collector comes by. */
export function closeTables(db: SqlDatabase): void {
  tryTo(() => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  db.close();
}

/** SQLite has rolled back by itself when the disk is full or an access failed. */
const rollBack = (db: SqlDatabase) => tryTo(() => db.exec('ROLLBACK'));

function tryTo(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
  }
}
