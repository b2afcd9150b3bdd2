import { test as base } from '@playwright/test';
import { createWallServer, type WallServer } from './wall-server.ts';

/** The clock stands after the demo's last event, so that the figures are the printed ones from the start. */
export const DEMO_END = { IOC_CLOCK: 'replay:2024-01-01T09:00:00+07:00@1' };

interface WorkerFixtures {
  /** One running server with the demo for all tests; a test that stops it starts it again. */
  readonly wall: WallServer;
}

interface TestFixtures {
  /** Requests that left for another host; every test ends by finding none. */
  readonly strayRequests: string[];
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  wall: [
    async ({}, use) => {
      const wall = await createWallServer();
      await wall.start({ settings: DEMO_END });
      await use(wall);
      await wall.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  strayRequests: [
    async ({ context, wall }, use) => {
      const stray: string[] = [];
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(http|ws)/.test(protocol) && origin.replace('ws', 'http') !== wall.url) {
          stray.push(request.url());
        }
      });
      await use(stray);
      base.expect(stray, 'requests off the host').toEqual([]);
    },
    { auto: true },
  ],
});
