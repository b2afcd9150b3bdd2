import type { DocumentStore } from './documents.ts';
import type { ActJournal } from './journal.ts';

/** Something of a topic is new; of documents the topic is `document.<kind>`. */
export interface StoreChange {
  readonly topic: string;
  /** Grows with every change of the topic. */
  readonly revision: number;
}

/** What people do and keep, apart from the log of events: small, and written one by one. */
export interface Store {
  readonly journal: ActJournal;
  readonly documents: DocumentStore;
  /** Told after the commit. */
  onChange(listener: (change: StoreChange) => void): void;
  /** Tells what another process has written since the last call; cheap where nothing has. */
  poll(): void;
  close(): void;
}
