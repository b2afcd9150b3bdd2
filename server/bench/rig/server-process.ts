import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';

const TOKENS = {
  IOC_DEVICE_TOKEN: 'bench-device-0123456789abcdef01234567',
  IOC_ADMIN_TOKEN: 'bench-admin-0123456789abcdef012345678',
  IOC_INGEST_KEY: 'bench-ingest-0123456789abcdef01234567',
};

/** Linux counts processor time of a process in hundredths of a second. */
const TICK_MS = 10;

const SETTINGS = {
  ...TOKENS,
  IOC_LOG_LEVEL: 'warn',
  IOC_PUSH_RATE: '1000000000',
  IOC_QUERY_RATE: '1000000000',
};

/** The clock stands after the demo's last event, so that its figures end on the printed ones without a replay. */
export const DEMO_END = { IOC_CLOCK: 'replay:2024-01-01T09:00:00+07:00@1' };

export interface ServerOptions {
  /** The province comes with its demo, which the first start loads. */
  readonly hasDemo?: boolean;
  /** Beside tokens, limits, address and directories. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The built server as a process of its own, on a free port of loopback, with a province. */
export async function createServerProcess({ hasDemo = false, settings = {} }: ServerOptions = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'ioc-bench-'));
  const pack = path.join(folder, 'pack');
  const data = path.join(folder, 'data');
  cpSync('fixtures/provinces/binh-duong', pack, { recursive: true });
  if (!hasDemo) rmSync(path.join(pack, 'demo.json'), { force: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  return {
    url,
    ingestKey: TOKENS.IOC_INGEST_KEY,
    deviceToken: TOKENS.IOC_DEVICE_TOKEN,
    adminToken: TOKENS.IOC_ADMIN_TOKEN,
    dataDirectory: data,
    /** Resolves when questions can be answered; returns how long that took, ms. */
    async start(): Promise<number> {
      const startedAt = performance.now();
      const place = { PORT: String(port), IOC_DATA: data, IOC_PACK: pack };
      const env = { ...SETTINGS, ...settings, ...place };
      child = spawn(process.execPath, ['dist/server/main.js'], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      while (!(await isReady(url))) {
        if (child.exitCode !== null) throw new Error('the server ended at its start');
        await sleep(20);
      }
      return performance.now() - startedAt;
    },
    async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
    /** Resident memory of the process, bytes. */
    residentBytes: () => readResident(child?.pid),
    /** Processor time of the process and all its threads so far, ms. */
    cpuMs: () => readCpu(child?.pid),
    query: (query: Query) => call<Answer>(url, '/api/v1/query', query),
    /** As the administrator; with a body it is sent as JSON. */
    call: <T>(place: string, body?: unknown) => call<T>(url, place, body),
    figures: () => readFigures(url),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
export type ServerProcess = Awaited<ReturnType<typeof createServerProcess>>;

function readResident(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}

function readCpu(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
  return (Number(fields?.[11]) + Number(fields?.[12])) * TICK_MS;
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer?.ok === true;
}

async function call<T>(url: string, place: string, body?: unknown): Promise<T> {
  const authorization = `Bearer ${TOKENS.IOC_ADMIN_TOKEN}`;
  const sent =
    body === undefined
      ? { headers: { authorization } }
      : {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  const answer = await fetch(`${url}${place}`, sent);
  if (!answer.ok) throw new Error(`${place}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The samples of `/metrics` without labels, by name. Delays count since the last reading. */
async function readFigures(url: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const samples = [...text.matchAll(/^([a-z_0-9]+) (\S+)$/gm)];
  return new Map(samples.map(([, name = '', value]) => [name, Number(value)]));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
