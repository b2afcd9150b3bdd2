import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import { type Line, milliseconds, numberFlag, printTable, quantile } from './report/table.ts';
import { openCrowd } from './rig/crowd.ts';
import { startLiveServer, TOKEN } from './rig/live-server.ts';

/**
 * The live path alone: one answer that changes `--hz` times a second (deltas of some 2 kB), `--viewers` of it in another
 * process, for `--seconds`; then 1,000 of them are cut off and come back at once.
 */
const VIEWERS = numberFlag('viewers', 2000);
const HZ = numberFlag('hz', 10);
const SECONDS = numberFlag('seconds', 15);
const RETURNING = Math.min(1000, VIEWERS);

const query: Query = {
  measures: ['dossier.received', 'dossier.open'],
  unit: '74',
  by: ['unit'],
  period: { relative: 'this-year' },
};

/** 30 rows of which 10 change each time. */
function rowsOf(n: number): Row[] {
  return Array.from({ length: 30 }, (_, i) => {
    const value = i % 3 === n % 3 ? 200_000 + n : 200_000 + i;
    return {
      key: `unit=${700 + i}`,
      unit: `${700 + i}`,
      values: {
        'dossier.received': { value, base: 201_720, delta: 45.229030341, deltaKind: 'percent' },
        'dossier.open': { value: value % 4166, target: 4000 },
      },
    };
  });
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let i = 0; i < 3; i++) collect();
}

async function memoryBytes(): Promise<number> {
  await pause(500);
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const lines: Line[] = [];
const server = await startLiveServer({});
let step = 0;
server.change(rowsOf(step));
const crowd = openCrowd();
const { port } = server;

const before = await memoryBytes();
const rssBefore = process.memoryUsage().rss;
await crowd.order({ order: 'connect', count: VIEWERS, port, token: TOKEN, queries: [query] });
const bytesEach = ((await memoryBytes()) - before) / VIEWERS;
const rssEach = (process.memoryUsage().rss - rssBefore) / VIEWERS;
const kB = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
lines.push({
  what: `memory of a viewer, ${VIEWERS} of them`,
  measured: kB(bytesEach),
  budget: '≤ 30 KB',
});
lines.push({ what: 'the same by resident memory', measured: kB(rssEach) });

const timer = setInterval(() => server.change(rowsOf(++step)), 1000 / HZ);
await pause(2000);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const cpuBefore = process.cpuUsage();
const start = performance.now();
const latencies = await crowd.order({ order: 'measure', ms: SECONDS * 1000 });
const { user, system } = process.cpuUsage(cpuBefore);
const share = (user + system) / 1000 / (performance.now() - start);
delay.disable();
const expected = VIEWERS * HZ * SECONDS;
lines.push(
  {
    what: `messages to ${VIEWERS} viewers at ${HZ} Hz`,
    measured: `${latencies.length}`,
    budget: `about ${expected}`,
  },
  { what: 'evaluation → viewer, p50', measured: milliseconds(quantile(latencies, 0.5)) },
  {
    what: 'evaluation → viewer, p99',
    measured: milliseconds(quantile(latencies, 0.99)),
    budget: '≤ 60 ms',
  },
  { what: 'server CPU', measured: `${(share * 100).toFixed(0)} % of a core`, budget: '≤ 60 %' },
  { what: 'event loop delay, p99', measured: milliseconds(delay.percentile(99) / 1e6) },
);

const cpuBeforeReturn = process.cpuUsage();
const fresh = await crowd.order({ order: 'reconnect', count: RETURNING });
const returnCpu = process.cpuUsage(cpuBeforeReturn);
lines.push(
  {
    what: `${RETURNING} back at once, the last one fresh after`,
    measured: milliseconds(quantile(fresh, 1)),
    budget: '≤ 5 s',
  },
  {
    what: 'server CPU of that',
    measured: milliseconds((returnCpu.user + returnCpu.system) / 1000),
  },
);
clearInterval(timer);
lines.push({
  what: 'viewers that fell behind and were cut off',
  measured: `${server.realtime.stats.cutOff}`,
});
crowd.close();
await server.close();
printTable('Fan-out over Socket.IO', lines);
