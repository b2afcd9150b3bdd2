/** Hashes of one batch: two 32-bit halves an event, at 2i and 2i + 1. */
export type IdHashes = Uint32Array<ArrayBuffer>;

export interface EventId {
  readonly source: string;
  readonly id: string;
}

export type HashIds = (events: readonly EventId[]) => IdHashes;

/**
 * 64-bit hash of (source, id): two lanes of MurmurHash3's mixing over UTF-16 code units. `seeds` are random per
 * store, so that nobody outside can prepare ids that fall together. The length of the source goes in too, because
 * ("ab", "c") and ("a", "bc") are different events.
 */
export function idHasher(seeds: readonly [number, number]): HashIds {
  const lanes = new Int32Array(2);
  const ofSource = new Int32Array(2);
  let lastSource: string | undefined;
  return (events) => {
    const hashes = new Uint32Array(events.length * 2);
    for (let i = 0; i < events.length; i++) {
      const event = events[i];
      if (!event) break;
      if (event.source !== lastSource) {
        lastSource = event.source;
        ofSource[0] = seeds[0] ^ event.source.length;
        ofSource[1] = seeds[1] + event.source.length;
        absorb(ofSource, event.source);
      }
      lanes.set(ofSource);
      absorb(lanes, event.id);
      finish(lanes, event.id.length, hashes, 2 * i);
    }
    return hashes;
  };
}

function absorb(lanes: Int32Array, text: string): void {
  let a = lanes[0] ?? 0;
  let b = lanes[1] ?? 0;
  for (let i = 0; i < text.length; i += 2) {
    const pair = text.charCodeAt(i) | ((i + 1 < text.length ? text.charCodeAt(i + 1) : 0) << 16);
    const k = Math.imul(pair, 0xcc9e2d51);
    a ^= Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    a = Math.imul((a << 13) | (a >>> 19), 5) + 0xe6546b64;
    const m = Math.imul(pair, 0x239b961b);
    b ^= Math.imul((m << 16) | (m >>> 16), 0xab0e9789);
    b = Math.imul((b << 17) | (b >>> 15), 5) + 0x561ccd1b;
  }
  lanes[0] = a;
  lanes[1] = b;
}

function finish(lanes: Int32Array, length: number, into: IdHashes, at: number): void {
  const a = (lanes[0] ?? 0) ^ length;
  const b = (lanes[1] ?? 0) ^ length;
  into[at] = avalanche(a + b);
  into[at + 1] = avalanche(b ^ Math.imul(a, 0x9e3779b1));
}

function avalanche(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
