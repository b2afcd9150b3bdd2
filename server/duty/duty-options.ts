import type { DueDates } from '../../shared/calendar/due-date.ts';
import type { ActJournal } from '../store/journal.ts';

export interface DutyOptions {
  readonly journal: ActJournal;
  readonly dueDates: DueDates;
  /** The server's clock, also that of a replay: what people do stands beside what the figures say, ms. */
  readonly now: () => number;
}
