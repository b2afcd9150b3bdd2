/** What somebody did, before it has a number. */
export interface NewAct {
  /** ms, as the server's real clock had it. */
  readonly at: number;
  /** Name of the account, or of the part of the server, that acted. */
  readonly by: string;
  /** What it belongs to: `account`, `alarm`, `task`, `shift` … */
  readonly topic: string;
  /** The one thing of that topic it is about. */
  readonly subject: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Act extends NewAct {
  /** From 1, over all topics, never given twice. */
  readonly seq: number;
}

/**
 * Who did what when, append-only: the state of everything people work on is a pure fold over its acts, so it can be told for any
 * moment and nobody can change it without a trace.
 */
export interface ActJournal {
  /** Durable when it resolves. */
  append(act: NewAct, expected?: Expected): Promise<Act>;
  /** All or none, in one commit. */
  appendAll(acts: readonly NewAct[]): Promise<readonly Act[]>;
  /** In order; those after `afterSeq` (0). */
  read(topic: string, afterSeq?: number): Promise<readonly Act[]>;
}

/** Appends only while the newest act of the same topic and subject is this one (0: there is none), else `IOC_STORE_CONFLICT`. */
export interface Expected {
  readonly newestSeq: number;
}
