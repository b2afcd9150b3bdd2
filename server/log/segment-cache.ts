import type { StoredSegment } from './sqlite-segments.ts';

/** The segments read or written last, bounded by the characters they hold; re-sent events find theirs here. */
export class SegmentCache {
  readonly #maxChars: number;
  readonly #held = new Map<number, { readonly segment: StoredSegment; readonly chars: number }>();
  #newest: StoredSegment | undefined;
  #chars = 0;

  constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

  put(segment: StoredSegment): void {
    const chars = segment.lines.reduce((sum, line) => sum + line.length, 0);
    this.#drop(segment.firstSeq);
    this.#held.set(segment.firstSeq, { segment, chars });
    this.#newest = segment;
    this.#chars += chars;
    for (const firstSeq of this.#held.keys()) {
      if (this.#chars <= this.#maxChars || this.#held.size === 1) return;
      this.#drop(firstSeq);
    }
  }

  /** The segment touched last, when it holds `seq`: the common case, without a question to the store. */
  newestWith(seq: number): StoredSegment | undefined {
    const segment = this.#newest;
    if (!segment || seq < segment.firstSeq) return undefined;
    return seq < segment.firstSeq + segment.count ? segment : undefined;
  }

  /** The segment that begins at `firstSeq`; it then counts as used last. */
  get(firstSeq: number): StoredSegment | undefined {
    const entry = this.#held.get(firstSeq);
    if (!entry) return undefined;
    this.#held.delete(firstSeq);
    this.#held.set(firstSeq, entry);
    this.#newest = entry.segment;
    return entry.segment;
  }

  #drop(firstSeq: number): void {
    this.#chars -= this.#held.get(firstSeq)?.chars ?? 0;
    this.#held.delete(firstSeq);
  }
}
