import { type Static, Type } from 'typebox';
import { Freshness, Row } from '../query/answer.ts';
import { Query } from '../query/query.ts';
import { type Direct, type Health, OrdersState, type Screens } from './directing.ts';

/**
 * Live messages of the Socket.IO namespace `/live` (rules: PROTOCOL.md). `epoch` names one life of the publisher,
 * `seq` counts the versions of one key inside it.
 */
export const Subscribe = Type.Object(
  {
    protocol: Type.Integer(),
    query: Query,
    have: Type.Optional(
      Type.Object({ epoch: Type.String(), seq: Type.Integer() }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);
export type Subscribe = Static<typeof Subscribe>;

export const Refusal = Type.Object({
  code: Type.String(),
  message: Type.String(),
  /** Ask again after this long; without it the refusal stands until something changes. */
  retryAfterMs: Type.Optional(Type.Integer()),
});
export type Refusal = Static<typeof Refusal>;

/**
 * Answer to `subscribe`: the key that the following messages carry and the version they lead to, or a coded refusal.
 * Always before the first message of the key.
 */
export const SubscribeAck = Type.Union([
  Type.Object({ key: Type.String(), epoch: Type.String(), seq: Type.Integer() }),
  Type.Object({ error: Refusal }),
]);
export type SubscribeAck = Static<typeof SubscribeAck>;

/** What belongs to the whole answer and not to a row; sent with every snapshot and delta. */
export const Frame = Type.Object({
  /** Server clock at evaluation, ms. */
  at: Type.Number(),
  /** Log position the rows stand on. */
  logSeq: Type.Number(),
  period: Type.Object({ from: Type.String(), to: Type.String() }),
  comparedPeriod: Type.Optional(Type.Object({ from: Type.String(), to: Type.String() })),
  freshness: Freshness,
});
export type Frame = Static<typeof Frame>;

export const Snapshot = Type.Object({
  key: Type.String(),
  epoch: Type.String(),
  seq: Type.Integer(),
  frame: Frame,
  rows: Type.Array(Row),
});
export type Snapshot = Static<typeof Snapshot>;

/** Leads from version `from` to `to`: `set` holds whole rows, `unset` keys of rows that are gone. */
export const Delta = Type.Object({
  key: Type.String(),
  epoch: Type.String(),
  from: Type.Integer(),
  to: Type.Integer(),
  frame: Frame,
  set: Type.Array(Row),
  unset: Type.Array(Type.String()),
  /** Row keys in order, only when the order changed otherwise than by appending `set`. */
  order: Type.Optional(Type.Array(Type.String())),
});
export type Delta = Static<typeof Delta>;

/** A newer frame for the same rows: version `seq` stays as it is. */
export const FrameUpdate = Type.Object({
  key: Type.String(),
  epoch: Type.String(),
  seq: Type.Integer(),
  frame: Frame,
});
export type FrameUpdate = Static<typeof FrameUpdate>;

/** All that one tick has to tell a viewer, in order; a part with `from` is a delta, one without a frame. */
export const Changes = Type.Array(Type.Union([Delta, FrameUpdate]));
export type Changes = Static<typeof Changes>;

export const Unsubscribe = Type.Object({ key: Type.String() }, { additionalProperties: false });
export type Unsubscribe = Static<typeof Unsubscribe>;

/** At least every 5 s. */
export const Heartbeat = Type.Object({
  /** Server clock (virtual in a replay), ms. */
  at: Type.Number(),
  /** How fast the server's clock runs: 1, or the speed of a replay; 0 when it stands. */
  speed: Type.Number(),
  epoch: Type.String(),
  protocol: Type.Integer(),
  /** Present while the store is being loaded: 0–1. */
  loading: Type.Optional(Type.Number()),
  mode: Type.Enum(['live', 'replay', 'demo']),
  sources: Type.Object({ onTime: Type.Integer(), total: Type.Integer() }),
});
export type Heartbeat = Static<typeof Heartbeat>;

/** What one client is told about its connection: token refused, slow (fell behind, caught up), going (server stops). */
export const Notice = Type.Object({
  code: Type.String(),
  message: Type.String(),
  retryAfterMs: Type.Optional(Type.Integer()),
});
export type Notice = Static<typeof Notice>;

/**
 * Something of a topic of the desk is new: alarms, tasks, documents of a kind. What it is, the page asks by HTTP, under its own scope.
 */
export const Changed = Type.Object({ topic: Type.String(), revision: Type.Integer() });
export type Changed = Static<typeof Changed>;

/** Answer to `direct`: what is in force now, or why nothing changed. */
export const DirectAck = Type.Union([OrdersState, Type.Object({ error: Refusal })]);
export type DirectAck = Static<typeof DirectAck>;

/** Socket.IO events, client → server. */
export interface ClientMessages {
  subscribe: (message: Subscribe, ack: (answer: SubscribeAck) => void) => void;
  unsubscribe: (message: Unsubscribe) => void;
  direct: (message: Direct, ack: (answer: DirectAck) => void) => void;
  health: (message: Health) => void;
}

/** Socket.IO events, server → client. */
export interface ServerMessages {
  snapshot: (message: Snapshot) => void;
  delta: (message: Delta) => void;
  frame: (message: FrameUpdate) => void;
  changes: (message: Changes) => void;
  heartbeat: (message: Heartbeat) => void;
  notice: (message: Notice) => void;
  orders: (message: OrdersState) => void;
  screens: (message: Screens) => void;
  changed: (message: Changed) => void;
}
