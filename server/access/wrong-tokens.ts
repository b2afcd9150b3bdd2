const MINUTE_MS = 60_000;
/** Addresses kept; beyond it those whose minute is over are forgotten. */
const KEPT = 10_000;

interface Tries {
  readonly sinceMs: number;
  readonly count: number;
}

/** Wrong tokens of each address within a minute from its first one. */
export class WrongTokens {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #tries = new Map<string, Tries>();

  /** @param now ms */
  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  count(address: string): void {
    const { sinceMs, count } = this.#of(address);
    this.#tries.set(address, { sinceMs, count: count + 1 });
    if (this.#tries.size > KEPT) this.#forget();
  }

  /** It has had its tries of this minute. */
  isBarred(address: string): boolean {
    return this.#of(address).count >= this.#perMinute;
  }

  #of(address: string): Tries {
    const tries = this.#tries.get(address);
    const nowMs = this.#now();
    return tries && nowMs - tries.sinceMs < MINUTE_MS ? tries : { sinceMs: nowMs, count: 0 };
  }

  #forget(): void {
    const nowMs = this.#now();
    for (const [address, { sinceMs }] of this.#tries) {
      if (nowMs - sinceMs >= MINUTE_MS) this.#tries.delete(address);
    }
  }
}
