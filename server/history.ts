import type { Fold } from './fold/fold.ts';
import { type FoldingPorts, foldSpan } from './recover.ts';

interface Past {
  readonly seq: number;
  fold: Fold | undefined;
  readonly ready: Promise<Fold>;
  usedAt: number;
}

/**
 * States of the past, for questions with `asOf`: the log folded again up to the last event that had been received by
 * then, so "what we knew" is right by construction. A few are kept; they cost as much memory as the present one.
 */
export function createHistory(ports: FoldingPorts, newFold: () => Fold, maxKept = 2) {
  const kept = new Map<number, Past>();
  let uses = 0;

  const open = (seq: number): Past => {
    const fold = newFold();
    const past: Past = {
      seq,
      fold: undefined,
      ready: foldSpan(ports, fold, { from: 1, to: seq }).then(() => {
        past.fold = fold;
        return fold;
      }),
      usedAt: 0,
    };
    kept.set(seq, past);
    past.ready.catch(() => kept.delete(seq));
    return past;
  };
  const makeRoom = () => {
    const oldest = [...kept.values()].sort((a, b) => a.usedAt - b.usedAt);
    for (const { seq } of oldest.slice(0, Math.max(0, kept.size - maxKept))) kept.delete(seq);
  };
  return {
    /** The state as it was at `asOfMs`. */
    async at(asOfMs: number): Promise<Fold> {
      const seq = ports.log.seqAt(asOfMs);
      const past = kept.get(seq) ?? open(seq);
      uses += 1;
      past.usedAt = uses;
      makeRoom();
      return past.ready;
    },
    /** The same, only when it is there already. */
    ready(asOfMs: number): Fold | undefined {
      return kept.get(ports.log.seqAt(asOfMs))?.fold;
    },
  };
}
