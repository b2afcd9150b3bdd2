import type { CatchUp, Output, Position } from '../publish/outgoing.ts';
import { EncodedJson } from './encoded-json.ts';
import { Groups } from './groups.ts';
import type { LivePort } from './live-port.ts';
import type { Viewer } from './viewer.ts';

interface Watched {
  readonly epoch: string;
  /** The version its viewers have been told. */
  seq: number;
  viewers: number;
}

export interface AudienceOptions<P> {
  readonly live: LivePort<P>;
  readonly namespace: string;
  /** The publisher could not be asked. */
  readonly onFailure: (cause: unknown) => void;
}

const MAX_HOPS = 4;

/** Who watches what, and up to which version the viewers of each question have been told. */
export class Audience<P> {
  readonly #live: LivePort<P>;
  readonly #onFailure: (cause: unknown) => void;
  readonly #groups: Groups<P>;
  readonly #watched = new Map<string, Watched>();

  constructor({ live, namespace, onFailure }: AudienceOptions<P>) {
    this.#live = live;
    this.#onFailure = onFailure;
    this.#groups = new Groups(namespace);
  }

  /** Questions with viewers. */
  get questions(): number {
    return this.#watched.size;
  }

  /** Returns the size of the largest message a viewer got. */
  broadcast(outputs: readonly Output[]): number {
    const bytes = this.#groups.broadcast(outputs);
    for (const { key, seq } of outputs) {
      const watched = this.#watched.get(key);
      if (watched) watched.seq = seq;
    }
    return bytes;
  }

  /**
   * Takes the answer to an `ask` of this viewer, which holds the question once; a hold too many is given back. A viewer
   * that is behind only gets its place noted: the message follows when it has drained.
   */
  enter(viewer: Viewer<P>, answer: CatchUp, have: Position | undefined): void {
    const { key, epoch, seq, message } = answer;
    const isNew = !viewer.subscriptions.has(key);
    if (!isNew) this.#live.release(key);
    const watched = this.#watched.get(key) ?? { epoch, seq, viewers: 0 };
    if (isNew) watched.viewers += 1;
    watched.seq = Math.max(watched.seq, seq);
    this.#watched.set(key, watched);
    this.#groups.touch(viewer);
    if (viewer.behindSinceMs !== null) {
      viewer.subscriptions.set(key, { position: have });
      return;
    }
    viewer.socket.emit(message.event, new EncodedJson(message.text));
    const position = { epoch, seq };
    viewer.subscriptions.set(key, watched.seq > seq ? { position } : null);
    if (watched.seq > seq) void this.#bring(viewer, key, position);
  }

  leave(viewer: Viewer<P>, key: string): void {
    if (!viewer.subscriptions.delete(key)) return;
    this.#groups.touch(viewer);
    this.#live.release(key);
    const watched = this.#watched.get(key);
    if (!watched) return;
    watched.viewers -= 1;
    if (watched.viewers === 0) this.#watched.delete(key);
  }

  remove(viewer: Viewer<P>): void {
    for (const key of [...viewer.subscriptions.keys()]) this.leave(viewer, key);
    this.#groups.remove(viewer);
  }

  /** The viewer reads too slowly: it keeps its subscriptions and its places, and gets nothing for now. */
  stepOut(viewer: Viewer<P>): void {
    for (const [key, left] of viewer.subscriptions) {
      if (left) continue;
      const { epoch, seq } = this.#watched.get(key) ?? { epoch: '', seq: 0 };
      viewer.subscriptions.set(key, { position: { epoch, seq } });
    }
    this.#groups.touch(viewer);
  }

  /** The viewer has drained: one message for each answer, then it is back among the others. */
  async stepIn(viewer: Viewer<P>): Promise<void> {
    const places = [...viewer.subscriptions];
    await Promise.all(
      places.map(async ([key, left]) => left && (await this.#bring(viewer, key, left.position))),
    );
  }

  /** Outputs may pass while the publisher is asked: the viewer joins once nothing is missing before them. */
  async #bring(viewer: Viewer<P>, key: string, have: Position | undefined): Promise<void> {
    let position = have;
    for (let hop = 0; hop < MAX_HOPS; hop++) {
      const caught = await this.#resume(key, position);
      const isWanted = viewer.socket.connected && viewer.subscriptions.has(key);
      if (!caught || !isWanted) return;
      if (viewer.behindSinceMs !== null) {
        viewer.subscriptions.set(key, { position });
        return;
      }
      viewer.socket.emit(caught.message.event, new EncodedJson(caught.message.text));
      position = { epoch: caught.epoch, seq: caught.seq };
      if ((this.#watched.get(key)?.seq ?? 0) <= caught.seq) break;
    }
    viewer.subscriptions.set(key, null);
    this.#groups.touch(viewer);
  }

  /** Without an answer the viewer stays out; its next confirmation (R16) brings it back. */
  async #resume(key: string, have: Position | undefined): Promise<CatchUp | undefined> {
    try {
      return await this.#live.resume(key, have);
    } catch (cause) {
      this.#onFailure(cause);
      return undefined;
    }
  }
}
