import { setTimeout as sleep } from 'node:timers/promises';
import { createDossierBodies } from './input/dossier-bodies.ts';
import { wallQueries } from './input/wall-queries.ts';
import { milliseconds, numberFlag, perSecond, printTable, quantile } from './report/table.ts';
import { createPusher } from './rig/pusher.ts';
import { createServerProcess, type ServerProcess } from './rig/server-process.ts';

/**
 * A province's ten million dossiers: restart to the first right answer after a stop and after kill -9 amid a load as
 * fast as the server takes it, and the questions of the wall and the desk:
 * `npm run bench -- restart [--events 10000000] [--load-seconds 20]`.
 */
const events = numberFlag('events', 10_000_000);
const loadMs = numberFlag('load-seconds', 20) * 1000;
const CONNECTIONS = 8;
const BATCH = 2000;
const total = {
  measures: ['dossier.received'],
  unit: '74',
  period: { from: '2010-01-01', to: '2030-12-31' },
};

async function readTotal(server: ServerProcess): Promise<number> {
  const { rows } = await server.query(total);
  return rows[0]?.values['dossier.received']?.value ?? Number.NaN;
}

interface Restart {
  readonly stopMs: number;
  /** Until the first right answer. */
  readonly startMs: number;
  /** Processor time of the server until then. */
  readonly cpuMs: number;
  readonly received: number;
}

/** `least` were acknowledged before; up to `most` were sent. */
async function timeRestart(
  server: ServerProcess,
  signal: 'SIGTERM' | 'SIGKILL',
  least: number,
  most = least,
): Promise<Restart> {
  const stopAt = performance.now();
  await server.stop(signal);
  const stopMs = performance.now() - stopAt;
  const startAt = performance.now();
  await server.start();
  const received = await readTotal(server);
  const startMs = performance.now() - startAt;
  if (received < least || received > most) {
    throw new Error(`expected ${least} to ${most} received, found ${received}`);
  }
  return { stopMs, startMs, cpuMs: server.cpuMs(), received };
}

/** Kills the server while it is being pushed to. */
async function timeKill(server: ServerProcess, nextBody: () => Buffer, before: number) {
  const pusher = createPusher(server, CONNECTIONS);
  let acknowledged = before;
  let isDead = false;
  const lane = async () => {
    while (!isDead) {
      const answer = await pusher.push(nextBody()).catch(() => undefined);
      if (!answer) return;
      acknowledged += answer.accepted;
    }
  };
  const lanes = Array.from({ length: CONNECTIONS }, lane);
  await sleep(loadMs);
  isDead = true;
  await server.stop('SIGKILL');
  await Promise.all(lanes);
  pusher.close();
  const killed = await timeRestart(
    server,
    'SIGKILL',
    acknowledged,
    acknowledged + CONNECTIONS * BATCH,
  );
  return { ...killed, pushed: killed.received - before };
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
  const pusher = createPusher(server, CONNECTIONS);
  const nextBody = createDossierBodies(BATCH);
  const startedAt = performance.now();
  const accepted = await pusher.pushUntil(nextBody, (done) => done >= events);
  const tookMs = performance.now() - startedAt;
  pusher.close();
  const first = await readTotal(server);
  if (first !== accepted) throw new Error(`expected ${accepted} received, found ${first}`);
  const times = await timeQueries(server);
  const clean = await timeRestart(server, 'SIGTERM', accepted);
  const killed = await timeKill(server, nextBody, accepted);
  const cpu = ({ cpuMs }: Restart) => `(processor ${milliseconds(cpuMs)})`;
  printTable(`${accepted.toLocaleString('en')} dossiers`, [
    { what: 'loaded through HTTP', measured: perSecond(accepted, tookMs) },
    { what: 'query p50', measured: milliseconds(quantile(times, 0.5)) },
    { what: 'query p99', measured: milliseconds(quantile(times, 0.99)), budget: '≤ 50 ms' },
    { what: 'stop (last checkpoint)', measured: milliseconds(clean.stopMs) },
    {
      what: 'start to first right answer',
      measured: `${milliseconds(clean.startMs)} ${cpu(clean)}`,
      budget: '≤ 3,000 ms',
    },
    {
      what: `the same after kill -9 amid ${killed.pushed.toLocaleString('en')} more`,
      measured: `${milliseconds(killed.startMs)} ${cpu(killed)}`,
      budget: '≤ 3,000 ms',
    },
    { what: 'resident memory', measured: `${Math.round(server.residentBytes() / 2 ** 20)} MiB` },
  ]);
} finally {
  await server.stop('SIGKILL');
  server.remove();
}
