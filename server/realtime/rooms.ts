import type { CatchUp, Output, Position } from '../publish/outgoing.ts';
import { EncodedJson } from './encoded-json.ts';
import type { LivePort } from './live-port.ts';
import type { Viewer } from './viewer.ts';

interface Room {
  readonly epoch: string;
  /** The version its viewers have been told. */
  seq: number;
  viewers: number;
}

export interface RoomsOptions<P> {
  readonly live: LivePort<P>;
  /** To everybody in a room. */
  readonly broadcast: (key: string, event: string, payload: EncodedJson) => void;
  /** The publisher could not be asked. */
  readonly onFailure: (cause: unknown) => void;
}

const MAX_HOPS = 4;

/** Who watches what, and up to which version each room has been told. */
export class Rooms<P> {
  readonly #options: RoomsOptions<P>;
  readonly #rooms = new Map<string, Room>();

  constructor(options: RoomsOptions<P>) {
    this.#options = options;
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** Returns the number of bytes a viewer of every room was sent at most. */
  broadcast(outputs: readonly Output[]): number {
    let bytes = 0;
    for (const { key, seq, event, text } of outputs) {
      const room = this.#rooms.get(key);
      if (!room) continue;
      room.seq = seq;
      this.#options.broadcast(key, event, new EncodedJson(text));
      bytes += text.length;
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
    if (!isNew) this.#options.live.release(key);
    const room = this.#rooms.get(key) ?? { epoch, seq, viewers: 0 };
    if (isNew) room.viewers += 1;
    room.seq = Math.max(room.seq, seq);
    this.#rooms.set(key, room);
    if (viewer.behindSinceMs !== null) {
      viewer.subscriptions.set(key, { position: have });
      return;
    }
    viewer.subscriptions.set(key, null);
    viewer.socket.emit(message.event, new EncodedJson(message.text));
    if (room.seq > seq) void this.#bring(viewer, key, { epoch, seq });
    else viewer.socket.join(key);
  }

  leave(viewer: Viewer<P>, key: string): void {
    if (!viewer.subscriptions.delete(key)) return;
    viewer.socket.leave(key);
    this.#options.live.release(key);
    const room = this.#rooms.get(key);
    if (!room) return;
    room.viewers -= 1;
    if (room.viewers === 0) this.#rooms.delete(key);
  }

  leaveAll(viewer: Viewer<P>): void {
    for (const key of [...viewer.subscriptions.keys()]) this.leave(viewer, key);
  }

  /** The viewer reads too slowly: it keeps its subscriptions and its places, and gets nothing for now. */
  stepOut(viewer: Viewer<P>): void {
    for (const [key, left] of viewer.subscriptions) {
      if (left) continue;
      const { epoch, seq } = this.#rooms.get(key) ?? { epoch: '', seq: 0 };
      viewer.subscriptions.set(key, { position: { epoch, seq } });
      viewer.socket.leave(key);
    }
  }

  /** The viewer has drained: one message for each answer, then it is back in its rooms. */
  async stepIn(viewer: Viewer<P>): Promise<void> {
    const places = [...viewer.subscriptions];
    await Promise.all(
      places.map(async ([key, left]) => left && (await this.#bring(viewer, key, left.position))),
    );
  }

  /** Outputs may pass while the publisher is asked: the room is joined once nothing is missing before it. */
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
      if ((this.#rooms.get(key)?.seq ?? 0) <= caught.seq) break;
    }
    viewer.subscriptions.set(key, null);
    viewer.socket.join(key);
  }

  /** Without an answer the viewer stays out; its next confirmation (R16) brings it back. */
  async #resume(key: string, have: Position | undefined): Promise<CatchUp | undefined> {
    try {
      return await this.#options.live.resume(key, have);
    } catch (cause) {
      this.#options.onFailure(cause);
      return undefined;
    }
  }
}
