import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { MeasureSource } from '../../../shared/measure/measure.ts';
import type { Heartbeat } from '../../../shared/protocol/messages.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import { Publisher } from '../../publish/publish.ts';
import type { Evaluated } from '../../publish/question.ts';
import type { DeskLimits } from '../../realtime/director-desk.ts';
import { inlineLivePort } from '../../realtime/inline-live-port.ts';
import type { RealtimeLimits } from '../../realtime/limits.ts';
import { Realtime, realtimePlugin } from '../../realtime/realtime.ts';

export const TOKEN = 'a-token-of-the-wall';
export const DIRECTOR_TOKEN = 'a-token-of-the-director';
const PRINCIPALS = new Map([
  [TOKEN, 'wall'],
  [DIRECTOR_TOKEN, 'director'],
]);
const DIRTY = new Set<MeasureSource>(['dossier']);
/** A unit outside everybody's scope. */
const FORBIDDEN_UNIT = '79';

export interface LiveServerOptions {
  readonly limits?: Partial<RealtimeLimits>;
  readonly deskLimits?: Partial<DeskLimits>;
  readonly port?: number;
  readonly epoch?: string;
}

/** Publisher and realtime over answers that are set by hand: for tests and for measuring the live path alone. */
export async function startLiveServer(options: LiveServerOptions) {
  const { limits = {}, deskLimits = {}, port = 0, epoch = 'e1' } = options;
  const world: World = { rows: [], rowsOf: undefined, loading: undefined, ended: new Set() };
  const warnings: object[] = [];
  const { publisher, live, tick } = createPublisher(world, epoch);
  const realtime = new Realtime<string>({
    live,
    authenticate: (token) => PRINCIPALS.get(token),
    isCurrent: (principal) => !world.ended.has(principal),
    isDesk: (principal) => principal === 'director',
    mayDirect: (principal) => principal === 'director',
    pulse: () => pulseOf(world, epoch),
    now: () => performance.now(),
    log: { info: () => undefined, warn: (fields) => void warnings.push(fields) },
    limits,
    deskLimits,
  });
  const app = Fastify();
  app.register(realtimePlugin(realtime));
  await app.listen({ port, host: '127.0.0.1', backlog: 4096 });
  const address = app.server.address() as AddressInfo;
  return {
    world,
    publisher,
    realtime,
    warnings,
    port: address.port,
    change(rows: Row[]) {
      world.rows = rows;
      return tick(DIRTY);
    },
    tick: () => tick(DIRTY),
    close: () => app.close(),
  };
}

interface World {
  rows: readonly Row[];
  /** Instead of `rows`, where each question has rows of its own. */
  rowsOf: ((query: Query) => readonly Row[]) | undefined;
  loading: number | undefined;
  /** Principals whose account has ended. */
  readonly ended: Set<string>;
}

function createPublisher(world: World, epoch: string) {
  const publisher = new Publisher<string>({
    epoch,
    evaluate: (query, principal, nowMs) =>
      query.unit === FORBIDDEN_UNIT
        ? { refused: { code: 'IOC_ACCESS_UNIT', message: principal } }
        : evaluate(world.rowsOf?.(query) ?? world.rows, nowMs),
    sourcesOf: () => ['dossier'],
    scopeOf: (principal) => principal,
    onFailure: (_, cause) => {
      throw cause;
    },
  });
  const clock = () => ({
    nowMs: performance.timeOrigin + performance.now(),
    monoMs: performance.now(),
  });
  return { publisher, ...inlineLivePort(publisher, clock) };
}

function evaluate(rows: readonly Row[], nowMs: number): Evaluated {
  const period = { from: '2023-01-01', to: '2023-12-31' };
  return { rows, frame: { at: nowMs, logSeq: 0, period, freshness: { dataTo: 0, closed: false } } };
}

function pulseOf({ loading }: World, epoch: string): Omit<Heartbeat, 'protocol'> {
  const pulse = { at: Date.now(), speed: 1, epoch, mode: 'live' as const };
  const sources = { onTime: 1, total: 1 };
  return loading === undefined ? { ...pulse, sources } : { ...pulse, sources, loading };
}
