import { mix } from './mixing.ts';
import { bytesOf, type Part, type PartReader } from './part.ts';

const ARENA_CHUNK_BYTES = 1 << 20;
const HEADER_BYTES = 4;
const TABLES = 256;
const FIRST_SLOTS = 64;

/**
 * Record keys (agency + dossier code) → record numbers 0, 1, 2 … without holes. A JS Map ends at 16.7 million entries
 * and costs five times the memory. Keys lie as bytes in an arena and are compared exactly: a hash alone would one day
 * merge two dossiers. 256 small tables grow one at a time, so that no single event waits for ten million others.
 */
export class KeyIndex {
  #count = 0;
  readonly #arena: Uint8Array[] = [];
  #arenaEnd = 0;
  /** Pairs of record + 1 (0 is empty) and hash. */
  readonly #tables: Uint32Array[] = Array.from(
    { length: TABLES },
    () => new Uint32Array(FIRST_SLOTS * 2),
  );
  readonly #filled = new Uint32Array(TABLES);
  /** Arena address of each record's key. */
  #addresses = new Uint32Array(1024);

  get count(): number {
    return this.#count;
  }

  /** The record of a key, or −1 − record when the key is new. */
  locate(agency: number, code: string): number {
    const hash = hashOf(agency, code);
    const slot = this.#slotOf(hash, agency, code);
    const entry = (this.#tables[hash >>> 24] as Uint32Array)[slot] as number;
    return entry === 0 ? this.#insert(hash >>> 24, slot, hash, agency, code) : entry - 1;
  }

  /** The record of a key; −1 where there is none. */
  find(agency: number, code: string): number {
    const hash = hashOf(agency, code);
    const table = this.#tables[hash >>> 24] as Uint32Array;
    return (table[this.#slotOf(hash, agency, code)] as number) - 1;
  }

  /** Of all keys, one after the other in the order of their records, with a gap at the end of each chunk. */
  get byteLength(): number {
    return this.#arenaEnd;
  }

  /** At most so many bytes of keys from an address on, not beyond the end of its chunk. */
  bytesAt(address: number, length: number): Uint8Array {
    const chunk = this.#arena[Math.floor(address / ARENA_CHUNK_BYTES)] ?? new Uint8Array(0);
    const at = address % ARENA_CHUNK_BYTES;
    const left = this.#arenaEnd - (address - at);
    return chunk.subarray(at, Math.min(at + length, left));
  }

  /** The record in whose code of single bytes a piece lies, and where; undefined where the piece is no part of one code. */
  codeWith(
    address: number,
    length: number,
  ): { readonly record: number; readonly at: number } | undefined {
    let [low, high] = [0, this.#count];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#addresses[middle] as number) <= address) low = middle;
      else high = middle;
    }
    const { chunk, at: keyAt } = this.#keyOf(low);
    const at = address - (this.#addresses[low] as number) - HEADER_BYTES;
    const isWide = (chunk[keyAt + 3] as number) > 0x7f;
    const isInside = at >= 0 && at + length <= byteLengthAt(chunk, keyAt);
    return isInside && !isWide ? { record: low, at } : undefined;
  }

  agencyOf(record: number): number {
    const { chunk, at } = this.#keyOf(record);
    return agencyAt(chunk, at);
  }

  codeOf(record: number): string {
    const { chunk, at } = this.#keyOf(record);
    const isWide = (chunk[at + 3] as number) > 0x7f;
    const units: number[] = [];
    const end = at + HEADER_BYTES + byteLengthAt(chunk, at);
    for (let i = at + HEADER_BYTES; i < end; i += isWide ? 2 : 1) {
      units.push((chunk[i] as number) | (isWide ? (chunk[i + 1] as number) << 8 : 0));
    }
    return String.fromCharCode(...units);
  }

  /** Hash of a record's key, for the digest; `agencyHash` stands for the agency's text. */
  keyHash(record: number, agencyHashOf: (agency: number) => number): number {
    const { chunk, at } = this.#keyOf(record);
    const agency = agencyAt(chunk, at);
    let hash = agencyHashOf(agency);
    const end = at + HEADER_BYTES + byteLengthAt(chunk, at);
    for (let i = at + 3; i < end; i++) hash = mix(hash, chunk[i] as number);
    return hash;
  }

  *dump(prefix: string): Iterable<Part> {
    yield { name: `${prefix}/filled`, bytes: bytesOf(this.#filled) };
    yield { name: `${prefix}/addresses`, bytes: bytesOf(this.#addresses.subarray(0, this.#count)) };
    yield { name: `${prefix}/end`, bytes: bytesOf(Float64Array.of(this.#arenaEnd)) };
    for (const [i, table] of this.#tables.entries()) {
      yield { name: `${prefix}/table/${i}`, bytes: bytesOf(table) };
    }
    for (const [i, chunk] of this.#arena.entries()) {
      yield { name: `${prefix}/arena/${i}`, bytes: chunk };
    }
  }

  restore(prefix: string, parts: PartReader): void {
    this.#filled.set(parts.array(`${prefix}/filled`, Uint32Array));
    const addresses = parts.array(`${prefix}/addresses`, Uint32Array);
    this.#count = addresses.length;
    this.#addresses = addresses.length === 0 ? new Uint32Array(1024) : addresses;
    this.#arenaEnd = parts.array(`${prefix}/end`, Float64Array)[0] ?? 0;
    for (let i = 0; i < TABLES; i++) {
      this.#tables[i] = parts.array(`${prefix}/table/${i}`, Uint32Array);
    }
    for (let i = 0; i * ARENA_CHUNK_BYTES < this.#arenaEnd; i++) {
      this.#arena.push(parts.array(`${prefix}/arena/${i}`, Uint8Array));
    }
  }

  /** The place of a key in its table, or the empty one where it would be put. */
  #slotOf(hash: number, agency: number, code: string): number {
    const table = this.#tables[hash >>> 24] as Uint32Array;
    const mask = table.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const entry = table[slot] as number;
      if (entry === 0) return slot;
      if (table[slot + 1] === hash && this.#equals(entry - 1, agency, code)) return slot;
      slot = (slot + 2) & mask;
    }
  }

  #keyOf(record: number): { readonly chunk: Uint8Array; readonly at: number } {
    const address = this.#addresses[record] as number;
    const chunk = this.#arena[Math.floor(address / ARENA_CHUNK_BYTES)] as Uint8Array;
    return { chunk, at: address % ARENA_CHUNK_BYTES };
  }

  #insert(tableId: number, slot: number, hash: number, agency: number, code: string): number {
    const record = this.#count++;
    if (record === this.#addresses.length) {
      const grown = new Uint32Array(this.#addresses.length * 2);
      grown.set(this.#addresses);
      this.#addresses = grown;
    }
    this.#addresses[record] = this.#store(agency, code);
    const table = this.#tables[tableId] as Uint32Array;
    table[slot] = record + 1;
    table[slot + 1] = hash;
    const filled = (this.#filled[tableId] as number) + 1;
    this.#filled[tableId] = filled;
    if (filled * 3 > table.length) this.#tables[tableId] = doubled(table);
    return -1 - record;
  }

  #store(agency: number, code: string): number {
    const isWide = hasWide(code);
    const length = HEADER_BYTES + code.length * (isWide ? 2 : 1);
    const room = ARENA_CHUNK_BYTES - (this.#arenaEnd % ARENA_CHUNK_BYTES);
    if (room < length) this.#arenaEnd += room;
    const address = this.#arenaEnd;
    if (address + length > 0xffffffff) throw new RangeError('the key arena passes 4 GB');
    const at = address % ARENA_CHUNK_BYTES;
    if (at === 0) this.#arena.push(new Uint8Array(ARENA_CHUNK_BYTES));
    const chunk = this.#arena[this.#arena.length - 1] as Uint8Array;
    writeKey(chunk, at, agency, code, isWide);
    this.#arenaEnd = address + length;
    return address;
  }

  #equals(record: number, agency: number, code: string): boolean {
    const address = this.#addresses[record] as number;
    const chunk = this.#arena[Math.floor(address / ARENA_CHUNK_BYTES)] as Uint8Array;
    const at = address % ARENA_CHUNK_BYTES;
    const header = chunk[at + 3] as number;
    if ((header & 0x7f) !== code.length || agencyAt(chunk, at) !== agency) return false;
    let i = at + HEADER_BYTES;
    const isWide = header > 0x7f;
    for (let c = 0; c < code.length; c++) {
      const unit = code.charCodeAt(c);
      if (chunk[i++] !== (unit & 0xff)) return false;
      if (isWide && chunk[i++] !== unit >> 8) return false;
      if (!isWide && unit > 0xff) return false;
    }
    return true;
  }
}

function hashOf(agency: number, code: string): number {
  let hash = mix(0x51ed270b, agency);
  for (let i = 0; i < code.length; i++) hash = Math.imul(hash ^ code.charCodeAt(i), 0x01000193);
  return mix(hash, code.length) >>> 0;
}

function hasWide(code: string): boolean {
  if (code.length > 0x7f) throw new RangeError('a dossier code is longer than 127 characters');
  for (let i = 0; i < code.length; i++) if (code.charCodeAt(i) > 0xff) return true;
  return false;
}

function writeKey(
  chunk: Uint8Array,
  at: number,
  agency: number,
  code: string,
  isWide: boolean,
): void {
  chunk[at] = agency;
  chunk[at + 1] = agency >> 8;
  chunk[at + 2] = agency >> 16;
  chunk[at + 3] = code.length | (isWide ? 0x80 : 0);
  let i = at + HEADER_BYTES;
  for (let c = 0; c < code.length; c++) {
    const unit = code.charCodeAt(c);
    chunk[i++] = unit;
    if (isWide) chunk[i++] = unit >> 8;
  }
}

function agencyAt(chunk: Uint8Array, at: number): number {
  return (
    (chunk[at] as number) | ((chunk[at + 1] as number) << 8) | ((chunk[at + 2] as number) << 16)
  );
}

function byteLengthAt(chunk: Uint8Array, at: number): number {
  const header = chunk[at + 3] as number;
  return (header & 0x7f) * (header > 0x7f ? 2 : 1);
}

function doubled(table: Uint32Array): Uint32Array {
  const grown = new Uint32Array(table.length * 2);
  const mask = grown.length - 1;
  for (let from = 0; from < table.length; from += 2) {
    if (table[from] === 0) continue;
    let slot = ((table[from + 1] as number) << 1) & mask;
    while (grown[slot] !== 0) slot = (slot + 2) & mask;
    grown[slot] = table[from] as number;
    grown[slot + 1] = table[from + 1] as number;
  }
  return grown;
}
