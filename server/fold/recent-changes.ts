import { dayOfMonth, FIRST_YEAR, monthOfDay } from './day-axis.ts';
import type { ChangeVisitor } from './view.ts';

/** 12 MB; a second of the fastest import is a few hundred thousand changes. */
const CAPACITY = 1 << 20;
const FIELDS = 3;
const FLOW_BITS = 8;

/**
 * The newest additions to a cube, so that whoever keeps totals of its own can follow it instead of adding everything
 * up again. Nothing is kept until somebody asks.
 */
export class RecentChanges {
  #ring: Int32Array | undefined;
  #noted = 0;

  note(flow: number, series: number, position: number, amount: number): void {
    const ring = this.#ring;
    if (ring === undefined) return;
    const at = (this.#noted % CAPACITY) * FIELDS;
    ring[at] = flow | (position << FLOW_BITS);
    ring[at + 1] = series;
    ring[at + 2] = amount;
    this.#noted++;
  }

  /** Visits the newest `count` changes, oldest first; false when they are no longer (or not yet) kept. */
  visitLast(count: number, visit: ChangeVisitor): boolean {
    this.#ring ??= new Int32Array(CAPACITY * FIELDS);
    if (count > Math.min(this.#noted, CAPACITY)) return false;
    for (let n = this.#noted - count; n < this.#noted; n++) {
      const at = (n % CAPACITY) * FIELDS;
      const head = this.#ring[at] as number;
      const position = head >>> FLOW_BITS;
      const month = FIRST_YEAR * 12 + (monthOfDay[position] as number);
      const day = dayOfMonth[position] as number;
      const flow = head & ((1 << FLOW_BITS) - 1);
      visit(flow, this.#ring[at + 1] as number, month, day, this.#ring[at + 2] as number);
    }
    return true;
  }
}
