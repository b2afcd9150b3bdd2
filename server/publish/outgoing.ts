import type { Refusal } from '../../shared/protocol/messages.ts';

/** A message of the live protocol, encoded once for everyone who gets it. `text` is JSON. */
export interface Encoded {
  readonly event: 'snapshot' | 'delta' | 'frame';
  readonly text: string;
}

/** To all viewers of `key`; after it they stand on `seq`. */
export interface Output extends Encoded {
  readonly key: string;
  readonly seq: number;
}

/** A version of one answer, as a viewer holds it. */
export interface Position {
  readonly epoch: string;
  readonly seq: number;
}

/** What brings one viewer to version `seq`. */
export interface CatchUp extends Position {
  readonly key: string;
  readonly message: Encoded;
}

export type Asked = CatchUp | { readonly refused: Refusal };
