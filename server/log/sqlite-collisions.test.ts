import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../sqlite/sqlite-driver.ts';
import type { HashIds } from './id-hash.ts';
import { checkHistories } from './log-histories.contract.ts';
import { openSqliteLog } from './sqlite-log.ts';
import { transact } from './sqlite-tables.ts';

/** Nearly everything collides: three different hashes for all events. */
const weakHashes = (): HashIds => (events) =>
  Uint32Array.from(events.flatMap(({ id }) => [0, id.length % 3]));

test('events whose hashes collide are still told apart', async () => {
  await checkHistories(() => {
    const directory = mkdtempSync(join(tmpdir(), 'ioc-log-'));
    return {
      open: () => openSqliteLog({ directory, hashIds: weakHashes }),
      remove: () => rmSync(directory, { recursive: true, force: true }),
    };
  });
}, 30_000);

test('a write that finds the disk full changes nothing and may be tried again', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ioc-log-'));
  const db = openDatabase(join(directory, 'full.db'));
  db.exec('CREATE TABLE t (n INTEGER, b BLOB); PRAGMA max_page_count = 4');
  const insert = db.prepare('INSERT INTO t VALUES (?, ?)');
  const fill = () => transact(db, () => insert.run(1, Buffer.alloc(100_000)));
  expect(fill).toThrow(expect.objectContaining({ code: 'IOC_LOG_UNWRITABLE', retryable: true }));
  transact(db, () => insert.run(1, Buffer.from('small')));
  expect(db.prepare('SELECT count(*) AS n FROM t').get()).toMatchObject({ n: 1 });
  db.close();
  rmSync(directory, { recursive: true, force: true });
});
