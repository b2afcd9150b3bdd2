import type { CodeHit, CodePages } from './dossier-view.ts';
import type { KeyIndex } from './key-index.ts';

/** Bytes that one signature stands for; walking through so many takes well below a millisecond. */
const PAGE_BYTES = 1 << 18;
/** Longest text looked for; pages overlap by so much. */
const MAX_NEEDLE = 127;
const LOWER_A = 97;
const LOWER_Z = 122;
const CASE = 32;
const SHORT = 3;
const LONG = 5;
const SHORT_BITS = 1 << 13;
const LONG_BITS = 1 << 17;

/** Bytes with the letters a–z as A–Z, so that case does not count. */
function folded(byte: number): number {
  return byte >= LOWER_A && byte <= LOWER_Z ? byte - CASE : byte;
}

/** A text as it is looked for; undefined where no key of single bytes can hold it. */
function needleOf(text: string): Uint8Array | undefined {
  const needle = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) return undefined;
    needle[i] = folded(unit);
  }
  return needle;
}

/**
 * What pieces of three and of five bytes occur in some bytes that never change again. Where a piece of the text looked for
 * does not occur, the bytes need not be walked through.
 */
class Signature {
  readonly #short = new Uint32Array(SHORT_BITS / 32);
  readonly #long = new Uint32Array(LONG_BITS / 32);

  constructor(bytes: Uint8Array) {
    let window = 0;
    for (let at = 0; at < bytes.length; at++) {
      window = shifted(window, folded(bytes[at] as number));
      if (at >= SHORT - 1) setBit(this.#short, shortBit(window));
      if (at >= LONG - 1) setBit(this.#long, longBit(window));
    }
  }

  /** False: the needle is certainly not there. What is shorter than the pieces may be anywhere. */
  mayHold(needle: Uint8Array): boolean {
    const isShort = needle.length < LONG;
    const bits = isShort ? this.#short : this.#long;
    let window = 0;
    for (let at = 0; at < needle.length; at++) {
      window = shifted(window, needle[at] as number);
      if (at < (isShort ? SHORT : LONG) - 1) continue;
      const bit = isShort ? shortBit(window) : longBit(window);
      if ((((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return false;
    }
    return true;
  }
}

/** Six bits of each of the last five bytes: letters without case, digits and dashes all differ in them. */
function shifted(window: number, byte: number): number {
  return ((window << 6) | (byte & 63)) & 0x3fffffff;
}

const SPREAD = 0x9e3779b1;
const shortBit = (window: number) => Math.imul(window & 0x3ffff, SPREAD) >>> 19;
const longBit = (window: number) => Math.imul(window, SPREAD) >>> 15;

function setBit(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
}

/** Places of a needle in some bytes, the last one first (Horspool's way, backwards). */
function* findBackwards(bytes: Uint8Array, needle: Uint8Array): Iterable<number> {
  const length = needle.length;
  if (bytes.length < length) return;
  const skips = new Uint8Array(256).fill(Math.min(length, 255));
  for (let i = length - 1; i > 0; i--) skips[needle[i] as number] = i;
  for (let at = bytes.length - length; at >= 0; ) {
    let i = 0;
    while (i < length && folded(bytes[at + i] as number) === needle[i]) i++;
    if (i === length) yield at;
    at -= skips[folded(bytes[at] as number)] as number;
  }
}

/**
 * Looks for texts inside the codes of all records. Codes lie in the order in which they first came and never change, so
 * what has once been looked through is remembered in one sixteenth of its size. Codes with letters beyond Latin-1 are
 * not looked into.
 */
export class CodeSearch implements CodePages {
  readonly #keys: KeyIndex;
  readonly #signatures: Signature[] = [];

  constructor(keys: KeyIndex) {
    this.#keys = keys;
  }

  get pages(): number {
    return Math.ceil(this.#keys.byteLength / PAGE_BYTES);
  }

  /** Records that have the text in their code, beginning in a page; newest first; letters count without case. */
  *with(text: string, page: number): Iterable<CodeHit> {
    const needle = needleOf(text);
    if (!needle || needle.length === 0 || needle.length > MAX_NEEDLE) return;
    const begin = page * PAGE_BYTES;
    const bytes = this.#keys.bytesAt(begin, PAGE_BYTES + needle.length - 1);
    if (this.learn(page)?.mayHold(needle) === false) return;
    for (const at of findBackwards(bytes, needle)) {
      const hit = this.#keys.codeWith(begin + at, needle.length);
      if (hit) yield { record: hit.record, isBeginning: hit.at === 0 };
    }
  }

  /** What a page holds, remembered from now on; undefined while codes are still added to it. */
  learn(page: number): Signature | undefined {
    const known = this.#signatures[page];
    if (known) return known;
    const begin = page * PAGE_BYTES;
    if (begin + PAGE_BYTES + MAX_NEEDLE >= this.#keys.byteLength) return undefined;
    const made = new Signature(this.#keys.bytesAt(begin, PAGE_BYTES + MAX_NEEDLE));
    this.#signatures[page] = made;
    return made;
  }
}
