/**
 * What one operator can handle: ANSI/ISA-18.2-2016 §16 and EEMUA 191, third edition. Shares in percent; of the priorities
 * (about 5, 15 and 80 %) twice as many urgent ones are too many.
 */
export const ALARM_LIMITS = {
  perHour: 6,
  calmShare: 95,
  floodShare: 1,
  chattering: 0,
  unowned: 0,
  urgentShare: 10,
  highShare: 25,
  normalShare: 70,
} as const;

/** The limit is the least that is in order; of all others it is the most. */
export const AT_LEAST: ReadonlySet<string> = new Set(['calmShare', 'normalShare']);

/** Alarms within ten minutes that are still calm, and those that are a flood. */
export const CALM_ALARMS = 2;
export const FLOOD_ALARMS = 10;
/** Shares of fewer alarms say nothing. */
export const SHARES_FROM = 20;
