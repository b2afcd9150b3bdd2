import { parentPort } from 'node:worker_threads';
import { openCore } from './core.ts';
import type { CoreCalls, CoreListener, CoreSettings } from './core-calls.ts';
import type { CoreEvent, CoreStart } from './core-thread.ts';
import { endThread } from './end-thread.ts';
import { serveCalls } from './thread-calls.ts';

/** Entry of the core's thread: opens the core when it is told with what, and lends its calls to the thread that started it. */
const port = parentPort;
if (!port) throw new Error('core-worker runs as a thread of the server, not by itself');

const send = (message: CoreEvent) => port.postMessage(message);
const listener: CoreListener = {
  onOutputs: (content) => send({ event: 'onOutputs', content }),
  onReadiness: (content) => send({ event: 'onReadiness', content }),
  onClock: (content) => send({ event: 'onClock', content }),
  onNotice: (content) => send({ event: 'onNotice', content }),
};
const isStart = (message: object): message is CoreStart => 'start' in message;
const told = new Promise<CoreSettings>((resolve) => {
  port.on('message', (message: object) => {
    if (isStart(message)) resolve(message.start);
  });
});
const opening = told.then((settings) => openCore(settings, listener));
/** A core that cannot be opened ends the thread; the process is told why. */
opening.catch(endThread);
const calls: CoreCalls = {
  push: async (...args) => (await opening).push(...args),
  query: async (...args) => (await opening).query(...args),
  ask: async (...args) => (await opening).ask(...args),
  resume: async (...args) => (await opening).resume(...args),
  release: async (...args) => (await opening).release(...args),
  took: async (...args) => (await opening).took(...args),
  sources: async (...args) => (await opening).sources(...args),
  cameras: async (...args) => (await opening).cameras(...args),
  outages: async (...args) => (await opening).outages(...args),
  relive: async (...args) => (await opening).relive(...args),
  tellAlarms: async (...args) => (await opening).tellAlarms(...args),
  incidents: async () => (await opening).incidents(),
  recent: async (...args) => (await opening).recent(...args),
  quality: async (...args) => (await opening).quality(...args),
  revisions: async (...args) => (await opening).revisions(...args),
  records: async (...args) => (await opening).records(...args),
  record: async (...args) => (await opening).record(...args),
  search: async (...args) => (await opening).search(...args),
  radar: async (...args) => (await opening).radar(...args),
  cameraLadder: async (...args) => (await opening).cameraLadder(...args),
  windows: async (...args) => (await opening).windows(...args),
  planWindow: async (...args) => (await opening).planWindow(...args),
  changeWindow: async (...args) => (await opening).changeWindow(...args),
  quarantine: async (...args) => (await opening).quarantine(...args),
  figures: async () => (await opening).figures(),
  close: async () => (await opening).close(),
};
serveCalls(port, calls);
