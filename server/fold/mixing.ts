/** Hashes for the digest and the key index: fast, spread well, and no protection against an enemy. */
export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export function mixText(hash: number, text: string): number {
  let h = mix(hash, text.length);
  for (let i = 0; i < text.length; i++) h = mix(h, text.charCodeAt(i));
  return h;
}

const halves = new Float64Array(1);
const words = new Int32Array(halves.buffer);

export function mixNumber(hash: number, value: number): number {
  halves[0] = value;
  return mix(mix(hash, words[0] as number), words[1] as number);
}

/**
 * A digest of a set: the order in which members are added makes no difference. Two differently seeded sums of 32 bits,
 * and the count.
 */
export class SetDigest {
  #low = 0;
  #high = 0;
  #count = 0;

  add(hash: number): void {
    this.#low = (this.#low + mix(hash, 0x9e3779b9)) | 0;
    this.#high = (this.#high + mix(mix(hash, 0x27d4eb2f), 0x165667b1)) | 0;
    this.#count++;
  }

  toString(): string {
    const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0');
    return `${hex(this.#high)}${hex(this.#low)}-${this.#count.toString(36)}`;
  }
}
