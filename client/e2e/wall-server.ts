import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const TOKENS = {
  IOC_DEVICE_TOKEN: 'e2e-device-0123456789abcdef0123456789',
  IOC_ADMIN_TOKEN: 'e2e-admin-0123456789abcdef01234567890',
  IOC_INGEST_KEY: 'e2e-ingest-0123456789abcdef0123456789',
};

/** The clock stands after the demo's last event, so that the figures end on the printed ones without a replay. */
export const DEMO_END = { IOC_CLOCK: 'replay:2024-01-01T09:00:00+07:00@1' };

export interface WallServer {
  readonly url: string;
  readonly deviceToken: string;
  readonly adminToken: string;
  readonly ingestKey: string;
  /** What the process has printed so far. */
  readonly output: () => string;
  /** kill -9; the data directory and the port stay for `start`. */
  readonly kill: () => Promise<void>;
  /** Resolves when `/readyz` answers 200. */
  readonly start: (options?: StartOptions) => Promise<void>;
  /** Ends the process; its data stay. */
  readonly close: () => Promise<void>;
}

interface StartOptions {
  /** Settings beside the tokens, the address and the data directory. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Resolve as soon as the process runs, before it is ready. */
  readonly untilReady?: boolean;
}

/** The built server as a process of its own, on a free port of loopback. */
export async function createWallServer(folder: string): Promise<WallServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let output = '';

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }

  async function start({ settings = {}, untilReady = true }: StartOptions = {}): Promise<void> {
    const started = spawn(process.execPath, ['dist/server/main.js'], {
      env: {
        ...process.env,
        ...TOKENS,
        PORT: String(port),
        IOC_DATA: folder,
        IOC_LOG_LEVEL: 'warn',
        ...settings,
      },
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    if (untilReady) await waitUntilReady(url, started, () => output);
  }

  return {
    url,
    deviceToken: TOKENS.IOC_DEVICE_TOKEN,
    adminToken: TOKENS.IOC_ADMIN_TOKEN,
    ingestKey: TOKENS.IOC_INGEST_KEY,
    output: () => output,
    kill: () => end('SIGKILL'),
    start,
    close: () => end('SIGTERM'),
  };
}

/** Half a minute on a machine of its own; a busy one is slow, not wrong. */
const READY_WITHIN_MS = 240_000;

/** Dossiers of 2023 the server has counted. */
export async function countReceived({ url, deviceToken }: WallServer): Promise<number> {
  const answer = await fetch(`${url}/api/v1/query`, {
    method: 'POST',
    headers: { authorization: `Bearer ${deviceToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      measures: ['dossier.received'],
      unit: '74',
      period: { from: '2023-01-01', to: '2023-12-31' },
    }),
  }).catch(() => undefined);
  if (!answer?.ok) return 0;
  const { rows } = (await answer.json()) as {
    rows: { values: Record<string, { value: number | null }> }[];
  };
  return rows[0]?.values['dossier.received']?.value ?? 0;
}

/** What article 000 prints for 2023. */
const PRINTED_RECEIVED = 292_956;

/** Waits until the demo has been taken in to its end. */
export async function waitUntilPrinted(server: WallServer): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while ((await countReceived(server)) < PRINTED_RECEIVED) {
    if (Date.now() > deadline) {
      throw new Error(`the demo was not complete in ${READY_WITHIN_MS} ms:\n${server.output()}`);
    }
    await sleep(250);
  }
}

async function waitUntilReady(
  url: string,
  child: ChildProcess,
  output: () => string,
): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended at its start:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`the server was not ready after ${READY_WITHIN_MS} ms:\n${output()}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
