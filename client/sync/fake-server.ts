import type { OrdersState } from '../../shared/protocol/directing.ts';
import type {
  Changed,
  Frame,
  Heartbeat,
  Subscribe,
  SubscribeAck,
} from '../../shared/protocol/messages.ts';
import { diffRows } from '../../shared/protocol/rows.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import type { Row } from '../../shared/query/answer.ts';
import type { Connect, TransportEvents } from './transport.ts';

const HISTORY = 4;
const KEY = 'q1';

/** Timers that run when told to; time starts at 0. */
export function fakeTime() {
  let nowMs = 0;
  let timers: { atMs: number; then: () => void }[] = [];
  return {
    now: () => nowMs,
    after(delayMs: number, then: () => void) {
      const timer = { atMs: nowMs + delayMs, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms: number) {
      const end = nowMs + ms;
      for (;;) {
        const due = timers.filter(({ atMs }) => atMs <= end).sort((a, b) => a.atMs - b.atMs)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        nowMs = Math.max(nowMs, due.atMs);
        due.then();
      }
      nowMs = end;
    },
  };
}

interface Connection {
  readonly events: TransportEvents;
  /** On their way to the client, oldest first. */
  readonly queue: (() => void)[];
  isOpen: boolean;
  isWatching: boolean;
}

const frame: Frame = {
  at: 0,
  logSeq: 0,
  period: { from: '2023-01-01', to: '2023-12-31' },
  freshness: { dataTo: 0, closed: false },
};

/** The least server that obeys PROTOCOL.md for one question, with a network that can be told to misbehave. */
export class FakeServer {
  rows: readonly Row[] = [];
  /** Every version there ever was. */
  readonly past: (readonly Row[])[] = [this.rows];
  readonly asked: Subscribe[] = [];
  protocol = PROTOCOL;
  acceptsTokens = true;
  #isUp = true;
  #epoch = 1;
  #seq = 1;
  #history = new Map<number, readonly Row[]>([[1, this.rows]]);
  readonly #connections: Connection[] = [];

  get dialled(): number {
    return this.#connections.length;
  }

  get #newest(): Connection | undefined {
    return this.#connections.at(-1);
  }

  readonly connect: Connect = (events) => {
    const connection: Connection = { events, queue: [], isOpen: true, isWatching: false };
    this.#connections.push(connection);
    const notice = { code: 'IOC_LIVE_TOKEN', message: '' };
    if (!this.#isUp) connection.queue.push(events.lost);
    else if (!this.acceptsTokens) connection.queue.push(() => events.refused(notice));
    else connection.queue.push(events.opened, this.#heartbeat(events));
    return {
      subscribe: (message, ack) => this.#subscribe(connection, message, ack),
      unsubscribe: () => {
        connection.isWatching = false;
      },
      direct: () => undefined,
      health: () => undefined,
      close: () => {
        connection.isOpen = false;
        connection.queue.length = 0;
      },
    };
  };

  change(next: readonly Row[]): void {
    const delta = diffRows(this.rows, next);
    if (!delta) return;
    const from = this.#seq;
    this.#seq += 1;
    this.rows = next;
    this.past.push(next);
    this.#history = new Map([...this.#history, [this.#seq, next] as const].slice(-HISTORY));
    const message = { key: KEY, epoch: this.#name, from, to: this.#seq, frame, ...delta };
    for (const c of this.#connections) {
      if (c.isWatching) this.#send(c, () => c.events.delta(message));
    }
  }

  beat(): void {
    for (const c of this.#connections) this.#send(c, this.#heartbeat(c.events));
  }

  /** Tells every client what the screens are to show. */
  order(state: OrdersState): void {
    for (const c of this.#connections) this.#send(c, () => c.events.orders(state));
  }

  /** Tells every client that something of a topic is new. */
  tell(message: Changed): void {
    for (const c of this.#connections) this.#send(c, () => c.events.changed(message));
  }

  restart(): void {
    this.cut(true);
    this.#epoch += 1;
    this.#seq = 1;
    this.#history = new Map([[1, this.rows]]);
  }

  /** The connection ends; unnoticed, the client hears nothing at all. */
  cut(isNoticed: boolean): void {
    for (const connection of this.#connections) {
      if (!connection.isOpen) continue;
      connection.queue.length = 0;
      if (isNoticed) connection.queue.push(connection.events.lost);
      connection.isOpen = false;
    }
  }

  deliver(count = Number.POSITIVE_INFINITY): void {
    for (const { queue } of this.#connections) {
      for (let n = 0; n < count && queue.length > 0; n++) queue.shift()?.();
    }
  }

  lose(): void {
    this.#newest?.queue.shift();
  }

  duplicate(): void {
    const queue = this.#newest?.queue;
    if (queue?.[0]) queue.unshift(queue[0]);
  }

  set isUp(isUp: boolean) {
    this.#isUp = isUp;
    if (!isUp) this.cut(true);
  }

  get #name(): string {
    return `e${this.#epoch}`;
  }

  #send(connection: Connection, message: () => void): void {
    if (connection.isOpen) connection.queue.push(message);
  }

  #heartbeat(events: TransportEvents): () => void {
    const heartbeat: Heartbeat = {
      at: 1_000_000,
      speed: 60,
      epoch: this.#name,
      protocol: this.protocol,
      mode: 'live',
      sources: { onTime: 1, total: 1 },
    };
    return () => events.heartbeat(heartbeat);
  }

  #subscribe(c: Connection, message: Subscribe, ack: (answer: SubscribeAck) => void): void {
    this.asked.push(message);
    if (this.protocol !== message.protocol) {
      this.#send(c, () => ack({ error: { code: 'IOC_LIVE_PROTOCOL', message: '' } }));
      return;
    }
    const position = { key: KEY, epoch: this.#name, seq: this.#seq };
    this.#send(c, () => ack(position));
    this.#send(c, this.#catchUp(c.events, message.have));
    c.isWatching = true;
  }

  #catchUp(events: TransportEvents, have: Subscribe['have']): () => void {
    const { rows } = this;
    const key = KEY;
    const epoch = this.#name;
    const seq = this.#seq;
    const old = have?.epoch === epoch ? this.#history.get(have.seq) : undefined;
    if (!have || !old) return () => events.snapshot({ key, epoch, seq, frame, rows: [...rows] });
    if (have.seq === seq) return () => events.frame({ key, epoch, seq, frame });
    const delta = diffRows(old, rows) ?? { set: [], unset: [] };
    return () => events.delta({ key, epoch, from: have.seq, to: seq, frame, ...delta });
  }
}
