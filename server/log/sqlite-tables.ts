import { crc32 } from 'node:zlib';
import { IocError } from '../errors.ts';
import { openDatabase, SQLITE, type SqlDatabase, sqliteCode } from '../sqlite/sqlite-driver.ts';
import { checkWal } from './wal-check.ts';

/** 'IOCL' */
const APPLICATION_ID = 0x494f434c;
const FORMAT = 1;

/** Counts that only grow. Stores from before they were counted get the table when they are opened. */
const ARRIVAL = `
CREATE TABLE IF NOT EXISTS arrival (
  day INTEGER NOT NULL, source TEXT NOT NULL, unit TEXT NOT NULL, outcome TEXT NOT NULL, code TEXT NOT NULL,
  count INTEGER NOT NULL, lastAt INTEGER NOT NULL, PRIMARY KEY (day, source, unit, outcome, code)
) WITHOUT ROWID;`;

/**
 * One row a committed batch. `segment` is read whole at each start, so the long columns live in `content`; there the
 * id hashes come before the body, so that SQLite can read them without it.
 */
const SCHEMA = `
CREATE TABLE meta (
  logId TEXT NOT NULL, seedA INTEGER NOT NULL, seedB INTEGER NOT NULL, crc INTEGER NOT NULL
);
CREATE TABLE segment (
  firstSeq INTEGER PRIMARY KEY, count INTEGER NOT NULL, receivedAt INTEGER NOT NULL,
  hashesCrc INTEGER NOT NULL, bodyCrc INTEGER NOT NULL, codec INTEGER NOT NULL
);
CREATE TABLE content (firstSeq INTEGER PRIMARY KEY, hashes BLOB NOT NULL, body BLOB NOT NULL);
CREATE TABLE quarantine (
  number INTEGER PRIMARY KEY, receivedAt INTEGER NOT NULL, bytes INTEGER NOT NULL, code TEXT NOT NULL,
  path TEXT NOT NULL, message TEXT NOT NULL, source TEXT NOT NULL, id TEXT NOT NULL, raw TEXT NOT NULL
);
${ARRIVAL}
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${FORMAT};
`;

/**
 * Write-ahead log, fsync at each commit, and the file locked for as long as it is open: two servers on one store would
 * give the same numbers twice.
 */
const PRAGMAS = [
  'PRAGMA page_size = 8192',
  'PRAGMA locking_mode = EXCLUSIVE',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA wal_autocheckpoint = 2048',
  'PRAGMA cache_size = -16384',
];

export function openTables(file: string, meta: () => Meta): SqlDatabase {
  checkWal(file);
  const db = guard(file, () => openDatabase(file));
  try {
    return guard(file, () => {
      for (const pragma of PRAGMAS) db.exec(pragma);
      db.exec('BEGIN IMMEDIATE');
      if (integer(db, 'SELECT count(*) AS n FROM sqlite_master') === 0) {
        db.exec(SCHEMA);
        writeMeta(db, meta());
      }
      db.exec('COMMIT');
      checkFormat(db, file);
      db.exec(ARRIVAL);
      return db;
    });
  } catch (error) {
    closeTables(db);
    throw error;
  }
}

function checkFormat(db: SqlDatabase, file: string): void {
  const application = integer(db, 'SELECT application_id AS n FROM pragma_application_id');
  const format = integer(db, 'SELECT user_version AS n FROM pragma_user_version');
  if (application === APPLICATION_ID && format === FORMAT) return;
  const came = application === APPLICATION_ID ? `format ${format}` : 'another kind of file';
  throw new IocError('IOC_LOG_FOREIGN', { where: file, expected: `format ${FORMAT}`, came });
}

/**
 * Leaves one plain file behind. Going back to a rollback journal frees the lock at once; libsql keeps a connection
 * open until the garbage collector comes by.
 */
export function closeTables(db: SqlDatabase): void {
  tryTo(() => db.exec('PRAGMA journal_mode = DELETE'));
  tryTo(() => db.exec('PRAGMA locking_mode = NORMAL'));
  tryTo(() => db.prepare('SELECT count(*) AS n FROM sqlite_master').get());
  db.close();
}

/** What SQLite says against it does not matter any more: nothing is open, or the failure is known already. */
function tryTo(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
  }
}

/** What a store is born with. */
export interface Meta {
  readonly logId: string;
  /** Of the id hash: with others no duplicate would be found any more, hence the checksum. */
  readonly seeds: readonly [number, number];
}

const checksumOf = ({ logId, seeds }: Meta) => crc32(`${logId} ${seeds.join(' ')}`);

function writeMeta(db: SqlDatabase, meta: Meta): void {
  const insert = db.prepare('INSERT INTO meta VALUES (?, ?, ?, ?)');
  insert.run(meta.logId, meta.seeds[0], meta.seeds[1], checksumOf(meta));
}

export function readMeta(db: SqlDatabase, file: string): Meta {
  const rows = guard(file, () => db.prepare('SELECT * FROM meta').all()) as MetaRow[];
  const [row] = rows;
  const meta = row && { logId: row.logId, seeds: [row.seedA, row.seedB] as const };
  if (meta && rows.length === 1 && checksumOf(meta) === row.crc) return meta;
  throw new IocError('IOC_LOG_DAMAGED', { where: file, expected: 'its identity', came: 'another' });
}

interface MetaRow {
  readonly logId: string;
  readonly seedA: number;
  readonly seedB: number;
  readonly crc: number;
}

function integer(db: SqlDatabase, sql: string): number {
  return (db.prepare(sql).get() as { n: number }).n;
}

/** Runs a reading access; SQLite's own complaints about the file become coded. */
export function guard<T>(where: string, access: () => T): T {
  try {
    return access();
  } catch (error) {
    const code = sqliteCode(error);
    if (code === SQLITE.busy) throw new IocError('IOC_LOG_LOCKED', { where }, error);
    if (code === undefined || error instanceof IocError) throw error;
    const came = error instanceof Error ? error.message : String(error);
    throw new IocError('IOC_LOG_DAMAGED', { where, expected: 'a readable file', came }, error);
  }
}

/** Runs `write` as one transaction; on failure nothing has changed. */
export function transact(db: SqlDatabase, write: () => void): void {
  try {
    db.exec('BEGIN IMMEDIATE');
    write();
    db.exec('COMMIT');
  } catch (error) {
    // SQLite has rolled back by itself when the disk is full or an access failed.
    tryTo(() => db.exec('ROLLBACK'));
    if (sqliteCode(error) === undefined) throw error;
    const came = error instanceof Error ? error.message : String(error);
    throw new IocError('IOC_LOG_UNWRITABLE', { came }, error);
  }
}
