import type { Changed } from '../../shared/protocol/messages.ts';
import { codedError } from '../errors.ts';
import type { Viewer } from './viewer.ts';

/** Room of the viewers at desks. */
export const DESKS = 'desks';
/** News of one topic within this time are one, ms. */
const SPACING_MS = 50;

/** Tells desks that something of a topic is new (PROTOCOL.md, R32). */
export class DeskNews {
  readonly #emit: (message: Changed) => void;
  readonly #waiting = new Map<string, number>();

  constructor(emit: (message: Changed) => void) {
    this.#emit = emit;
  }

  tell({ topic, revision }: Changed): void {
    if (this.#waiting.size === 0) setTimeout(() => this.#flush(), SPACING_MS).unref();
    this.#waiting.set(topic, revision);
  }

  #flush(): void {
    for (const [topic, revision] of this.#waiting) this.#emit({ topic, revision });
    this.#waiting.clear();
  }
}

/** Ends the connections of principals that have ended (PROTOCOL.md, R33). */
export function endViewers<P>(
  viewers: Iterable<Viewer<P>>,
  isCurrent: (principal: P) => boolean,
): void {
  const { code, message } = codedError('IOC_LIVE_TOKEN', { came: 'one that has ended' });
  for (const { socket, principal } of [...viewers]) {
    if (isCurrent(principal)) continue;
    socket.emit('notice', { code, message });
    socket.disconnect(true);
  }
}
