import type { OrdersState, Screens } from '../../shared/protocol/directing.ts';
import type { Frame, Heartbeat, Notice, Refusal } from '../../shared/protocol/messages.ts';
import type { Row } from '../../shared/query/answer.ts';

/**
 * `connecting`: nothing received yet. `live`: rows are the newest the server has sent. `resyncing`: rows are the last
 * good ones, while the connection or a version is missing: show them with their age. `refused`: see `refusal`.
 */
export type AnswerStatus = 'connecting' | 'live' | 'resyncing' | 'refused';

export interface LiveAnswer {
  readonly status: AnswerStatus;
  readonly frame: Frame | null;
  /** In the server's order; a row that did not change stays the same object. */
  readonly rows: readonly Row[];
  /** When rows or frame last came from the server, ms of the client's own clock; null: never. */
  readonly receivedAtMs: number | null;
  readonly refusal: Refusal | null;
}

export const NO_ANSWER: LiveAnswer = {
  status: 'connecting',
  frame: null,
  rows: [],
  receivedAtMs: null,
  refusal: null,
};

type ConnectionStatus =
  | 'idle'
  | 'connecting'
  | 'online'
  | 'waiting'
  | 'refused'
  | 'outdated'
  | 'closed';

/** The server's clock as last heard: `serverAtMs` at the client's `clientAtMs`, running `speed` times as fast. */
export interface ServerClock {
  readonly serverAtMs: number;
  readonly clientAtMs: number;
  readonly speed: number;
}

/** `givenAtMs`: on the client's clock. */
export interface HeardOrders extends Omit<OrdersState, 'ageMs'> {
  readonly givenAtMs: number;
}

export interface HeardScreens {
  readonly screens: Screens;
  /** ms of the client's clock. */
  readonly heardAtMs: number;
}

export interface LiveState {
  /** By canonical key of the query. */
  readonly answers: ReadonlyMap<string, LiveAnswer>;
  readonly connection: ConnectionStatus;
  /** When anything was last heard from the server, ms of the client's clock; null: never. */
  readonly heardAtMs: number | null;
  readonly clock: ServerClock | null;
  /** Progress of the server's loading, 0–1; null when it is done. */
  readonly loading: number | null;
  readonly mode: Heartbeat['mode'] | null;
  readonly sources: Heartbeat['sources'] | null;
  /** The last notice of this connection; null once it is over. */
  readonly notice: Notice | null;
  /** What the screens are told to show; null before the first word of it. */
  readonly orders: HeardOrders | null;
  /** All screens, for a director; null for everybody else. */
  readonly screens: HeardScreens | null;
  /** Newest revision of what people work with, by topic, as far as it changed while the page was open. */
  readonly news: Readonly<Record<string, number>>;
}

export const INITIAL_STATE: LiveState = {
  answers: new Map(),
  connection: 'idle',
  heardAtMs: null,
  clock: null,
  loading: null,
  mode: null,
  sources: null,
  notice: null,
  orders: null,
  screens: null,
  news: {},
};

/** The server's clock (virtual in a replay) at the client's `nowMs`; the client's own before the first heartbeat. */
export function serverTimeAt(clock: ServerClock | null, nowMs: number): number {
  return clock ? clock.serverAtMs + (nowMs - clock.clientAtMs) * clock.speed : nowMs;
}
