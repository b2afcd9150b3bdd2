import type {
  Changes,
  Delta,
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
}

export interface Transport {
  subscribe(message: Subscribe, ack: (answer: SubscribeAck) => void): void;
  unsubscribe(key: string): void;
  close(): void;
}

/** Opens one connection; the next attempt is a new one. */
export type Connect = (events: TransportEvents) => Transport;
