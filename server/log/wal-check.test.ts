import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IocError } from '../errors.ts';
import { openSqliteLog } from './sqlite-log.ts';

const COMMITS = 6;

/** The files of a store as a killed process leaves them: copied while it is open. */
function leaveBehind(): { directory: string; wal: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'ioc-log-'));
  const live = join(directory, 'live');
  const left = join(directory, 'left');
  const log = openSqliteLog({ directory: live });
  for (let n = 1; n <= COMMITS; n++) {
    log.append([{ source: 's', id: `${n}`, line: JSON.stringify({ source: 's', id: `${n}` }) }], n);
  }
  cpSync(live, left, { recursive: true });
  log.close();
  const remove = () => rmSync(directory, { recursive: true, force: true });
  return { directory: left, wal: join(left, 'log.db-wal'), remove };
}

function eventsOrCode(directory: string): number | string {
  try {
    const log = openSqliteLog({ directory });
    const events = [...log.read(1)].flatMap(({ lines }) => lines).length;
    log.close();
    return events;
  } catch (error) {
    return error instanceof IocError ? error.code : String(error);
  }
}

test('after a kill everything committed is there', () => {
  const { directory, remove } = leaveBehind();
  expect(eventsOrCode(directory)).toBe(COMMITS);
  remove();
});

test('a flipped bit anywhere in the write-ahead log but its last transaction stops the start', () => {
  const { directory, wal, remove } = leaveBehind();
  const whole = readFileSync(wal);
  const spare = join(directory, '..', 'spare');
  cpSync(directory, spare, { recursive: true });
  // A commit of one event writes a page of each of two tables; three pages with a margin.
  const end = whole.length - 4 * (8192 + 24);
  for (let n = 0; n < 24; n++) {
    const at = n < 8 ? n * 4 : Math.floor((n * (end - 1)) / 23);
    rmSync(directory, { recursive: true });
    cpSync(spare, directory, { recursive: true });
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(wal, bytes);
    expect(eventsOrCode(directory), `byte ${at}`).toBe('IOC_LOG_DAMAGED');
  }
  remove();
});

test('a transaction cut off at the end is taken for what it is', () => {
  const { directory, wal, remove } = leaveBehind();
  const whole = readFileSync(wal);
  writeFileSync(wal, whole.subarray(0, whole.length - 100));
  expect(eventsOrCode(directory)).toBe(COMMITS - 1);
  remove();
});
