import type { DocumentHead, DocumentKind, StoredDocument } from '../../shared/document/document.ts';

export interface NewDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  /** The version this one is made from, 0 where there is none; any other newest one is `IOC_STORE_CONFLICT`. */
  readonly ifVersion: number;
  /** ms */
  readonly at: number;
  readonly by: string;
  readonly title: string;
  /** Whoever sees this unit sees the document. */
  readonly unit: string;
  /** True: from this version on it is no longer listed. Its history stays. */
  readonly removed: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Documents with all their versions; nothing that was saved is ever lost. */
export interface DocumentStore {
  /** The newest version of each that is not removed, newest first. */
  list(kind: DocumentKind): Promise<readonly DocumentHead[]>;
  /** The newest version where none is named; also a removed one. */
  read(kind: DocumentKind, id: string, version?: number): Promise<StoredDocument | undefined>;
  /** Newest first; empty where there is none. */
  history(kind: DocumentKind, id: string): Promise<readonly DocumentHead[]>;
  /** Durable when it resolves. */
  save(document: NewDocument): Promise<DocumentHead>;
}
