import { createDossierBodies } from './input/dossier-bodies.ts';
import { wallQueries } from './input/wall-queries.ts';
import { milliseconds, numberFlag, perSecond, printTable, quantile } from './report/table.ts';
import { createPusher } from './rig/pusher.ts';
import { createServerProcess, type ServerProcess } from './rig/server-process.ts';

/**
 * A province's ten million dossiers: restart to the first right answer, and the questions of the wall and the desk:
 * `npm run bench -- restart [--events 10000000]`.
 */
const events = numberFlag('events', 10_000_000);
const total = {
  measures: ['dossier.received'],
  unit: '74',
  period: { from: '2010-01-01', to: '2030-12-31' },
};

async function readTotal(server: ServerProcess): Promise<number> {
  const { rows } = await server.query(total);
  return rows[0]?.values['dossier.received']?.value ?? Number.NaN;
}

async function timeRestart(server: ServerProcess, signal: 'SIGTERM' | 'SIGKILL', expected: number) {
  const stopAt = performance.now();
  await server.stop(signal);
  const stopMs = performance.now() - stopAt;
  const startAt = performance.now();
  await server.start();
  const found = await readTotal(server);
  if (found !== expected) throw new Error(`expected ${expected} received, found ${found}`);
  return { stopMs, startMs: performance.now() - startAt };
}

async function timeQueries(server: ServerProcess): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    for (const query of wallQueries(round)) {
      const startedAt = performance.now();
      await server.query(query);
      times.push(performance.now() - startedAt);
    }
  }
  return times;
}

const server = await createServerProcess();
try {
  await server.start();
  const pusher = createPusher(server, 8);
  const startedAt = performance.now();
  const accepted = await pusher.pushUntil(createDossierBodies(2000), (done) => done >= events);
  const loadMs = performance.now() - startedAt;
  const first = await readTotal(server);
  if (first !== accepted) throw new Error(`expected ${accepted} received, found ${first}`);
  const times = await timeQueries(server);
  const clean = await timeRestart(server, 'SIGTERM', accepted);
  const killed = await timeRestart(server, 'SIGKILL', accepted);
  pusher.close();
  printTable(`${accepted.toLocaleString('en')} dossiers`, [
    { what: 'loaded through HTTP', measured: perSecond(accepted, loadMs) },
    { what: 'query p50', measured: milliseconds(quantile(times, 0.5)) },
    { what: 'query p99', measured: milliseconds(quantile(times, 0.99)), budget: '≤ 50 ms' },
    { what: 'stop (last checkpoint)', measured: milliseconds(clean.stopMs) },
    {
      what: 'start to first right answer',
      measured: milliseconds(clean.startMs),
      budget: '≤ 3,000 ms',
    },
    {
      what: 'the same after kill -9',
      measured: milliseconds(killed.startMs),
      budget: '≤ 3,000 ms',
    },
    { what: 'resident memory', measured: `${Math.round(server.residentBytes() / 2 ** 20)} MiB` },
  ]);
} finally {
  await server.stop('SIGKILL');
  server.remove();
}
