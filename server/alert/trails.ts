import type { RuleCondition } from '../../shared/alarm/rule.ts';

export type RateCondition = Extract<RuleCondition, { readonly kind: 'rate' }>;

/** A figure of one subject as a rule has seen it. */
export interface SeenFigure {
  /** ms */
  readonly atMs: number;
  readonly value: number | null;
  /** First day of its period; figures of two periods are not held against each other. '' for a stock, which has none. */
  readonly from: string;
}

/** So many figures are kept of a window, so that 200 rules over a hundred communes are a million numbers, no more. */
const KEPT_OF_WINDOW = 60;
/** A figure older than the window by more than this share of it says nothing about the window. */
const LATE_SHARE = 0.5;

/** What the figures of one rule were, as far back as its window. */
export class Trail {
  readonly #overMs: number;
  readonly #seen = new Map<string, SeenFigure[]>();

  constructor(overMs: number) {
    this.#overMs = overMs;
  }

  /** Takes a figure in; what it was a window ago, undefined where that is not known (yet). */
  before(subject: string, figure: SeenFigure): SeenFigure | undefined {
    const seen = this.#seenOf(subject, figure);
    const { atMs } = figure;
    const old = seen.findLast((each) => each.atMs <= atMs - this.#overMs);
    const newest = seen.at(-1);
    if (!newest || atMs - newest.atMs >= this.#overMs / KEPT_OF_WINDOW) seen.push(figure);
    // One that is older than the window is needed, those before it are not.
    while ((seen[1]?.atMs ?? Number.POSITIVE_INFINITY) <= atMs - this.#overMs) seen.shift();
    if (!old || old.from !== figure.from) return undefined;
    return atMs - old.atMs <= this.#overMs * (1 + LATE_SHARE) ? old : undefined;
  }

  /** A clock that went back begins anew. */
  #seenOf(subject: string, { atMs }: SeenFigure): SeenFigure[] {
    const known = this.#seen.get(subject);
    if (known && (known.at(-1)?.atMs ?? 0) <= atMs) return known;
    const seen: SeenFigure[] = [];
    this.#seen.set(subject, seen);
    return seen;
  }
}

/** The trails of rules that look at how fast a figure moves. They are in memory: after a start a window has to pass. */
export class Trails {
  readonly #trails = new Map<string, Trail>();

  /** The same for the same condition; a rule that asks otherwise begins anew. */
  of(rule: string, condition: RateCondition): Trail {
    const key = keyOf(rule, condition);
    const known = this.#trails.get(key) ?? new Trail(condition.overMinutes * 60_000);
    this.#trails.set(key, known);
    return known;
  }

  /** Forgets rules that are no longer asked. */
  keepOnly(asked: readonly (readonly [rule: string, condition: RateCondition])[]): void {
    const keys = new Set(asked.map(([rule, condition]) => keyOf(rule, condition)));
    for (const key of this.#trails.keys()) if (!keys.has(key)) this.#trails.delete(key);
  }
}

function keyOf(rule: string, { query, overMinutes }: RateCondition): string {
  return JSON.stringify([rule, query, overMinutes]);
}
