import { PROTOCOL } from '../shared/protocol/version.ts';
import { createInterest } from './store/interest.ts';
import type { Live } from './store/live.ts';
import { serverTimeAt } from './store/live-state.ts';
import { createLiveStore } from './store/live-store.ts';
import { createReloader, type ReloadMemory } from './sync/reload.ts';
import { socketTransport } from './sync/socket-transport.ts';
import { Sync } from './sync/sync.ts';

const GRACE_MS = 5000;
/** Frames stand still in a hidden page; its store must go on all the same. */
const HIDDEN_FLUSH_MS = 1000;
const RELOADS_KEY = 'ioc.reloads';

export interface LiveOptions {
  /** Origin of the server, e.g. `http://127.0.0.1:8080`; empty for the page's own. */
  readonly url: string;
  readonly token: string;
}

/** Wires store, interest and sync, and connects. */
export function createLive({ url, token }: LiveOptions): Live {
  const { store, sink } = createLiveStore({ scheduleFlush });
  const reloader = createReloader(
    sessionMemory(),
    () => probe(url),
    () => location.reload(),
  );
  const connect = socketTransport({ url, token: () => token });
  const sync = new Sync({ connect, sink, reloader, now, random: Math.random, after });
  const interest = createInterest({
    graceMs: GRACE_MS,
    after,
    open: (key, query) => sync.open(key, query),
    close: (key) => sync.drop(key),
  });
  const wake = () => sync.start();
  globalThis.addEventListener?.('online', wake);
  sync.start();
  return {
    store,
    getState: store.getState,
    subscribe: interest.enter,
    now,
    serverNow: () => serverTimeAt(store.getState().clock, now()),
    direct: (orders) =>
      new Promise((resolve) => {
        const message = { protocol: PROTOCOL, ...(orders !== undefined && { orders }) };
        if (sync.line) sync.line.direct(message, resolve);
        else resolve(null);
      }),
    tellHealth: (health) => sync.line?.health(health),
    close() {
      globalThis.removeEventListener?.('online', wake);
      sync.close();
    },
  };
}

/** The wall clock at page load going on monotonously: a clock set by hand or by NTP must not age the data. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

function after(delayMs: number, then: () => void): () => void {
  const timer = setTimeout(then, delayMs);
  return () => clearTimeout(timer);
}

function scheduleFlush(flush: () => void): void {
  if (typeof requestAnimationFrame !== 'function') {
    setTimeout(flush, 0);
    return;
  }
  const once = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    flush();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, HIDDEN_FLUSH_MS);
}

async function probe(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { cache: 'no-store' });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Where the browser keeps nothing (private mode, no storage), each page counts for itself. */
function sessionMemory(): ReloadMemory {
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    read: () => attempt(() => sessionStorage.getItem(RELOADS_KEY)),
    write: (text) => void attempt(() => sessionStorage.setItem(RELOADS_KEY, text)),
    clear: () => void attempt(() => sessionStorage.removeItem(RELOADS_KEY)),
  };
}
