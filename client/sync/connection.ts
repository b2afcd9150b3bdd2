/**
 * idle ──start──▶ connecting ──opened──▶ online
 *                  ▲  │ lost, silent       │ lost, silent
 *            timer │  ▼                    ▼
 *                 waiting ◀────────────────┘        refused (token) and outdated (protocol) are waits of their own:
 *                                                   a timer leads back to connecting; a reload ends the page.
 */
type ConnectionName =
  | 'idle'
  | 'connecting'
  | 'online'
  | 'waiting'
  | 'refused'
  | 'outdated'
  | 'closed';

export interface Connection {
  readonly name: ConnectionName;
  /** Losses since the last heartbeat; the wait grows with them. */
  readonly failures: number;
}

export type ConnectionEvent =
  | 'start'
  | 'opened'
  | 'heard'
  | 'lost'
  | 'silent'
  | 'refused'
  | 'outdated'
  | 'timer'
  | 'close';

type Cell = (state: Connection) => Connection;

const stay: Cell = (state) => state;
const to =
  (name: ConnectionName): Cell =>
  (state) => ({ ...state, name });
const fail: Cell = ({ failures }) => ({ name: 'waiting', failures: failures + 1 });
const calm: Cell = (state) => (state.failures === 0 ? state : { ...state, failures: 0 });

const still: Record<ConnectionEvent, Cell> = {
  start: stay,
  opened: stay,
  heard: stay,
  lost: stay,
  silent: stay,
  refused: stay,
  outdated: stay,
  timer: stay,
  close: to('closed'),
};
/** A wait: its timer, or a start by hand (the network came back), ends it. */
const pause = { ...still, start: to('connecting'), timer: to('connecting') };
const linked = {
  ...still,
  lost: fail,
  silent: fail,
  refused: to('refused'),
  outdated: to('outdated'),
};

const TRANSITIONS: Record<ConnectionName, Record<ConnectionEvent, Cell>> = {
  idle: { ...still, start: to('connecting') },
  // Whoever sends heartbeats has opened.
  connecting: { ...linked, opened: to('online'), heard: to('online') },
  online: { ...linked, heard: calm },
  waiting: pause,
  refused: pause,
  outdated: { ...still, timer: to('connecting') },
  closed: { ...still, close: stay },
};

export const INITIAL_CONNECTION: Connection = { name: 'idle', failures: 0 };

/** The very same object where the event changes nothing. */
export function step(state: Connection, event: ConnectionEvent): Connection {
  return TRANSITIONS[state.name][event](state);
}

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 15_000;
const REFUSED_RETRY_MS = 30_000;

/** How long a wait lasts; `random` in [0, 1) spreads the clients of a server that comes back. */
export function retryDelayMs({ name, failures }: Connection, random: number): number {
  if (name === 'refused') return REFUSED_RETRY_MS * (1 + random);
  const longest = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1));
  return longest * (0.1 + 0.9 * random);
}
