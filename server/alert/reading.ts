import type { AlarmSubject, OutageSpan } from '../../shared/alarm/deed.ts';

/**
 * What a rule finds about one subject now. `between`: inside the dead band, or not known: whatever was, stays.
 */
export interface Reading {
  readonly subject: AlarmSubject;
  readonly stands: 'beyond' | 'between' | 'back';
  readonly value: number | null;
  readonly limit: number | null;
  /** How many rows, sources or causes stand behind it. */
  readonly members: number;
  readonly span?: OutageSpan;
}
