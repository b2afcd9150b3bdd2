import type { Output } from '../publish/outgoing.ts';
import { EncodedJson } from './encoded-json.ts';
import type { Group, Viewer } from './viewer.ts';

/**
 * Viewers of the very same questions share a room: a tick is put together once for each such group and costs each
 * viewer one write. Walls all show the same boards, so there are far fewer groups than viewers.
 */
export class Groups<P> {
  readonly #broadcast: (room: string, changes: EncodedJson) => void;
  readonly #groups = new Map<string, Group>();
  /** Those whose questions changed since the last broadcast. */
  readonly #stale = new Set<Viewer<P>>();
  #lastRoom = 0;

  constructor(broadcast: (room: string, changes: EncodedJson) => void) {
    this.#broadcast = broadcast;
  }

  /** Its questions changed; it moves before the next broadcast, once however many they were. */
  touch(viewer: Viewer<P>): void {
    this.#stale.add(viewer);
  }

  remove(viewer: Viewer<P>): void {
    this.#stale.delete(viewer);
    this.#leave(viewer);
  }

  /** Returns the size of the largest message. */
  broadcast(outputs: readonly Output[]): number {
    for (const viewer of this.#stale) this.#move(viewer);
    this.#stale.clear();
    let largest = 0;
    for (const { room, keys } of this.#groups.values()) {
      const texts = outputs.filter(({ key }) => keys.has(key)).map(({ text }) => text);
      if (texts.length === 0) continue;
      const changes = new EncodedJson(`[${texts.join(',')}]`);
      this.#broadcast(room, changes);
      largest = Math.max(largest, changes.text.length);
    }
    return largest;
  }

  #move(viewer: Viewer<P>): void {
    const keys = [...viewer.subscriptions].filter(([, left]) => left === null).map(([key]) => key);
    const signature = keys.sort().join(' ');
    if (viewer.group?.signature === signature) return;
    this.#leave(viewer);
    if (keys.length === 0) return;
    const group = this.#groups.get(signature) ?? this.#open(signature, keys);
    group.viewers += 1;
    viewer.group = group;
    viewer.socket.join(group.room);
  }

  #open(signature: string, keys: readonly string[]): Group {
    this.#lastRoom += 1;
    const group = { room: `g${this.#lastRoom}`, signature, keys: new Set(keys), viewers: 0 };
    this.#groups.set(signature, group);
    return group;
  }

  #leave(viewer: Viewer<P>): void {
    const { group } = viewer;
    if (!group) return;
    viewer.group = null;
    viewer.socket.leave(group.room);
    group.viewers -= 1;
    if (group.viewers === 0) this.#groups.delete(group.signature);
  }
}
