import type { Position } from '../publish/outgoing.ts';
import type { Allowance } from './limits.ts';
import type { EngineConnection } from './transport-buffer.ts';

/** What we use of a Socket.IO socket. */
interface ViewerSocket {
  readonly id: string;
  readonly conn: EngineConnection;
  readonly connected: boolean;
  emit(event: string, payload: unknown): unknown;
  disconnect(closes: boolean): unknown;
}

/** The viewers of the very same questions. */
export interface Group {
  readonly signature: string;
  readonly keys: ReadonlySet<string>;
  readonly connections: Set<EngineConnection>;
}

/** One connection. */
export interface Viewer<P> {
  readonly socket: ViewerSocket;
  readonly principal: P;
  /** Key → where it stood when it stepped out; null: it stands where everybody stands. */
  readonly subscriptions: Map<string, Left | null>;
  /** Those it shares its messages with; null: none yet. */
  group: Group | null;
  allowance: Allowance;
  /** Since when it reads too slowly, ms; null: it does not. */
  behindSinceMs: number | null;
}

/** A viewer that stepped out before it got anything has no position. */
interface Left {
  readonly position: Position | undefined;
}
