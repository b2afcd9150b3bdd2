import type { Page } from 'playwright-core';

/** A number that stood on the screen. */
export interface Shown {
  readonly count: number;
  /** The start of the frame after the one that drew it, ms of the Unix epoch. */
  readonly atMs: number;
}

export interface WallProbe {
  /** What the watched tile showed since the last taking, oldest first. */
  take(): Shown[];
  /** The largest number it has shown, −1 before any. */
  highest(): number;
  /** Resolves when the watched tile has shown at least `count`. */
  until(count: number): Promise<void>;
}

declare global {
  interface Window {
    /** Takes `<count> <ms of the epoch>` out of the page. */
    tellShown(text: string): void;
    /** WebGL contexts that are neither lost nor collected. */
    countContexts(): number;
  }
}

/**
 * Watches the large number of the tile of that title, and the WebGL contexts, in every document the page opens. What is
 * seen is told and not kept in the page, nor asked for: each question is compiled, and that shows in the heap.
 */
export async function installProbe(page: Page, title: string): Promise<WallProbe> {
  const shown: Shown[] = [];
  const waiting = new Map<() => void, number>();
  let highest = -1;
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'tellShown' });
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== 'tellShown') return;
    const [count = 0, atMs = 0] = payload.split(' ').map(Number);
    shown.push({ count, atMs });
    highest = Math.max(highest, count);
    for (const [resolve, wanted] of waiting) {
      if (wanted <= count && waiting.delete(resolve)) resolve();
    }
  });
  await page.addInitScript(watchContexts);
  await page.addInitScript(watchFigure, title);
  return {
    take: () => shown.splice(0),
    highest: () => highest,
    until: (count) =>
      new Promise((resolve) => (highest >= count ? resolve() : void waiting.set(resolve, count))),
  };
}

/** Runs in the page, before its own code: nothing outside this function is known there. */
function watchContexts(): void {
  const contexts: WeakRef<WebGL2RenderingContext>[] = [];
  const getContext = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    const context = getContext.apply(this, args);
    const isNew = !contexts.some((known) => known.deref() === context);
    if (String(args[0]).startsWith('webgl') && context && isNew) {
      contexts.push(new WeakRef(context as WebGL2RenderingContext));
    }
    return context;
  } as typeof HTMLCanvasElement.prototype.getContext;
  window.countContexts = () =>
    contexts.filter((known) => known.deref()?.isContextLost() === false).length;
}

/** Runs in the page, like `watchContexts`. */
function watchFigure(title: string): void {
  let figure: Element | undefined;
  let last = '';
  const tell = () => window.tellShown(`${last} ${performance.timeOrigin + performance.now()}`);
  const look = () => {
    if (!figure?.isConnected) {
      figure = [...document.querySelectorAll('.tile-number')].find(
        (tile) => tile.querySelector('.tile-title')?.textContent === title,
      );
    }
    const value = figure?.querySelector('.figure > span:not(.unseen, .unit)');
    const digits = value?.textContent?.replaceAll('.', '') ?? '';
    if (!/^\d+$/.test(digits) || digits === last) return;
    last = digits;
    requestAnimationFrame(tell);
  };
  const kinds = { subtree: true, childList: true, characterData: true };
  new MutationObserver(look).observe(document, kinds);
}
