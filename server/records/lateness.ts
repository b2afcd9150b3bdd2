import { MIN_CASES } from '../../shared/record/radar.ts';

/** Working days before the due day that are told apart; what was closed earlier than that is one. */
const MOST_DAYS = 30;

/** Late, or closed with so many working days left before the due day; 0 on it. */
export type Ending = 'late' | number;

/**
 * How dossiers whose due day has gone by ended, by the working days that were left when they were closed. Every one of
 * them has ended or is late, so nothing has to be guessed about those still running: a life table without censoring.
 */
export class Endings {
  readonly #closedWith = new Uint32Array(MOST_DAYS + 1);
  #late = 0;

  add(ending: Ending | undefined): void {
    if (ending === undefined) return;
    if (ending === 'late') {
      this.#late++;
      return;
    }
    const place = Math.min(Math.max(ending, 0), MOST_DAYS);
    this.#closedWith[place] = (this.#closedWith[place] as number) + 1;
  }

  /** Of those still open with so many working days left: how many there were, and the share that became late. */
  shareLate(daysLeft: number): { readonly cases: number; readonly share: number | undefined } {
    let cases = this.#late;
    const last = Math.min(daysLeft, MOST_DAYS);
    for (let left = 0; left <= last; left++) cases += this.#closedWith[left] as number;
    return { cases, share: cases < MIN_CASES ? undefined : this.#late / cases };
  }
}
