import type {
  Delta,
  FrameUpdate,
  Heartbeat,
  Notice,
  Refusal,
  SubscribeAck,
} from '../../shared/protocol/messages.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import type { Query } from '../../shared/query/query.ts';
import type { LiveSink } from '../store/live-store.ts';
import {
  type Connection,
  type ConnectionEvent,
  INITIAL_CONNECTION,
  retryDelayMs,
  step,
} from './connection.ts';
import type { Reloader } from './reload.ts';
import {
  isOverdue,
  newSubscription,
  type Outcome,
  RESYNC_SPACING_MS,
  type Subscription,
  statusOf,
  takeAck,
  takeDelta,
  takeFrame,
  takeSnapshot,
} from './subscription.ts';
import type { Connect, Transport, TransportEvents } from './transport.ts';

const SILENCE_MS = 12_000;
const CONFIRM_EVERY_MS = 30_000;
const CHECK_EVERY_MS = 1000;

export interface SyncOptions {
  readonly connect: Connect;
  readonly sink: LiveSink;
  readonly reloader: Reloader;
  /** The client's clock, ms; must not jump. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Calls back after a delay; returns the disposer. */
  readonly after: (delayMs: number, then: () => void) => () => void;
}

/** Keeps subscriptions equal to the server's answers over one connection after the other. */
export class Sync {
  readonly #options: SyncOptions;
  #news: Readonly<Record<string, number>> = {};
  readonly #subscriptions = new Map<string, Subscription>();
  /** The server's short key of this connection → ours. */
  readonly #names = new Map<string, string>();
  #connection: Connection = INITIAL_CONNECTION;
  #transport: Transport | null = null;
  #cancelTimer: () => void = () => undefined;
  #cancelCheck: () => void = () => undefined;
  #heardAtMs = 0;
  #confirmedAtMs = 0;

  constructor(options: SyncOptions) {
    this.#options = options;
  }

  /** Connects; again: ends a wait at once (the network came back). */
  start(): void {
    const isFirst = this.#connection.name === 'idle';
    this.#dispatch('start');
    if (isFirst) this.#scheduleCheck();
  }

  close(): void {
    this.#dispatch('close');
    this.#cancelCheck();
  }

  open(name: string, query: Query): void {
    this.#put(name, newSubscription(query));
    if (this.#connection.name === 'online') this.#ask(name);
  }

  drop(name: string): void {
    this.#subscriptions.delete(name);
    this.#options.sink.dropAnswer(name);
    for (const [key, known] of this.#names) {
      if (known !== name) continue;
      this.#names.delete(key);
      this.#transport?.unsubscribe(key);
    }
  }

  /** For what is said once and needs no resume; null while there is no connection. */
  get line(): Transport | null {
    return this.#connection.name === 'online' ? this.#transport : null;
  }

  #dispatch(event: ConnectionEvent): void {
    const before = this.#connection;
    this.#connection = step(before, event);
    if (this.#connection.name === before.name) return;
    this.#cancelTimer();
    this.#options.sink.patch({ connection: this.#connection.name });
    this.#enter();
  }

  #enter(): void {
    const { name } = this.#connection;
    if (name === 'online') this.#resume();
    else this.#hangUp();
    if (name === 'connecting') this.#dial();
    if (name === 'outdated') this.#waitForReload();
    if (name === 'waiting' || name === 'refused') this.#waitForRetry();
  }

  #waitForRetry(): void {
    const delayMs = retryDelayMs(this.#connection, this.#options.random());
    this.#cancelTimer = this.#options.after(delayMs, () => this.#dispatch('timer'));
  }

  #waitForReload(): void {
    const { reloader, after } = this.#options;
    const tryReload = async () => {
      if (!(await reloader.tryReload())) this.#dispatch('timer');
    };
    this.#cancelTimer = after(reloader.delayMs(), () => void tryReload());
  }

  #hangUp(): void {
    this.#transport?.close();
    this.#transport = null;
    this.#names.clear();
    for (const [name, sub] of this.#subscriptions) {
      if (sub.waitsFor !== 'lost') this.#put(name, { ...sub, waitsFor: 'lost' });
    }
  }

  #dial(): void {
    const { now } = this.#options;
    this.#heardAtMs = now();
    let transport: Transport | null = null;
    // A transport may still speak after it was hung up; only the newest one counts.
    const ifCurrent =
      <A extends unknown[]>(take: (...message: A) => void) =>
      (...message: A) => {
        if (transport !== null && transport !== this.#transport) return;
        this.#heardAtMs = now();
        take(...message);
      };
    const events: TransportEvents = {
      opened: ifCurrent(() => this.#dispatch('opened')),
      lost: ifCurrent(() => this.#dispatch('lost')),
      refused: ifCurrent((notice: Notice) => this.#takeNotice(notice, 'refused')),
      snapshot: ifCurrent((m) => this.#take(m.key, (sub) => takeSnapshot(sub, m, now()))),
      delta: ifCurrent((m) => this.#takeChange(m)),
      frame: ifCurrent((m) => this.#takeChange(m)),
      changes: ifCurrent((messages) => {
        for (const m of messages) this.#takeChange(m);
      }),
      heartbeat: ifCurrent((heartbeat) => this.#takeHeartbeat(heartbeat)),
      notice: ifCurrent((notice) => this.#takeNotice(notice)),
      orders: ifCurrent(({ revision, orders, ageMs }) => {
        this.#options.sink.patch({ orders: { revision, orders, givenAtMs: now() - ageMs } });
      }),
      screens: ifCurrent((screens) => {
        this.#options.sink.patch({ screens: { screens, heardAtMs: now() } });
      }),
      changed: ifCurrent(({ topic, revision }) => {
        this.#news = { ...this.#news, [topic]: revision };
        this.#options.sink.patch({ news: this.#news });
      }),
    };
    transport = this.#options.connect(events);
    this.#transport = transport;
  }

  #takeNotice(notice: Notice, event?: ConnectionEvent): void {
    this.#options.sink.patch({ notice });
    if (event) this.#dispatch(event);
  }

  #takeHeartbeat(heartbeat: Heartbeat): void {
    if (heartbeat.protocol !== PROTOCOL) {
      this.#dispatch('outdated');
      return;
    }
    const { at, speed, epoch, loading, mode, sources } = heartbeat;
    const nowMs = this.#options.now();
    this.#dispatch('heard');
    this.#options.reloader.settle();
    this.#options.sink.patch({
      clock: { serverAtMs: at, clientAtMs: nowMs, speed },
      heardAtMs: nowMs,
      loading: loading ?? null,
      mode,
      sources,
    });
    for (const [name, { have, waitsFor }] of this.#subscriptions) {
      if (waitsFor === 'no' && have?.epoch !== epoch) this.#ask(name);
    }
  }

  #resume(): void {
    this.#options.sink.patch({ notice: null });
    this.#confirmedAtMs = this.#options.now();
    for (const name of this.#subscriptions.keys()) this.#ask(name);
  }

  #ask(name: string, waitsFor: 'ack' | 'confirmation' = 'ack'): void {
    const { now } = this.#options;
    const sub = this.#subscriptions.get(name);
    const transport = this.#transport;
    if (!sub || !transport) return;
    this.#put(name, { ...sub, askedAtMs: now(), waitsFor });
    const { query, have } = sub;
    transport.subscribe({ protocol: PROTOCOL, query, ...(have && { have }) }, (answer) => {
      if (transport === this.#transport) this.#takeAnswer(name, answer);
    });
  }

  #takeAnswer(name: string, answer: SubscribeAck): void {
    const sub = this.#subscriptions.get(name);
    if ('error' in answer) {
      this.#takeRefusal(name, sub, answer.error);
      return;
    }
    const { key, epoch, seq } = answer;
    if (sub) {
      this.#names.set(key, name);
      this.#put(name, takeAck(sub, { epoch, seq }));
    } else this.#transport?.unsubscribe(key);
  }

  #takeRefusal(name: string, sub: Subscription | undefined, refusal: Refusal): void {
    if (refusal.code === 'IOC_LIVE_PROTOCOL') this.#dispatch('outdated');
    else if (sub) this.#put(name, { ...sub, refusal, waitsFor: 'no' });
  }

  #takeChange(m: Delta | FrameUpdate): void {
    const nowMs = this.#options.now();
    const take = (sub: Subscription) =>
      'from' in m ? takeDelta(sub, m, nowMs) : takeFrame(sub, m, nowMs);
    this.#take(m.key, take);
  }

  #take(key: string, apply: (sub: Subscription) => Outcome): void {
    const name = this.#names.get(key);
    const sub = name === undefined ? undefined : this.#subscriptions.get(name);
    if (name === undefined || !sub) return;
    const outcome = apply(sub);
    if (typeof outcome === 'object') this.#put(name, outcome);
    else if (outcome === 'gap' && sub.waitsFor === 'no') this.#resync(name, sub);
  }

  #resync(name: string, sub: Subscription): void {
    if (this.#options.now() - sub.askedAtMs >= RESYNC_SPACING_MS) this.#ask(name);
    else this.#put(name, { ...sub, waitsFor: 'lost' });
  }

  #put(name: string, sub: Subscription): void {
    this.#subscriptions.set(name, sub);
    const { frame, rows, receivedAtMs, refusal } = sub;
    const status = statusOf(sub);
    this.#options.sink.putAnswer(name, { status, frame, rows, receivedAtMs, refusal });
  }

  #scheduleCheck(): void {
    this.#cancelCheck = this.#options.after(CHECK_EVERY_MS, () => {
      this.#check();
      this.#scheduleCheck();
    });
  }

  /** What only passing time brings about: silence, answers that never came, the turn of the next confirmation. */
  #check(): void {
    const nowMs = this.#options.now();
    if (nowMs - this.#heardAtMs > SILENCE_MS) this.#dispatch('silent');
    if (this.#connection.name !== 'online') return;
    for (const [name, sub] of this.#subscriptions) {
      if (isOverdue(sub, nowMs)) this.#ask(name);
    }
    if (nowMs - this.#confirmedAtMs < CONFIRM_EVERY_MS) return;
    this.#confirmedAtMs = nowMs;
    this.#confirmOne();
  }

  #confirmOne(): void {
    let oldest: { name: string; askedAtMs: number } | undefined;
    for (const [name, { waitsFor, askedAtMs }] of this.#subscriptions) {
      if (waitsFor !== 'no' || (oldest && oldest.askedAtMs <= askedAtMs)) continue;
      oldest = { name, askedAtMs };
    }
    if (oldest) this.#ask(oldest.name, 'confirmation');
  }
}
