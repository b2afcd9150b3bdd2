import type { Output } from '../publish/outgoing.ts';
import { packBroadcast, sendPacket } from './broadcast-packet.ts';
import type { Group, Viewer } from './viewer.ts';

/**
 * Viewers of the very same questions are one group: a tick is put together once for each such group and costs each
 * viewer one write. Walls all show the same boards, so there are far fewer groups than viewers.
 */
export class Groups<P> {
  readonly #namespace: string;
  readonly #groups = new Map<string, Group>();
  /** Those whose questions changed since the last broadcast. */
  readonly #stale = new Set<Viewer<P>>();

  constructor(namespace: string) {
    this.#namespace = namespace;
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
    for (const { connections, keys } of this.#groups.values()) {
      const texts = outputs.filter(({ key }) => keys.has(key)).map(({ text }) => text);
      if (texts.length === 0) continue;
      const packet = packBroadcast(this.#namespace, 'changes', `[${texts.join(',')}]`);
      for (const connection of connections) sendPacket(connection, packet);
      largest = Math.max(largest, packet.frame.length);
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
    group.connections.add(viewer.socket.conn);
    viewer.group = group;
  }

  #open(signature: string, keys: readonly string[]): Group {
    const group: Group = { signature, keys: new Set(keys), connections: new Set() };
    this.#groups.set(signature, group);
    return group;
  }

  #leave(viewer: Viewer<P>): void {
    const { group } = viewer;
    if (!group) return;
    viewer.group = null;
    group.connections.delete(viewer.socket.conn);
    if (group.connections.size === 0) this.#groups.delete(group.signature);
  }
}
