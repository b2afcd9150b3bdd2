import type { MeasureSource } from '../../shared/measure/measure.ts';
import type { Output } from '../publish/outgoing.ts';
import type { Publisher } from '../publish/publish.ts';
import type { Clock } from '../publish/question.ts';
import type { LivePort } from './live-port.ts';

/** The publisher in the same thread: for tests and benchmarks. */
export function inlineLivePort<P>(publisher: Publisher<P>, clock: () => Clock) {
  const listeners: ((outputs: readonly Output[]) => void)[] = [];
  const live: LivePort<P> = {
    ask: async (query, principal, have) => publisher.ask(query, principal, have, clock()),
    resume: async (key, have) => publisher.resume(key, have),
    release: (key) => publisher.release(key, clock()),
    onOutputs: (listener) => void listeners.push(listener),
  };
  const tick = (dirty: ReadonlySet<MeasureSource>) => {
    const outputs = publisher.tick(clock(), dirty);
    if (outputs.length > 0) for (const listener of listeners) listener(outputs);
    return outputs.length;
  };
  return { live, tick };
}
