import { createDossierBodies } from './input/dossier-bodies.ts';
import { milliseconds, numberFlag, perSecond, printTable } from './report/table.ts';
import { createPusher } from './rig/pusher.ts';
import { createServerProcess } from './rig/server-process.ts';

/** HTTP push → validated → on disk → folded: `npm run bench -- push [--seconds 30] [--connections 8] [--batch 1000]`. */
const seconds = numberFlag('seconds', 30);
const connections = numberFlag('connections', 8);
const batch = numberFlag('batch', 1000);

const server = await createServerProcess();
try {
  await server.start();
  const nextBody = createDossierBodies(batch);
  const pusher = createPusher(server, connections);
  const warmUntil = performance.now() + 3000;
  await pusher.pushUntil(nextBody, () => performance.now() > warmUntil);
  await server.figures();
  const startedAt = performance.now();
  const endAt = startedAt + seconds * 1000;
  const cpuBefore = server.cpuMs();
  const ownBefore = process.cpuUsage();
  const accepted = await pusher.pushUntil(nextBody, () => performance.now() > endAt);
  const tookMs = performance.now() - startedAt;
  const cpuMs = server.cpuMs() - cpuBefore;
  const own = process.cpuUsage(ownBefore);
  const figures = await server.figures();
  const delayMs = (share: string) =>
    milliseconds((figures.get(`ioc_event_loop_delay_${share}_seconds`) ?? Number.NaN) * 1000);
  const known = figures.get('ioc_fold_dossiers') ?? Number.NaN;
  pusher.close();
  printTable(
    `push: NDJSON of ${batch} random-id dossiers, ${connections} connections, ${seconds} s`,
    [
      {
        what: 'accepted, on disk and folded',
        measured: perSecond(accepted, tookMs),
        budget: '≥ 100,000 /s',
      },
      {
        what: 'processor time of the server · of the pusher',
        measured: `${((cpuMs * 1000) / accepted).toFixed(2)} · ${((own.user + own.system) / accepted).toFixed(2)} µs an event`,
      },
      { what: 'event loop delay p99', measured: delayMs('p99'), budget: '≤ 10 ms' },
      { what: 'event loop delay max', measured: delayMs('max') },
      { what: 'dossiers known at the end', measured: known.toLocaleString('en') },
      { what: 'resident memory', measured: `${Math.round(server.residentBytes() / 2 ** 20)} MiB` },
    ],
  );
} finally {
  await server.stop();
  server.remove();
}
