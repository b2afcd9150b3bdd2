import type { LocalDay } from '../unit/local-day.ts';

/** How the alarm system did on one local day, as far as it has passed; diagnostic alarms are no work of operators. */
export interface AlarmDay {
  readonly day: LocalDay;
  /** Alarms that came up, each spell of chattering as one. */
  readonly announced: number;
  /** Of priority 1, 2 and 3. */
  readonly priorities: readonly [urgent: number, high: number, normal: number];
  /** Hours that operators were there to see them. */
  readonly operatorHours: number;
  /** Whole ten minutes, those with few alarms, and those with a flood of them. */
  readonly windows: number;
  readonly calm: number;
  readonly floods: number;
  /** Ids of the alarms that chattered. */
  readonly chattering: readonly string[];
}

/** What the core is told of the alarms, for those who ask for figures of them. */
export interface AlarmDays {
  /** The end of the last whole ten minutes, ms of the server's clock. */
  readonly toMs: number;
  /** Alarms that stand for more than a day and that nobody has taken on, now. */
  readonly unowned: number;
  /** In order; days before the watch began are not among them. */
  readonly days: readonly AlarmDay[];
}
