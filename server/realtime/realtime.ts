import type { FastifyPluginCallback } from 'fastify';
import { type Namespace, Server, type Socket } from 'socket.io';
import type { DirectAck, Refusal, SubscribeAck } from '../../shared/protocol/messages.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { codedError } from '../errors.ts';
import type { CatchUp, Position } from '../publish/outgoing.ts';
import { Audience } from './audience.ts';
import { DESKS, DeskNews, endViewers } from './desk-news.ts';
import { DirectorDesk, refuseDirecting } from './director-desk.ts';
import { EncodedJson, splicingParser } from './encoded-json.ts';
import { budgetPerViewer, REALTIME_LIMITS, type RealtimeLimits, spend } from './limits.ts';
import type { RealtimeOptions, RealtimeStats } from './realtime-options.ts';
import { checkSubscribe, keyToLeave } from './subscribe-message.ts';
import { bufferedBytes, cutOff } from './transport-buffer.ts';
import type { Viewer } from './viewer.ts';

const NAMESPACE = '/live';
const RETRY_MS = 5000;
/** How long a stopping server lets its last words leave. */
const FAREWELL_MS = 200;

/** The namespace `/live` (shared/PROTOCOL.md): who may watch, what was asked, and who is too slow. */
export class Realtime<P> {
  readonly #options: RealtimeOptions<P>;
  readonly #limits: RealtimeLimits;
  readonly #io: Server;
  readonly #namespace: Namespace;
  readonly #audience: Audience<P>;
  readonly #desk: DirectorDesk;
  readonly #viewers = new Map<string, Viewer<P>>();
  readonly news = new DeskNews((message) => this.#namespace.to(DESKS).emit('changed', message));
  readonly #timer: NodeJS.Timeout;
  #beatAtMs = Number.NEGATIVE_INFINITY;
  #bytesSinceSweep = 0;
  #cutOff = 0;

  constructor(options: RealtimeOptions<P>) {
    this.#options = options;
    this.#limits = { ...REALTIME_LIMITS, ...options.limits };
    this.#io = new Server({
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: this.#limits.maxMessageBytes,
      connectTimeout: 10_000,
      parser: splicingParser,
    });
    this.#namespace = this.#io.of(NAMESPACE);
    this.#audience = new Audience<P>({
      live: options.live,
      namespace: NAMESPACE,
      onFailure: (cause) => this.#warnFailed(cause),
    });
    this.#desk = new DirectorDesk({
      tellAll: (event, state) => this.#namespace.emit(event, state),
      now: options.now,
      limits: options.deskLimits ?? {},
    });
    this.#namespace.use((socket, next) => void this.#admit(socket, next));
    this.#namespace.on('connection', (socket) => this.#welcome(socket));
    options.live.onOutputs((outputs) => {
      this.#bytesSinceSweep += this.#audience.broadcast(outputs);
      if (this.#bytesSinceSweep > this.#budget / 4) this.#sweep();
    });
    this.#timer = setInterval(() => this.#turn(), this.#limits.sweepEveryMs);
  }

  get stats(): RealtimeStats {
    const viewers = [...this.#viewers.values()];
    return {
      viewers: viewers.length,
      questions: this.#audience.questions,
      behind: viewers.filter(({ behindSinceMs }) => behindSinceMs !== null).length,
      bufferedBytes: viewers.reduce((sum, { socket }) => sum + bufferedBytes(socket.conn), 0),
      cutOff: this.#cutOff,
    };
  }

  attach(server: Parameters<Server['attach']>[0]): void {
    this.#io.attach(server);
    // Engine.IO keeps the handshake's request for the life of a connection; nobody here reads it later.
    this.#io.engine.on('connection', (connection: { request: unknown }) => {
      connection.request = null;
    });
  }

  /** Says goodbye, lets the last words leave, then ends every connection, also those that read nothing. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const { code, message } = codedError('IOC_LIVE_GOING');
    this.#namespace.emit('notice', { code, message });
    if (this.#viewers.size > 0) await new Promise((resolve) => setTimeout(resolve, FAREWELL_MS));
    for (const { socket } of this.#viewers.values()) cutOff(socket.conn);
    this.#io.engine?.close();
  }

  get #budget(): number {
    return budgetPerViewer(this.#viewers.size, this.#limits);
  }

  recheck(): void {
    endViewers(this.#viewers.values(), this.#options.isCurrent);
  }

  async #admit(socket: Socket, next: (error?: Error) => void): Promise<void> {
    const token: unknown = socket.handshake.auth.token;
    const principal =
      typeof token === 'string' ? await this.#identify(token, socket.handshake.address) : undefined;
    if (principal !== undefined) {
      socket.data.principal = principal;
      next();
      return;
    }
    const { code, message } = codedError('IOC_LIVE_TOKEN', { came: token ? 'another' : 'none' });
    this.#options.log.warn({ code, from: socket.handshake.address }, message);
    next(Object.assign(new Error(message), { data: { code, message } }));
  }

  async #identify(token: string, from: string): Promise<P | undefined> {
    try {
      return await this.#options.authenticate(token, from);
    } catch (cause) {
      this.#warnFailed(cause);
      return undefined;
    }
  }

  #welcome(socket: Socket): void {
    const viewer: Viewer<P> = {
      socket,
      principal: socket.data.principal,
      subscriptions: new Map(),
      group: null,
      allowance: { left: this.#limits.messageBurst, atMs: this.#options.now() },
      behindSinceMs: null,
    };
    this.#viewers.set(socket.id, viewer);
    if (this.#options.isDesk(viewer.principal)) void socket.join(DESKS);
    socket.on('subscribe', (message: unknown, ack: unknown) => {
      if (isAck<SubscribeAck>(ack)) void this.#subscribe(viewer, message, ack);
    });
    socket.on('unsubscribe', (message: unknown) => this.#unsubscribe(viewer, message));
    this.#seat(viewer, socket);
    socket.on('disconnect', () => {
      this.#viewers.delete(socket.id);
      this.#desk.leave(socket);
      this.#audience.remove(viewer);
    });
    socket.emit('heartbeat', this.#encodeHeartbeat());
    socket.emit('orders', this.#desk.state);
  }

  #seat(viewer: Viewer<P>, socket: Socket): void {
    socket.on('direct', (message: unknown, ack: unknown) => {
      if (!isAck<DirectAck>(ack)) return;
      if (!this.#options.mayDirect(viewer.principal)) ack(refuseDirecting());
      else ack(this.#spend(viewer) ? this.#desk.direct(socket, message) : { error: this.#tooMany });
    });
    socket.on('health', (message: unknown) => {
      if (this.#spend(viewer)) this.#desk.hear(socket, message);
    });
  }

  async #subscribe(
    viewer: Viewer<P>,
    raw: unknown,
    ack: (answer: SubscribeAck) => void,
  ): Promise<void> {
    const checked = this.#checkSubscribe(viewer, raw);
    if ('refused' in checked) {
      ack({ error: refusalOf(checked.refused) });
      return;
    }
    const { query, have } = checked.message;
    try {
      const answer = await this.#options.live.ask(query, viewer.principal, have);
      if ('refused' in answer) ack({ error: refusalOf(answer.refused) });
      else this.#enter(viewer, answer, have, ack);
    } catch (cause) {
      this.#warnFailed(cause);
      const { code, message } = codedError('IOC_LIVE_FAILED', { came: 'no answer' });
      ack({ error: { code, message, retryAfterMs: RETRY_MS } });
    }
  }

  #enter(
    viewer: Viewer<P>,
    answer: CatchUp,
    have: Position | undefined,
    ack: (answer: SubscribeAck) => void,
  ): void {
    const { key, epoch, seq } = answer;
    const { maxSubscriptions } = this.#limits;
    const isFull = viewer.subscriptions.size >= maxSubscriptions && !viewer.subscriptions.has(key);
    if (isFull || !viewer.socket.connected) {
      this.#options.live.release(key);
      const full = codedError('IOC_LIVE_SUBSCRIPTIONS', { expected: maxSubscriptions });
      ack({ error: refusalOf(full) });
      return;
    }
    ack({ key, epoch, seq });
    this.#audience.enter(viewer, answer, have);
  }

  #checkSubscribe(viewer: Viewer<P>, raw: unknown): ReturnType<typeof checkSubscribe> {
    return this.#spend(viewer) ? checkSubscribe(raw) : { refused: this.#tooMany };
  }

  get #tooMany(): Refusal {
    const { code, message } = codedError('IOC_LIVE_RATE', { expected: this.#limits.messageBurst });
    return { code, message, retryAfterMs: RETRY_MS };
  }

  #spend(viewer: Viewer<P>): boolean {
    const allowance = spend(viewer.allowance, this.#options.now(), this.#limits);
    if (allowance) viewer.allowance = allowance;
    return allowance !== undefined;
  }

  #unsubscribe(viewer: Viewer<P>, raw: unknown): void {
    const key = keyToLeave(raw);
    if (key !== undefined && this.#spend(viewer)) this.#audience.leave(viewer, key);
  }

  #turn(): void {
    this.#sweep();
    this.#desk.turn();
    const { heartbeatMs, loadingHeartbeatMs, sweepEveryMs } = this.#limits;
    const isLoading = this.#options.pulse().loading !== undefined;
    const waited = this.#options.now() - this.#beatAtMs;
    // Half a turn early rather than one turn late: a timer is never quite on time.
    if (waited < (isLoading ? loadingHeartbeatMs : heartbeatMs) - sweepEveryMs / 2) return;
    this.#beatAtMs = this.#options.now();
    this.#namespace.emit('heartbeat', this.#encodeHeartbeat());
  }

  #encodeHeartbeat(): EncodedJson {
    return new EncodedJson(JSON.stringify({ ...this.#options.pulse(), protocol: PROTOCOL }));
  }

  /** Looks at every viewer's buffer: too full → out, drained → back in, never drained → cut off. */
  #sweep(): void {
    this.#bytesSinceSweep = 0;
    const nowMs = this.#options.now();
    const budgetBytes = this.#budget;
    for (const viewer of this.#viewers.values()) {
      const heldBytes = bufferedBytes(viewer.socket.conn);
      if (viewer.behindSinceMs === null) {
        if (heldBytes <= budgetBytes) continue;
        viewer.behindSinceMs = nowMs;
        this.#audience.stepOut(viewer);
      } else if (heldBytes <= budgetBytes / 4) this.#takeBack(viewer, nowMs - viewer.behindSinceMs);
      else if (nowMs - viewer.behindSinceMs > this.#limits.drainMs) this.#cut(viewer, heldBytes);
    }
  }

  #takeBack(viewer: Viewer<P>, behindMs: number): void {
    viewer.behindSinceMs = null;
    const { code, message } = codedError('IOC_LIVE_SLOW', { came: `${Math.round(behindMs)} ms` });
    viewer.socket.emit('notice', { code, message });
    void this.#audience.stepIn(viewer);
  }

  #cut(viewer: Viewer<P>, heldBytes: number): void {
    this.#cutOff += 1;
    const { drainMs } = this.#limits;
    const { code, message } = codedError('IOC_LIVE_STALLED', {
      came: heldBytes,
      expected: drainMs,
    });
    this.#options.log.warn({ code, viewer: viewer.socket.id, heldBytes }, message);
    cutOff(viewer.socket.conn);
  }

  #warnFailed(cause: unknown): void {
    const { code, message } = codedError('IOC_LIVE_FAILED', { came: String(cause) });
    this.#options.log.warn({ code }, message);
  }
}

/** Serves `/live` on the instance's own HTTP server and ends it before the server closes. */
export function realtimePlugin<P>(realtime: Realtime<P>): FastifyPluginCallback {
  return (app, _options, done) => {
    realtime.attach(app.server);
    app.addHook('preClose', () => realtime.close());
    done();
  };
}

function isAck<T>(ack: unknown): ack is (answer: T) => void {
  return typeof ack === 'function';
}

function refusalOf({ code, message, retryAfterMs }: Refusal): Refusal {
  return retryAfterMs === undefined ? { code, message } : { code, message, retryAfterMs };
}
