import { parentPort, workerData } from 'node:worker_threads';
import type { ExportJob, ExportPack } from './export/export-job.ts';
import { createNaming } from './export/naming.ts';
import { render } from './export/render.ts';
import type { RenderCalls } from './export-thread.ts';
import { serveCalls } from './thread-calls.ts';

/** Draws files in a thread of its own; what it names things by came with its start. */
const naming = createNaming(workerData as ExportPack);

if (parentPort) {
  serveCalls<RenderCalls>(parentPort, {
    render: async (job: ExportJob) => new Uint8Array(await render(job, naming)),
  });
}
