import { createReloader } from '../sync/reload.ts';

const KEY = 'ioc.chunk-reloads';
const HEALTHY_AFTER_MS = 600_000;

/** A part of the page that cannot be loaded (the server has a newer build) is mended by a reload, ever more rarely. */
export function mendChunks(): void {
  const reloader = createReloader(
    {
      read: () => sessionStorage.getItem(KEY),
      write: (text) => sessionStorage.setItem(KEY, text),
      clear: () => sessionStorage.removeItem(KEY),
    },
    async () => (await fetch('/readyz', { cache: 'no-store' }).catch(() => null))?.ok === true,
    () => location.reload(),
  );
  const healthy = setTimeout(() => reloader.settle(), HEALTHY_AFTER_MS);
  let isUnderWay = false;
  const tryLater = () => {
    setTimeout(() => {
      void reloader.tryReload().then((isDone) => {
        if (!isDone) tryLater();
      });
    }, reloader.delayMs());
  };
  addEventListener('vite:preloadError', () => {
    clearTimeout(healthy);
    if (isUnderWay) return;
    isUnderWay = true;
    tryLater();
  });
}
