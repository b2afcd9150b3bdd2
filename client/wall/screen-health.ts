import type { Health } from '../../shared/protocol/directing.ts';
import { HEALTH_EVERY_MS } from '../../shared/protocol/directing-times.ts';
import type { Live } from '../store/live.ts';
import type { LiveState } from '../store/live-state.ts';

const KEY = 'ioc.screen';
const NAME_LENGTH = 4;
/** Without letters and digits that look alike. */
const LETTERS = 'ABCDEFGHKMNPQRSTUVWXYZ23456789';
const DRAW_EVERY_MS = 1000;

/** Tells at once, every few seconds, when the connection is back, and when asked to. */
export function startTelling(live: Live, shown: () => Pick<Health, 'scene' | 'revision'>) {
  const name = screenName(location.search, localStorage, Math.random);
  const vitals = watchVitals();
  const tell = () =>
    live.tellHealth({
      name,
      ...shown(),
      ...vitals.read(),
      dataAgeMs: dataAgeMs(live.getState(), live.now()),
    });
  tell();
  const timer = setInterval(tell, HEALTH_EVERY_MS);
  const leave = live.store.subscribe(({ connection }, before) => {
    if (connection === 'online' && before.connection !== 'online') tell();
  });
  return {
    tell,
    stop() {
      leave();
      clearInterval(timer);
      vitals.stop();
    },
  };
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** `?screen=Trái`, else a short name made once and kept, so that a director finds the screen again. */
function screenName(search: string, kept: Storage, random: () => number): string {
  const given = new URLSearchParams(search).get('screen')?.trim().slice(0, 40);
  if (given) return given;
  const known = kept.getItem(KEY);
  if (known) return known;
  const made = Array.from(
    { length: NAME_LENGTH },
    () => LETTERS[Math.floor(random() * LETTERS.length)],
  );
  kept.setItem(KEY, made.join(''));
  return made.join('');
}

interface Vitals {
  readonly read: () => Pick<
    Health,
    'frameAgeMs' | 'heapBytes' | 'contextLosses' | 'width' | 'height'
  >;
  readonly stop: () => void;
}

/** Looks at this page: when it last drew, what its heap holds, how often a graphics context was lost. */
function watchVitals(): Vitals {
  let drawnAtMs = performance.now();
  let contextLosses = 0;
  const timer = setInterval(() => {
    requestAnimationFrame(() => {
      drawnAtMs = performance.now();
    });
  }, DRAW_EVERY_MS);
  const onLoss = () => {
    contextLosses += 1;
  };
  // The event does not bubble; on its way down it passes here.
  addEventListener('webglcontextlost', onLoss, true);
  return {
    read: () => ({
      frameAgeMs: Math.round(performance.now() - drawnAtMs),
      heapBytes: heapBytes(),
      contextLosses,
      width: innerWidth,
      height: innerHeight,
    }),
    stop() {
      clearInterval(timer);
      removeEventListener('webglcontextlost', onLoss, true);
    },
  };
}

/** Chromium tells, others do not. */
function heapBytes(): number | null {
  const memory: unknown = Reflect.get(performance, 'memory');
  if (typeof memory !== 'object' || memory === null) return null;
  const used: unknown = Reflect.get(memory, 'usedJSHeapSize');
  return typeof used === 'number' ? Math.round(used) : null;
}

/** Since the newest answer came in, ms; null before the first. */
function dataAgeMs({ answers }: Pick<LiveState, 'answers'>, nowMs: number): number | null {
  let newest: number | null = null;
  for (const { receivedAtMs } of answers.values()) {
    if (receivedAtMs !== null) newest = Math.max(newest ?? receivedAtMs, receivedAtMs);
  }
  return newest === null ? null : Math.max(0, Math.round(nowMs - newest));
}
