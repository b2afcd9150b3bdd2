import type { CDPSession, Page } from 'playwright-core';

/** What a page holds after its garbage was collected. */
export interface PageCosts {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly contexts: number;
}

export async function openCosts(page: Page): Promise<() => Promise<PageCosts>> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  return () => readCosts(page, session);
}

async function readCosts(page: Page, session: CDPSession): Promise<PageCosts> {
  // What the first collection finalises, the second one frees.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const contexts = await page.evaluate(() => window.countContexts());
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners, contexts };
}
