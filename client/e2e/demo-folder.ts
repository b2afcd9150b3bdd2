import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where the workers of a run find its directory; no setting of the server. */
const PLACE = 'E2E_DATA';

export function demoFolder(): string {
  const folder = process.env[PLACE];
  if (!folder)
    throw new Error(`${PLACE} is not set: the tests run through the Playwright configuration`);
  return folder;
}

/**
 * One directory for the whole run, in which each place of a worker has one for its data: it begins empty, and a worker
 * that Playwright starts anew after a failure finds the demo already loaded.
 */
async function prepare(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ioc-e2e-'));
  process.env[PLACE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

export default prepare;
