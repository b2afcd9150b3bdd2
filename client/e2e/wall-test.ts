import path from 'node:path';
import { test as base } from '@playwright/test';
import { demoFolder } from './demo-folder.ts';
import { createWallServer, DEMO_END, type WallServer, waitUntilPrinted } from './wall-server.ts';

interface WorkerFixtures {
  /** One server with the demo for all tests; a test that stops it starts it again. */
  readonly server: WallServer;
}

interface TestFixtures {
  /** The server with the whole demo in it. */
  readonly wall: WallServer;
  /** Requests that left for another host; every test ends by finding none. */
  readonly strayRequests: string[];
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use, { parallelIndex }) => {
      const server = await createWallServer(path.join(demoFolder(), String(parallelIndex)));
      await server.start({ settings: DEMO_END, untilReady: false });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 250_000 },
  ],
  wall: [
    async ({ server }, use) => {
      await waitUntilPrinted(server);
      await use(server);
    },
    { timeout: 250_000 },
  ],
  strayRequests: [
    async ({ context }, use) => {
      const stray: string[] = [];
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1') stray.push(request.url());
      });
      await use(stray);
      base.expect(stray, 'requests off the host').toEqual([]);
    },
    { auto: true },
  ],
});
