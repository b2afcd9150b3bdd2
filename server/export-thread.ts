import { Worker } from 'node:worker_threads';
import { IocError } from './errors.ts';
import type { ExportJob, ExportPack } from './export/export-job.ts';
import { callsOver } from './thread-calls.ts';

export interface RenderCalls {
  render(job: ExportJob): Promise<Uint8Array>;
}

/** Files that may wait for the one thread; a person waits for one, so more are a mistake or an attack. */
const MOST_WAITING = 8;

/**
 * A thread that draws files, started by the first one and kept: fonts and the chart library are read once. It ends with
 * the process; when it dies otherwise, what it had to do is refused and the next file starts another.
 */
export function createExportThread(pack: ExportPack) {
  let running: { readonly worker: Worker; readonly calls: RenderCalls } | undefined;
  let waiting = 0;

  const start = () => {
    const { pack: own, indicators, boundaries, layers, sources } = pack;
    const workerData: ExportPack = { pack: own, indicators, boundaries, layers, sources };
    const worker = new Worker(new URL('./export-worker.js', import.meta.url), { workerData });
    const { calls, failAll } = callsOver<RenderCalls & Record<string, never>>(worker, ['render']);
    const end = (cause: unknown) => {
      running = undefined;
      failAll(new IocError('IOC_EXPORT_FAILED', { came: 'the end of its thread' }, cause));
    };
    worker.once('error', end);
    worker.once('exit', end);
    worker.unref();
    running = { worker, calls };
    return running;
  };

  return {
    async render(job: ExportJob): Promise<Uint8Array> {
      if (waiting >= MOST_WAITING) {
        throw new IocError('IOC_EXPORT_BUSY', { expected: MOST_WAITING });
      }
      waiting += 1;
      try {
        return await (running ?? start()).calls.render(job);
      } finally {
        waiting -= 1;
      }
    },
    async close(): Promise<void> {
      await running?.worker.terminate();
    },
  };
}
