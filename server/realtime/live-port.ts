import type { Query } from '../../shared/query/query.ts';
import type { Asked, CatchUp, Output, Position } from '../publish/outgoing.ts';

/**
 * The publisher as realtime sees it, wherever it runs (another thread, or inline in tests). Answers and outputs may
 * overtake each other: realtime compares their seq. `P` is the principal.
 */
export interface LivePort<P> {
  /** A successful `ask` holds the question until one `release`. */
  ask(query: Query, principal: P, have: Position | undefined): Promise<Asked>;
  /** For a viewer that fell behind; undefined when the question is gone. */
  resume(key: string, have: Position | undefined): Promise<CatchUp | undefined>;
  release(key: string): void;
  /** Called with what each tick has to tell, in order. */
  onOutputs(listener: (outputs: readonly Output[]) => void): void;
}
