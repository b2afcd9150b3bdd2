import fc from 'fast-check';
import { expect } from 'vitest';
import type { Log, QuarantineLimits } from './log.ts';

/** A store in its own place: `open` may be called again after the log was closed and finds what was written. */
export interface LogStore {
  open(limits?: QuarantineLimits): Log;
  remove(): void;
}

interface Step {
  readonly ids: readonly (readonly [string, number])[];
  readonly receivedAt: number;
  readonly after: 'go on' | 'open again' | 'checkpoint';
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    ids: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'é'), fc.nat(40)), { maxLength: 12 }),
    receivedAt: fc.nat(1000),
    after: fc.constantFrom('go on' as const, 'open again' as const, 'checkpoint' as const),
  }),
  { maxLength: 12 },
);

/** Random batches with duplicates in and across them, restarts and checkpoints, against a plain list of texts. */
export async function checkHistories(createStore: () => LogStore): Promise<void> {
  const run = async (history: readonly Step[]) => {
    const store = createStore();
    try {
      await checkHistory(store, history);
    } finally {
      store.remove();
    }
  };
  await fc.assert(fc.asyncProperty(steps, run), { numRuns: 25 });
}

async function checkHistory(store: LogStore, history: readonly Step[]): Promise<void> {
  let log = store.open();
  const expected: string[] = [];
  let newest = 0;
  for (const step of history) {
    const accepted = appendAndCompare(log, step, expected);
    if (accepted > 0) newest = Math.max(newest, step.receivedAt);
    if (step.after === 'checkpoint') await log.saveCheckpoint(log.lastSeq, []);
    if (step.after !== 'open again') continue;
    log.close();
    log = store.open();
  }
  expect([...log.read(1)].flatMap(({ lines }) => lines)).toEqual(expected);
  expect([log.lastSeq, log.lastReceivedAt]).toEqual([expected.length, newest]);
  log.close();
}

/** `expected` is the whole log so far; it grows by what must be new in the batch. */
function appendAndCompare(log: Log, { ids, receivedAt }: Step, expected: string[]): number {
  const batch = ids.map(([source, n]) => {
    const id = `${n}`;
    return { source, id, line: JSON.stringify({ source, id }) };
  });
  const seqs = batch.map(({ line }) => (expected.includes(line) ? 0 : expected.push(line)));
  const appended = log.append(batch, receivedAt);
  expect(appended.seqs).toEqual(seqs);
  expect(appended.accepted + appended.duplicates).toBe(batch.length);
  return appended.accepted;
}
