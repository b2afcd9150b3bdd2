import { createRequire } from 'node:module';

/**
 * The only file that knows which SQLite is used: `node:sqlite` where Node has it without a flag (≥ 22.13), else
 * `libsql`. Blobs go in as `Buffer` (libsql takes nothing else) and come out as a `SqlBlob`;
 * a blob must not be the only value of a call, which libsql would take for a list of named values.
 */
export type SqlValue = string | number | Buffer | null;

/** libsql gives a Buffer to `get` and an ArrayBuffer to `all`, node:sqlite a Uint8Array to both. */
export type SqlBlob = Uint8Array | ArrayBuffer;

export function bytesOf(blob: SqlBlob): Uint8Array {
  return blob instanceof Uint8Array ? blob : new Uint8Array(blob);
}

export interface SqlStatement {
  run(...values: SqlValue[]): unknown;
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

export interface SqlDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): SqlStatement;
  close(): unknown;
}

type OpenDatabase = new (file: string) => SqlDatabase;

export function openDatabase(file: string): SqlDatabase {
  const Database = builtIn() ?? libsql();
  return new Database(file);
}

function builtIn(): OpenDatabase | undefined {
  const module = process.getBuiltinModule('node:sqlite');
  return hasDatabaseSync(module) ? module.DatabaseSync : undefined;
}

function hasDatabaseSync(module: object | undefined): module is { DatabaseSync: OpenDatabase } {
  return module !== undefined && 'DatabaseSync' in module;
}

/** Required late: its native part is not even loaded where Node brings its own SQLite. */
function libsql(): OpenDatabase {
  return createRequire(import.meta.url)('libsql');
}

/** Primary result codes (sqlite.org/rescode.html) that its users tell apart. */
export const SQLITE = { busy: 5, readonly: 8, ioerr: 10, corrupt: 11, full: 13, notADatabase: 26 };

/** The primary result code of an error thrown by either driver; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code = 'errcode' in error ? error.errcode : 'rawCode' in error ? error.rawCode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}
