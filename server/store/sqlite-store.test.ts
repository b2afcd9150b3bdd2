import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../sqlite/sqlite-driver.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { actOf, describeStore, documentOf } from './store.contract.ts';
import type { Store } from './store.ts';

const directories: string[] = [];
const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const directory of directories.splice(0))
    rmSync(directory, { recursive: true, force: true });
});
function newDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'ioc-store-'));
  directories.push(directory);
  return directory;
}
function open(directory = newDirectory()): Store {
  const store = openSqliteStore(directory);
  stores.push(store);
  return store;
}

describeStore('sqlite', () => {
  const directory = newDirectory();
  return {
    open: () => openSqliteStore(directory),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
});

describe('a process that dies', () => {
  /** The files as they lie while the store is open: what a kill leaves behind. */
  async function leftBehind(acts: number): Promise<string> {
    const directory = newDirectory();
    const { journal } = open(directory);
    for (let n = 1; n <= acts; n++) await journal.append(actOf({ body: { n } }));
    const copy = newDirectory();
    cpSync(directory, copy, { recursive: true });
    rmSync(path.join(copy, 'desk.sqlite-shm'), { force: true });
    return copy;
  }
  const numbersIn = async (directory: string) => {
    const store = openSqliteStore(directory);
    const acts = await store.journal.read('task');
    store.close();
    return acts.map(({ body }) => body.n);
  };

  test('has lost nothing that was answered', async () => {
    expect(await numbersIn(await leftBehind(7))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('in the middle of a write has lost that write alone: what is left is always a beginning', async () => {
    const whole = await leftBehind(6);
    const wal = statSync(path.join(whole, 'desk.sqlite-wal')).size;
    expect(wal).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: wal }), async (cut) => {
        const torn = newDirectory();
        cpSync(whole, torn, { recursive: true });
        truncateSync(path.join(torn, 'desk.sqlite-wal'), cut);
        const numbers = await openedOrEmpty(torn);
        expect(numbers).toEqual([1, 2, 3, 4, 5, 6].slice(0, numbers.length));
      }),
      { numRuns: 30, examples: [[wal - 1], [wal]] },
    );
  });

  /** A cut before the tables were made leaves an empty file, which is a new store. */
  const openedOrEmpty = (directory: string) => numbersIn(directory);
});

describe('two processes', () => {
  test('a poll tells what the other has written, once, and both go on numbering', async () => {
    const directory = newDirectory();
    const [server, command] = [open(directory), open(directory)];
    const told: string[] = [];
    server.onChange(({ topic, revision }) => told.push(`${topic} ${revision}`));
    server.poll();
    expect(told).toEqual([]);
    await command.journal.append(actOf({ topic: 'account' }));
    await command.documents.save(documentOf());
    server.poll();
    server.poll();
    expect(told).toEqual(['account 1', 'document.chart 1']);
    expect((await server.journal.append(actOf())).seq).toBe(2);
    expect((await command.journal.read('task')).length).toBe(1);
  });

  test('a poll finds what came between our own acts', async () => {
    const directory = newDirectory();
    const [server, command] = [open(directory), open(directory)];
    const told: string[] = [];
    server.onChange(({ topic, revision }) => told.push(`${topic} ${revision}`));
    await command.journal.append(actOf({ topic: 'account' }));
    await server.journal.append(actOf());
    server.poll();
    expect(told).toEqual(['task 2', 'account 1']);
  });
});

describe('a file that is not ours', () => {
  test('of another program is left alone', () => {
    const directory = newDirectory();
    const db = openDatabase(path.join(directory, 'desk.sqlite'));
    db.exec('CREATE TABLE other (n INTEGER)');
    db.close();
    expect(() => openSqliteStore(directory)).toThrow('another kind of file');
  });

  test('that is no database, or damaged inside, stops the start', async () => {
    const plain = newDirectory();
    writeFileSync(path.join(plain, 'desk.sqlite'), 'x'.repeat(8192));
    expect(() => openSqliteStore(plain)).toThrow(
      'IOC_STORE_DAMAGED'.length > 0 ? 'desk store' : '',
    );
    const directory = newDirectory();
    const store = openSqliteStore(directory);
    for (let n = 0; n < 200; n++)
      await store.journal.append(actOf({ body: { pad: 'x'.repeat(500) } }));
    store.close();
    const file = path.join(directory, 'desk.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 5, 4096 * 9);
    writeFileSync(file, bytes);
    rmSync(`${file}-wal`, { force: true });
    rmSync(`${file}-shm`, { force: true });
    expect(() => openSqliteStore(directory)).toThrow('desk store');
  });
});
