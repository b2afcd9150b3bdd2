import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import {
  createServerProcess,
  DEMO_END,
  type ServerProcess,
} from '../../../../server/bench/rig/server-process.ts';
import { BROWSER_ARGS, findBrowser } from '../../find-browser.ts';
import { VIEWPORTS } from '../../viewports.ts';

/** Dossiers of 2023 that article 000 prints: the demo has been taken in to its end. */
const PRINTED_RECEIVED = 292_956;
/** The tile that counts them, and its question. */
export const RECEIVED_TITLE = 'Hồ sơ tiếp nhận';
export const RECEIVED = {
  measures: ['dossier.received'],
  unit: '74',
  period: { from: '2023-01-01', to: '2023-12-31' },
};

/** The built server with the whole demo in it, figures standing on the printed ones. */
export async function startDemoServer(): Promise<ServerProcess> {
  const server = await createServerProcess({ hasDemo: true, settings: DEMO_END });
  await server.start();
  while ((await readReceived(server)) < PRINTED_RECEIVED) await pause(250);
  return server;
}

export async function readReceived(server: ServerProcess): Promise<number> {
  const { rows } = await server.query(RECEIVED);
  return rows[0]?.values['dossier.received']?.value ?? 0;
}

/** The address a screen is given. */
export const wallAddress = ({ url, deviceToken }: ServerProcess, scene = '') =>
  `${url}/wall${scene && `/${scene}`}?lang=vi#token=${deviceToken}`;

/** `extraArgs`: of Chromium, beside those of the tests. */
export async function openBrowser(...extraArgs: readonly string[]) {
  const { executablePath, env, source } = findBrowser();
  const args = [...BROWSER_ARGS, ...extraArgs];
  const browser = await chromium.launch({ executablePath, env, args });
  return {
    name: `Chromium ${browser.version()} (${source})`,
    newPage: () => browser.newPage({ viewport: VIEWPORTS['1080p'], locale: 'vi-VN' }),
    close: () => browser.close(),
  };
}
