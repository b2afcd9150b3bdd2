import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { boardQueries } from '../input/board-queries.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../..');
const DEVICE_TOKEN = 'bench-device-0123456789abcdef01234567';
const INGEST_KEY = 'bench-ingest-0123456789abcdef01234567';

/** The built server in a process of its own, with an empty store, the Bình Dương pack without its demo, real time. */
export async function startRealServer() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ioc-bench-'));
  const pack = path.join(folder, 'pack');
  cpSync(path.join(root, 'fixtures/provinces/binh-duong'), pack, {
    recursive: true,
    filter: (name) => !name.endsWith('demo.json'),
  });
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(root, 'dist/server/main.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PORT: String(port),
      IOC_DATA: path.join(folder, 'data'),
      IOC_PACK: pack,
      IOC_CLOCK: 'real',
      IOC_DEVICE_TOKEN: DEVICE_TOKEN,
      IOC_INGEST_KEY: INGEST_KEY,
      IOC_LOG_LEVEL: 'warn',
    },
  });
  await untilReady(child, port);
  return {
    port,
    pid: child.pid ?? 0,
    deviceToken: DEVICE_TOKEN,
    queries: boardQueries(path.join(pack, 'boards')),
    push: (ndjson: string) => push(port, ndjson),
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function push(port: number, body: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${INGEST_KEY}`, 'content-type': 'application/x-ndjson' },
    body,
  });
  const text = await answer.text();
  if (!answer.ok || !text.includes('"quarantined":[]')) throw new Error(text.slice(0, 500));
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
