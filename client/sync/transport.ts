import type { Direct, Health, OrdersState, Screens } from '../../shared/protocol/directing.ts';
import type {
  Changed,
  Changes,
  Delta,
  DirectAck,
  FrameUpdate,
  Heartbeat,
  Notice,
  Snapshot,
  Subscribe,
  SubscribeAck,
} from '../../shared/protocol/messages.ts';

/** What a connection tells; nothing more comes from one that was lost or closed. */
export interface TransportEvents {
  opened(): void;
  lost(): void;
  /** The token was not accepted. */
  refused(notice: Notice): void;
  snapshot(message: Snapshot): void;
  delta(message: Delta): void;
  frame(message: FrameUpdate): void;
  changes(messages: Changes): void;
  heartbeat(message: Heartbeat): void;
  notice(message: Notice): void;
  orders(message: OrdersState): void;
  screens(message: Screens): void;
  changed(message: Changed): void;
}

export interface Transport {
  subscribe(message: Subscribe, ack: (answer: SubscribeAck) => void): void;
  unsubscribe(key: string): void;
  direct(message: Direct, ack: (answer: DirectAck) => void): void;
  health(message: Health): void;
  close(): void;
}

/** Opens one connection; the next attempt is a new one. */
export type Connect = (events: TransportEvents) => Transport;
