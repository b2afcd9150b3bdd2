import type { ScreenSeen } from '../../shared/protocol/directing.ts';
import { HEALTH_EVERY_MS } from '../../shared/protocol/directing-times.ts';
import type { Severity } from '../tile/severity.ts';

const SILENT_AFTER_MS = 3 * HEALTH_EVERY_MS;
const STILL_AFTER_MS = 5000;
/** Every subscription is confirmed within half a minute (R16): older answers mean that nothing comes through. */
const OLD_AFTER_MS = 90_000;
/** A page that holds this much is on its way to a crash. */
const HEAVY_BYTES = 1024 ** 3;

export interface ScreenState {
  readonly severity: Severity;
  /** Key of its word. */
  readonly word:
    | 'follows'
    | 'free'
    | 'behind'
    | 'gone'
    | 'silent'
    | 'still'
    | 'old'
    | 'graphics'
    | 'heavy';
}

/**
 * How a screen is, worst first. `silentMs`: since its last word, now. `revision`: of the orders in force; null: there
 * are none.
 */
export function screenState(
  { health, isGone }: Pick<ScreenSeen, 'health' | 'isGone'>,
  silentMs: number,
  revision: number | null,
): ScreenState {
  if (isGone) return { severity: 'alarm', word: 'gone' };
  if (silentMs > SILENT_AFTER_MS) return { severity: 'alarm', word: 'silent' };
  if (health.frameAgeMs > STILL_AFTER_MS) return { severity: 'alarm', word: 'still' };
  if ((health.dataAgeMs ?? 0) > OLD_AFTER_MS) return { severity: 'warn', word: 'old' };
  if ((health.heapBytes ?? 0) > HEAVY_BYTES) return { severity: 'warn', word: 'heavy' };
  if (revision !== null && health.revision !== revision)
    return { severity: 'warn', word: 'behind' };
  if (health.contextLosses > 0) return { severity: 'warn', word: 'graphics' };
  return { severity: 'normal', word: revision === null ? 'free' : 'follows' };
}
