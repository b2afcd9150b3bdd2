import type { StoreApi } from 'zustand/vanilla';
import type { Health, Orders } from '../../shared/protocol/directing.ts';
import type { DirectAck } from '../../shared/protocol/messages.ts';
import type { Query } from '../../shared/query/query.ts';
import type { LiveState } from './live-state.ts';

/** The client's one live connection, as boards and tiles see it; `client/live.ts` makes it. */
export interface Live {
  /** Readers select from it: `useStore(live.store, (s) => s.connection)`. */
  readonly store: StoreApi<LiveState>;
  getState(): LiveState;
  /** Keeps the query's answer live until disposed; equal queries share one subscription. */
  subscribe(query: Query): () => void;
  /** The client's clock, ms: times in the state are on it. */
  now(): number;
  /** The server's clock now, ms: virtual in a replay, goes on while offline. */
  serverNow(): number;
  /** Takes the desk (undefined), directs all screens, or lets them go (null); answered with null while offline. */
  direct(orders: Orders | null | undefined): Promise<DirectAck | null>;
  /** Tells the server how this screen is; lost while offline. */
  tellHealth(health: Health): void;
  close(): void;
}
