import path from 'node:path';
import { test as base } from '@playwright/test';
import { demoFolder } from './demo-folder.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { createWallServer, DEMO_END, type WallServer, waitUntilPrinted } from './wall-server.ts';

interface WorkerFixtures {
  /** Where its mails go. */
  readonly mailbox: Mailbox;
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
  mailbox: [
    async ({}, use) => {
      const mailbox = await openMailbox();
      await use(mailbox);
      mailbox.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ mailbox }, use, { parallelIndex }) => {
      const server = await createWallServer(path.join(demoFolder(), String(parallelIndex)));
      const settings = { ...DEMO_END, IOC_SMTP_URL: mailbox.url };
      await server.start({ settings, untilReady: false });
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
