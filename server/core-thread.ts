import { Worker } from 'node:worker_threads';
import { CORE_CALLS, type CoreCalls, type CoreListener, type CoreSettings } from './core-calls.ts';
import { callsOver } from './thread-calls.ts';

/** What the core tells by itself, as a message. */
export type CoreEvent = {
  readonly [E in keyof CoreListener]: {
    readonly event: E;
    readonly content: Parameters<CoreListener[E]>[0];
  };
}[keyof CoreListener];

/** What the thread waits for. */
export interface CoreStart {
  readonly start: CoreSettings;
}

/**
 * Room for the events of a commit or two: with V8's usual 16 MB they outlive their generation and are copied once more,
 * which costs a tenth of the push.
 */
const YOUNG_MB = 96;

/** The thread begins to import the core's code at once; it opens the core when it is told with what. */
export function spawnCoreThread(): Worker {
  return new Worker(new URL('./core-worker.js', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
}

/**
 * The core in a thread of its own, so that no commit or evaluation stalls the event loop of the edges. `onEnd` is
 * told when the thread ends unasked: nothing can be answered any more.
 */
export function startCoreThread(
  worker: Worker,
  settings: CoreSettings,
  listener: CoreListener,
  onEnd: (cause: Error) => void,
): CoreCalls {
  const { calls, failAll } = callsOver<CoreCalls>(worker, CORE_CALLS);
  let isClosing = false;
  const end = (cause: Error) => {
    failAll(cause);
    if (!isClosing) onEnd(cause);
  };
  worker.on('message', (message: CoreEvent | object) => {
    if ('event' in message) tell(listener, message);
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the core's thread ended with code ${code}`)));
  worker.postMessage({ start: settings } satisfies CoreStart);
  return {
    ...calls,
    close: async () => {
      isClosing = true;
      await calls.close();
      await worker.terminate();
    },
  };
}

function tell(listener: CoreListener, { event, content }: CoreEvent): void {
  const tellers: Readonly<Record<string, (content: never) => void>> = { ...listener };
  tellers[event]?.(content as never);
}
