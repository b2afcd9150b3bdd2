import { bytesOf, type Part, type PartReader } from './part.ts';

/** The camera reports of one camera in the order of their times: a time (ms) and a code, one point a time. */
export class Timeline {
  #times = new Float64Array(4);
  #codes = new Uint32Array(4);
  #count = 0;
  #rewrites = 0;

  /** Grows with every change but a point added at the end: what was derived from earlier points is stale then. */
  get rewrites(): number {
    return this.#rewrites;
  }

  get count(): number {
    return this.#count;
  }

  timeAt(index: number): number {
    return this.#times[index] as number;
  }

  codeAt(index: number): number {
    return this.#codes[index] as number;
  }

  setCode(index: number, code: number): void {
    this.#codes[index] = code;
    this.rewrite();
  }

  /** Says that the points mean something else than before. */
  rewrite(): void {
    this.#rewrites++;
  }

  /** Index of the last point at or before an instant; −1 when there is none. */
  lastUpTo(timeMs: number): number {
    // Nearly every report is the newest one.
    if (this.#count > 0 && timeMs >= this.timeAt(this.#count - 1)) return this.#count - 1;
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.timeAt(middle) <= timeMs) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  insert(index: number, timeMs: number, code: number): void {
    if (this.#count === this.#times.length) this.#resize(this.#count * 2);
    this.#times.copyWithin(index + 1, index, this.#count);
    this.#codes.copyWithin(index + 1, index, this.#count);
    if (index < this.#count) this.rewrite();
    this.#times[index] = timeMs;
    this.#codes[index] = code;
    this.#count++;
  }

  dropFirst(count: number): void {
    this.#times.copyWithin(0, count, this.#count);
    this.#codes.copyWithin(0, count, this.#count);
    this.#count -= count;
  }

  *dump(prefix: string): Iterable<Part> {
    yield { name: `${prefix}/times`, bytes: bytesOf(this.#times.subarray(0, this.#count)) };
    yield { name: `${prefix}/codes`, bytes: bytesOf(this.#codes.subarray(0, this.#count)) };
  }

  restore(prefix: string, parts: PartReader): void {
    const times = parts.array(`${prefix}/times`, Float64Array);
    this.#resize(Math.max(4, times.length));
    this.#times.set(times);
    this.#codes.set(parts.array(`${prefix}/codes`, Uint32Array));
    this.#count = times.length;
  }

  #resize(capacity: number): void {
    const times = new Float64Array(capacity);
    const codes = new Uint32Array(capacity);
    times.set(this.#times.subarray(0, this.#count));
    codes.set(this.#codes.subarray(0, this.#count));
    this.#times = times;
    this.#codes = codes;
  }
}
