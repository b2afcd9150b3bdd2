import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { IocError } from '../errors.ts';
import type { CheckpointPart } from './log.ts';

/**
 * A checkpoint file is a row of records: length of the heading (u32), heading (JSON), bytes, CRC-32 of heading and
 * bytes (u32), numbers little-endian. The first record's heading is the file's own, the last says how many parts there
 * must be, so that a file cut anywhere is noticed. Bytes go from memory to the file and back in place, never copied
 * whole: a checkpoint may be larger than what is free.
 */
export interface CheckpointHead {
  readonly logId: string;
  /** The last event the caller's parts have seen. */
  readonly seq: number;
  /** The last event in the duplicate table. */
  readonly idsSeq: number;
}

const MAGIC = 'ioc-checkpoint-1';
/** Small enough to be still in the processor's cache when the checksum reads it again. */
const CHUNK = 1024 * 1024;
const MAX_HEADING = 65_536;

export function writeCheckpoint(
  fd: number,
  head: CheckpointHead,
  parts: Iterable<CheckpointPart>,
): void {
  let count = 0;
  writeRecord(fd, { magic: MAGIC, ...head }, new Uint8Array(0));
  for (const { name, bytes } of parts) {
    writeRecord(fd, { name, length: bytes.byteLength }, bytes);
    count++;
  }
  writeRecord(fd, { parts: count }, new Uint8Array(0));
}

function writeRecord(fd: number, heading: object, bytes: Uint8Array): void {
  const text = Buffer.from(JSON.stringify(heading));
  let crc = crc32(text);
  writeAll(fd, u32(text.length));
  writeAll(fd, text);
  for (let at = 0; at < bytes.byteLength; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    crc = crc32(chunk, crc);
    writeAll(fd, chunk);
  }
  writeAll(fd, u32(crc));
}

function writeAll(fd: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.byteLength) at += writeSync(fd, bytes, at);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export interface CheckpointContent {
  readonly head: CheckpointHead;
  readonly parts: Map<string, Uint8Array<ArrayBuffer>>;
}

/** Reads the parts whose name is wanted and steps over the others; throws `IOC_LOG_CHECKPOINT_DAMAGED`. */
export function readCheckpoint(
  file: string,
  isWanted: (name: string) => boolean,
): CheckpointContent {
  const fd = openSync(file, 'r');
  try {
    return new Reader(fd, basename(file)).read(isWanted);
  } finally {
    closeSync(fd);
  }
}

interface Heading extends Partial<CheckpointHead> {
  readonly magic?: string;
  readonly name?: string;
  readonly length?: number;
  readonly parts?: number;
}

class Reader {
  readonly #fd: number;
  readonly #name: string;
  readonly #size: number;
  #at = 0;

  constructor(fd: number, name: string) {
    this.#fd = fd;
    this.#name = name;
    this.#size = fstatSync(fd).size;
  }

  read(isWanted: (name: string) => boolean): CheckpointContent {
    const { heading, crc } = this.#heading();
    const { magic, logId, seq, idsSeq } = heading;
    this.#checkCrc(crc);
    if (magic !== MAGIC || logId === undefined || seq === undefined || idsSeq === undefined) {
      throw this.#damaged('not a checkpoint');
    }
    return { head: { logId, seq, idsSeq }, parts: this.#parts(isWanted) };
  }

  #parts(isWanted: (name: string) => boolean): Map<string, Uint8Array<ArrayBuffer>> {
    const parts = new Map<string, Uint8Array<ArrayBuffer>>();
    for (let count = 0; ; count++) {
      const { heading, crc } = this.#heading();
      const { name, length } = heading;
      if (name === undefined || length === undefined) {
        this.#checkCrc(crc);
        if (heading.parts !== count) throw this.#damaged(`${count} parts`);
        return parts;
      }
      if (this.#at + length > this.#size) throw this.#damaged(`cut inside ${name}`);
      if (isWanted(name)) parts.set(name, this.#part(length, crc));
      else this.#at += length + 4;
    }
  }

  #heading(): { heading: Heading; crc: number } {
    const length = this.#u32();
    if (length > MAX_HEADING) throw this.#damaged('no heading');
    const { bytes, crc } = this.#take(length, 0);
    try {
      return { heading: JSON.parse(Buffer.from(bytes.buffer).toString()), crc };
    } catch {
      throw this.#damaged('no heading');
    }
  }

  #part(length: number, headingCrc: number): Uint8Array<ArrayBuffer> {
    const { bytes, crc } = this.#take(length, headingCrc);
    this.#checkCrc(crc);
    return bytes;
  }

  #take(length: number, crcBefore: number): { bytes: Uint8Array<ArrayBuffer>; crc: number } {
    const bytes = new Uint8Array(length);
    let crc = crcBefore;
    for (let at = 0; at < length; ) {
      const read = readSync(this.#fd, bytes, at, Math.min(CHUNK, length - at), this.#at);
      if (read === 0) throw this.#damaged('cut short');
      crc = crc32(bytes.subarray(at, at + read), crc);
      at += read;
      this.#at += read;
    }
    return { bytes, crc };
  }

  #u32(): number {
    return new DataView(this.#take(4, 0).bytes.buffer).getUint32(0, true);
  }

  #checkCrc(crc: number): void {
    if (this.#u32() !== crc) throw this.#damaged('checksum differs');
  }

  #damaged(what: string): IocError {
    const where = `${this.#name}, byte ${this.#at}`;
    return new IocError('IOC_LOG_CHECKPOINT_DAMAGED', { where, came: what });
  }
}
