import { existsSync, readFileSync } from 'node:fs';
import { IocError } from '../errors.ts';

/**
 * SQLite takes its write-ahead log up to the first frame whose checksum fails and forgets the rest without a word: right
 * for a transaction cut off by a crash, wrong for a bit that turned in the middle. The two can be told apart, because a
 * commit is on disk before the next transaction begins: a broken frame that a commit *and then another frame* follow
 * was committed once. Only in the very last transaction damage looks like a crash.
 *
 * Layout: https://www.sqlite.org/fileformat2.html#walformat
 */
const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC_LITTLE = 0x377f0682;
const MAGIC_BIG = 0x377f0683;

type Sums = readonly [number, number];

/** Throws `IOC_LOG_DAMAGED` with the frame. Must run before SQLite opens the store, which would tidy it away. */
export function checkWal(databaseFile: string): void {
  const file = `${databaseFile}-wal`;
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  if (bytes.length < HEADER || bytes.every((byte) => byte === 0)) return;
  const broken = findDamage(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (broken === undefined) return;
  const expected = 'an unbroken write-ahead log';
  throw new IocError('IOC_LOG_DAMAGED', { where: file, expected, came: broken });
}

function findDamage(wal: DataView): string | undefined {
  const magic = wal.getUint32(0);
  const isLittle = magic === MAGIC_LITTLE;
  if (!isLittle && magic !== MAGIC_BIG) return 'a broken header';
  const headerSums = sum(wal, 0, HEADER - 8, [0, 0], isLittle);
  if (!areEqual(headerSums, sumsAt(wal, HEADER - 8))) return 'a broken header';
  const size = FRAME_HEADER + wal.getUint32(8);
  let sums = headerSums;
  let broken: number | undefined;
  let isFollowedByCommit = false;
  for (let n = 0; HEADER + (n + 1) * size <= wal.byteLength; n++) {
    const at = HEADER + n * size;
    if (!areEqual([wal.getUint32(at + 8), wal.getUint32(at + 12)], sumsAt(wal, 16))) break;
    if (isFollowedByCommit) return `frame ${broken} broken, later ones whole`;
    const stored = sumsAt(wal, at + 16);
    if (!areEqual(frameSums(wal, at, size, sums, isLittle), stored)) broken ??= n + 1;
    isFollowedByCommit = broken !== undefined && wal.getUint32(at + 4) !== 0;
    sums = stored;
  }
  return undefined;
}

/** Over page number, size after commit, and the page. */
function frameSums(wal: DataView, at: number, size: number, before: Sums, isLittle: boolean): Sums {
  const head = sum(wal, at, at + 8, before, isLittle);
  return sum(wal, at + FRAME_HEADER, at + size, head, isLittle);
}

function sum(wal: DataView, from: number, to: number, [a, b]: Sums, isLittle: boolean): Sums {
  let s0 = a;
  let s1 = b;
  for (let at = from; at < to; at += 8) {
    s0 = (s0 + wal.getUint32(at, isLittle) + s1) >>> 0;
    s1 = (s1 + wal.getUint32(at + 4, isLittle) + s0) >>> 0;
  }
  return [s0, s1];
}

const sumsAt = (wal: DataView, at: number): Sums => [wal.getUint32(at), wal.getUint32(at + 4)];
const areEqual = (a: Sums, b: Sums) => a[0] === b[0] && a[1] === b[1];
