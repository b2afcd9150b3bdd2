import type { StoreApi } from 'zustand/vanilla';
import type { Query } from '../../shared/query/query.ts';
import type { LiveState } from './live-state.ts';

/** The client's one live connection, as boards and tiles see it; `client/live.ts` makes it. */
export interface Live {
  /** Readers select from it: `useStore(live.store, (s) => s.connection)`. */
  readonly store: StoreApi<LiveState>;
  getState(): LiveState;
  /** Keeps the query's answer live until disposed; equal queries share one subscription. */
  subscribe(query: Query): () => void;
  /** The server's clock now, ms: virtual in a replay, goes on while offline. */
  serverNow(): number;
  close(): void;
}
