import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CodedError, IocError } from '../errors.ts';
import { openDatabase } from '../sqlite/sqlite-driver.ts';
import type { AppendInput, Log } from './log.ts';
import { openSqliteLog } from './sqlite-log.ts';

let directory = '';
let notices: CodedError[] = [];
const logs: Log[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ioc-log-'));
  notices = [];
});
afterEach(() => {
  for (const log of logs.splice(0)) log.close();
  rmSync(directory, { recursive: true, force: true });
});

const file = () => join(directory, 'log.db');
const open = (): Log => {
  const log = openSqliteLog({ directory, notice: (notice) => notices.push(notice) });
  logs.push(log);
  return log;
};
const inputOf = (id: string): AppendInput => ({
  source: 's',
  id,
  line: JSON.stringify({ source: 's', id, mark: `mark-${id}` }),
});
/** Five segments of two events each, closed. */
async function fill(checkpointAfter?: number): Promise<void> {
  const log = open();
  for (let n = 1; n <= 5; n++) {
    log.append([inputOf(`${n}a`), inputOf(`${n}b`)], n * 1000);
    if (n === checkpointAfter) await log.saveCheckpoint(log.lastSeq, [partOf('state', 64)]);
  }
  log.close();
}
const partOf = (name: string, length: number) => ({ name, bytes: new Uint8Array(length).fill(7) });
const sql = (statement: string) => {
  const db = openDatabase(file());
  db.exec(statement);
  db.close();
};
function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
}
const readAll = (log: Log) => [...log.read(1)].flatMap(({ lines }) => lines);
/** An end of the file that holds nothing may be lost, anything else must stop the start. */
function readOrCode(): string {
  try {
    return `all ${readAll(open()).length} events`;
  } catch (error) {
    return error instanceof IocError ? error.code : String(error);
  }
}

describe('a damaged log stops with its position', () => {
  test('a flipped bit in an event', async () => {
    await fill();
    flip(file(), readFileSync(file()).indexOf('mark-3b'));
    const log = open();
    const damaged = expect.objectContaining({
      code: 'IOC_LOG_DAMAGED',
      where: expect.stringContaining('event 5–6: events'),
    });
    expect(() => readAll(log)).toThrow(damaged);
    expect(() => [...log.verify()]).toThrow(damaged);
    expect(() => log.append([inputOf('3b')], 1)).toThrow(damaged);
  });

  test('a flipped bit in the id hashes that the start reads', async () => {
    await fill();
    sql("UPDATE content SET hashes = x'00112233445566778899aabbccddeeff' WHERE firstSeq = 7");
    expect(open).toThrow(
      expect.objectContaining({
        code: 'IOC_LOG_DAMAGED',
        where: expect.stringContaining('event 7–8: id hashes'),
      }),
    );
  });

  test.each([
    ['a segment is missing', 'DELETE FROM segment WHERE firstSeq = 5', 'event 5 to follow, came 7'],
    ['the first is missing', 'DELETE FROM segment WHERE firstSeq = 1', 'event 1 to follow, came 3'],
    ['the last has no content', 'DELETE FROM content WHERE firstSeq = 9', 'came no content'],
    ['one has no content', 'DELETE FROM content WHERE firstSeq = 5', 'event 5 to follow'],
    ['a count is wrong', 'UPDATE segment SET count = 3 WHERE firstSeq = 5', 'event 8 to follow'],
    ['a codec is wrong', 'UPDATE segment SET codec = 1 WHERE firstSeq = 5', 'event 5–6'],
    ['the seeds are others', 'UPDATE meta SET seedA = seedA + 1', 'expected its identity'],
    ['time falls', 'UPDATE segment SET receivedAt = 1 WHERE firstSeq = 5', 'event 5'],
  ])('%s', async (_, damage, message) => {
    await fill();
    sql(damage);
    expect(() => readAll(open())).toThrow(message);
  });

  test('two contents that changed places', async () => {
    await fill();
    sql(`UPDATE content SET firstSeq = 99 WHERE firstSeq = 3;
      UPDATE content SET firstSeq = 3 WHERE firstSeq = 5;
      UPDATE content SET firstSeq = 5 WHERE firstSeq = 99`);
    expect(open).toThrow(expect.objectContaining({ code: 'IOC_LOG_DAMAGED' }));
  });

  test('a file cut short, wherever the cut is', async () => {
    await fill();
    const whole = readFileSync(file());
    for (let length = whole.length - 1; length > 0; length -= 2048) {
      writeFileSync(file(), whole);
      truncateSync(file(), length);
      expect(readOrCode(), `cut at ${length}`).toEqual(
        expect.stringMatching(/^IOC_LOG_|^all 10 events$/),
      );
    }
  });

  test('a log that ends before its own checkpoint', async () => {
    await fill(5);
    sql('DELETE FROM segment WHERE firstSeq = 9; DELETE FROM content WHERE firstSeq = 9');
    expect(open).toThrow(expect.objectContaining({ code: 'IOC_LOG_TRUNCATED' }));
  });

  test('a file of another kind, and a store of another format', async () => {
    writeFileSync(file(), 'not a database at all '.repeat(50));
    expect(open).toThrow(expect.objectContaining({ code: 'IOC_LOG_DAMAGED' }));
    rmSync(file());
    sql('CREATE TABLE other (x)');
    expect(open).toThrow(expect.objectContaining({ code: 'IOC_LOG_FOREIGN' }));
  });

  test('a store that is open already', () => {
    const log = open();
    expect(open).toThrow(expect.objectContaining({ code: 'IOC_LOG_LOCKED' }));
    log.close();
    expect(open().logId).toBe(log.logId);
  });
});

describe('a damaged checkpoint', () => {
  const checkpoint = () => join(directory, 'checkpoint-6.bin');

  test('is reported wherever the damage is, and the whole log is still there', async () => {
    await fill(3);
    const whole = readFileSync(checkpoint());
    const places = Array.from({ length: 13 }, (_, n) => Math.floor((n * (whole.length - 1)) / 12));
    for (const at of places) {
      writeFileSync(checkpoint(), whole);
      flip(checkpoint(), at);
      notices = [];
      const log = open();
      expect(log.loadCheckpoint(), `byte ${at}`).toBeUndefined();
      expect(notices.map(({ code }) => code)).toEqual(['IOC_LOG_CHECKPOINT_DAMAGED']);
      expect(log.append([inputOf('1a'), inputOf('5b')], 1).duplicates).toBe(2);
      expect(readAll(log)).toHaveLength(10);
      log.close();
    }
  });

  test('is reported when it was cut', async () => {
    await fill(3);
    const whole = readFileSync(checkpoint());
    for (const length of [0, 3, 50, 1000, whole.length - 100, whole.length - 1]) {
      writeFileSync(checkpoint(), whole.subarray(0, length));
      notices = [];
      const log = open();
      expect(log.loadCheckpoint(), `cut at ${length}`).toBeUndefined();
      expect(notices).toHaveLength(1);
      log.close();
    }
  });

  test('of another store is not taken', async () => {
    await fill(3);
    const foreign = readFileSync(checkpoint());
    for (const name of readdirSync(directory)) rmSync(join(directory, name));
    await fill();
    writeFileSync(checkpoint(), foreign);
    const log = open();
    expect(log.loadCheckpoint()).toBeUndefined();
    expect(log.append([inputOf('1a')], 1).duplicates).toBe(1);
  });

  test('a half-written draft is thrown away', async () => {
    await fill(3);
    writeFileSync(join(directory, 'checkpoint-9.bin.1.bin.new'), 'half');
    expect(open().loadCheckpoint()?.seq).toBe(6);
    expect(readdirSync(directory).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});
