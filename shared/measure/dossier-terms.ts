import type { Term, TermFilter } from './measure.ts';

const during = (flow: string, filter?: TermFilter): Term =>
  filter ? { during: flow, filter } : { during: flow };
const until = (flow: string): Term => ({ until: flow });
const less = (flow: string): Term => ({ until: flow, sign: -1 });

export const RECEIVED = [during('received')];
export const ONLINE_CHANNELS = ['online-full', 'online-partial'];
export const RECEIVED_ONLINE = [during('received', { channel: ONLINE_CHANNELS })];
export const RECEIVED_OFFLINE = [during('received', { channel: ['direct', 'post'] })];
/** "Trước và đúng hạn": early + exactly on time, and withdrawals where the setting counts them. */
export const ON_TIME = [during('early'), during('onTime'), during('withdrawnOnTime')];
export const ON_DUE_DAY = [during('onTime'), during('withdrawnOnTime')];
export const RESOLVED = [...ON_TIME, during('late')];
export const RELEASED_ON_TIME = [during('early'), during('onTime')];
export const RELEASED = [...RELEASED_ON_TIME, during('late')];

const CLOSING = ['early', 'onTime', 'late', 'withdrawnOnTime', 'closedOther'];
export const OPEN = [until('received'), ...CLOSING.map(less)];
export const CARRIED_OVER: readonly Term[] = [
  { before: 'received' },
  ...CLOSING.map((before): Term => ({ before, sign: -1 })),
];
export const OPEN_LATE = [until('openLate')];
export const OPEN_IN_TERM = [...OPEN, less('openLate')];
export const flowOf = during;
export const stockOf = until;
/** Numerator and denominator of F2: what is in time of all that was handled. */
export const IN_PROGRESS_ON_TIME = [...ON_TIME, ...OPEN_IN_TERM];
export const HANDLED = [...RESOLVED, ...OPEN];
