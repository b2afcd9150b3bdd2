import type { TimedLine } from './camera-life.ts';
import type { DemoBatch } from './demo-bulk.ts';

/** What a replay takes from a demo. */
interface ReplaySource {
  readonly replay: { readonly from: number; readonly to: number };
  bulk(): Iterable<DemoBatch>;
  live(from: number, to: number): TimedLine[];
}

export interface ReplayOptions {
  readonly events: ReplaySource;
  /** The virtual clock, ms. */
  readonly now: () => number;
  /** Takes NDJSON in and keeps it; `receivedAt` (ms) is the virtual instant of its arrival. Rejects when it cannot. */
  readonly push: (body: Uint8Array, receivedAt: number) => Promise<unknown>;
  /** The past is in the log already, all of it. */
  readonly isPastLoaded: boolean;
  /** Newest arrival in the log (ms), 0 in an empty one: the replay goes on there. */
  readonly lastReceivedAt: number;
  /** 0–1 while the past is loaded. */
  readonly onProgress: (share: number) => void;
  /** A push failed; it is tried again. */
  readonly onError: (error: unknown) => void;
  /** Calls back later; the answer takes it back. */
  readonly later: (run: () => void, ms: number) => () => void;
}

const TICK_MS = 200;
const RETRY_MS = 2000;
/** Most virtual time sent with one arrival. */
const STEP_MS = 600_000;
/** A gap in camera life longer than this is left a gap. */
const CATCH_UP_MS = 86_400_000;

/**
 * Loads the past when the log has not got it yet, then sends each event when the clock has reached it. What the log
 * had already is sent again around the place where it broke off: duplicates change nothing.
 */
export class Replay {
  readonly #options: ReplayOptions;
  #sentTo = 0;
  #cancel: (() => void) | undefined;
  #closed = false;

  constructor(options: ReplayOptions) {
    this.#options = options;
  }

  /** Resolves when the past is loaded and what the clock has passed meanwhile is sent; the rest then goes on by itself. */
  async start(): Promise<void> {
    const { events, isPastLoaded, lastReceivedAt } = this.#options;
    if (!isPastLoaded) await this.#loadPast();
    this.#sentTo = Math.max(events.replay.from, lastReceivedAt - STEP_MS);
    this.#schedule(await this.#sendOrTell());
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#closed = true;
    this.#cancel?.();
  }

  async #loadPast(): Promise<void> {
    const { events, push, lastReceivedAt, onProgress } = this.#options;
    const brokeOffAt = lastReceivedAt < events.replay.from ? lastReceivedAt : 0;
    for (const batch of events.bulk()) {
      if (this.#closed) return;
      if (batch.receivedAt < brokeOffAt) continue;
      await push(batch.body, batch.receivedAt);
      onProgress(batch.progress);
    }
  }

  #schedule(ms: number): void {
    if (this.#closed) return;
    this.#cancel = this.#options.later(() => {
      void this.#sendOrTell().then((waitMs) => this.#schedule(waitMs));
    }, ms);
  }

  /** How long to wait before the next look, ms. */
  async #sendOrTell(): Promise<number> {
    try {
      await this.#sendDue();
      return TICK_MS;
    } catch (error) {
      this.#options.onError(error);
      return RETRY_MS;
    }
  }

  async #sendDue(): Promise<void> {
    const { events, push } = this.#options;
    const now = Math.floor(this.#options.now() / 1000) * 1000;
    while (this.#sentTo < now && !this.#closed) {
      const isOver = this.#sentTo >= events.replay.to;
      if (isOver) this.#sentTo = Math.max(this.#sentTo, now - CATCH_UP_MS);
      const until = Math.min(this.#sentTo + STEP_MS, now);
      const lines = events.live(this.#sentTo, until);
      if (lines.length > 0) {
        const body = new TextEncoder().encode(lines.map(({ line }) => line).join('\n'));
        await push(body, until);
      }
      this.#sentTo = until;
    }
  }
}
