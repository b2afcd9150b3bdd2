import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { createCatalogue } from '../shared/measure/catalogue.ts';
import type { Heartbeat } from '../shared/protocol/messages.ts';
import type { Pack } from '../shared/territory/pack.ts';
import { localDayOf } from '../shared/unit/local-day.ts';
import type { Access } from './access/access.ts';
import { may, type Principal } from './access/principal.ts';
import type { WallBoards } from './boards/wall-boards.ts';
import type { Config } from './config.ts';
import type { CoreCalls, CoreListener } from './core-calls.ts';
import { type DeskParts, openDesk } from './desk.ts';
import { openFiles } from './files.ts';
import { registerHttp } from './http/http.ts';
import type { Figure, Readiness, SourceState } from './http/ports.ts';
import type { Output } from './publish/outgoing.ts';
import { Realtime, realtimePlugin } from './realtime/realtime.ts';
import type { RealtimeStats } from './realtime/realtime-options.ts';
import { readBasemapFile } from './source/basemap-file.ts';
import { type ClockRun, readClock } from './source/clock.ts';
import type { ProvincePack } from './source/province-pack.ts';

/** How often the heartbeat's count of punctual sources is renewed, ms. */
const SOURCES_EVERY_MS = 2000;
/** The event loop is looked at this often; the wait itself is part of what is read and taken off. */
const DELAY_STEP_MS = 1;

export interface AppOptions {
  readonly config: Config;
  readonly pack: ProvincePack;
  readonly access: Access;
  readonly core: CoreCalls;
  readonly desk: DeskParts;
  readonly walls: WallBoards;
  readonly epoch: string;
  readonly clientDirectory: string;
  readonly logger: FastifyBaseLogger;
}

export interface App {
  readonly http: FastifyInstance;
  /** What the core tells by itself goes in here. */
  readonly listener: CoreListener;
}

/** HTTP and live connections around a core, wherever that runs. Listening is left to the caller. */
export async function createApp(options: AppOptions): Promise<App> {
  const { access, core, logger } = options;
  const state = followCore(options);
  const loopDelay = monitorEventLoopDelay({ resolution: DELAY_STEP_MS });
  loopDelay.enable();
  const live = new Realtime<Principal>({
    live: {
      ask: (query, principal, have) => core.ask(query, principal, have),
      resume: (key, have) => core.resume(key, have),
      release: (key) => void core.release(key),
      onOutputs: (listener) => state.outputListeners.push(listener),
    },
    ...admission(access),
    pulse: state.pulse,
    now: () => performance.now(),
    log: logger,
  });
  const desk = openDesk({
    ...options,
    ...options.desk,
    ...state.forDesk,
    tell: (change) => live.news.tell(change),
    recheck: () => live.recheck(),
    warn: (cause) => logger.warn({ cause: String(cause) }, 'the desk store could not be read'),
  });
  const http = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
  });
  const files = openFiles(fileOptions(options, desk, state));
  await registerHttp(http, {
    ...httpOptions(options),
    exporter: files.exporter,
    listMail: files.listMail,
    core: { ...core, figures: allFigures(core, live, loopDelay) },
    desk: desk.port,
    readiness: () => state.readiness,
    today: () => localDayOf(state.pulse().at),
  });
  await http.register(realtimePlugin(live));
  http.addHook('preClose', async () => {
    desk.stop();
    state.stop();
  });
  http.addHook('onClose', () => files.close());
  return { http, listener: state.listener };
}

/** What files are made of and with. */
function fileOptions(
  options: AppOptions,
  { port, notify, mail }: ReturnType<typeof openDesk>,
  state: ReturnType<typeof followCore>,
) {
  const { desk, config, logger } = options;
  return {
    ...options,
    store: desk.store,
    boards: () => options.walls.list(),
    sees: port.sees,
    notify,
    mail,
    now: () => state.pulse().at,
    isReady: () => state.readiness.ready,
    dataDirectory: config.settings.IOC_DATA,
    warn: (cause: unknown) => logger.warn({ cause: String(cause) }, 'a brief was not made'),
  };
}

/** Those of the core and of the edges. */
function allFigures(
  core: CoreCalls,
  live: { readonly stats: RealtimeStats },
  loopDelay: IntervalHistogram,
): () => Promise<Figure[]> {
  return async () => [
    ...(await core.figures()),
    ...liveFigures(live.stats),
    ...readDelay(loopDelay),
  ];
}

/** Who may connect, and what for. */
function admission({ principalOf, isCurrent }: Access) {
  return {
    authenticate: (token: string, from: string) => {
      const principal = principalOf(token, from);
      return principal && may(principal, 'query') ? principal : undefined;
    },
    isCurrent,
    mayDirect: (principal: Principal) => may(principal, 'direct'),
    isDesk: (principal: Principal) => may(principal, 'operate') || may(principal, 'study'),
  };
}

/** What is known of the core between its messages. */
function followCore({ core, epoch, logger }: AppOptions) {
  const outputListeners: ((outputs: readonly Output[]) => void)[] = [];
  let readiness: Readiness = { ready: false, progress: 0 };
  let clock: ClockRun | undefined;
  let sources: Heartbeat['sources'] = { onTime: 0, total: 0 };
  const timer = setInterval(() => {
    core.sources().then(
      (states) => {
        sources = countPunctual(states);
      },
      (cause) => logger.warn({ cause: String(cause) }, 'the state of the sources is not known'),
    );
  }, SOURCES_EVERY_MS);
  const listener: CoreListener = {
    onOutputs: (outputs) => {
      const startMs = performance.now();
      for (const tell of outputListeners) tell(outputs);
      core
        .took(performance.now() - startMs)
        .catch((cause) => logger.warn({ cause: String(cause) }, 'the core is gone'));
    },
    onReadiness: (next) => {
      readiness = next;
    },
    onClock: (run) => {
      clock = run;
    },
    onNotice: ({ code, message }) => logger.warn({ code }, message),
  };
  const pulse = (): Omit<Heartbeat, 'protocol'> => {
    const { nowMs, speed, mode } = clock
      ? readClock(clock, Date.now())
      : { nowMs: Date.now(), speed: 1, mode: 'live' as const };
    const beat = { at: nowMs, speed, mode, epoch, sources };
    return readiness.ready ? beat : { ...beat, loading: readiness.progress };
  };
  return {
    outputListeners,
    listener,
    forDesk: {
      serverNow: () => pulse().at,
      isReady: () => readiness.ready,
      onNotice: listener.onNotice,
    },
    get readiness() {
      return readiness;
    },
    stop: () => clearInterval(timer),
    pulse,
  };
}

function countPunctual(states: readonly SourceState[]): Heartbeat['sources'] {
  return {
    onTime: states.filter(({ state }) => state === 'on-time').length,
    total: states.length,
  };
}

function httpOptions({ config, pack, access, walls, clientDirectory }: AppOptions) {
  const { settings } = config;
  return {
    access: {
      principalOf: access.principalOf,
      isBarred: access.isBarred,
      redeem: access.redeem,
      may,
    },
    pack: {
      ...pack,
      pack: withSourceNames(pack),
      measures: createCatalogue(pack.indicators, pack.pack).measures,
    },
    walls,
    clientDirectory,
    basemap: settings.IOC_BASEMAP === undefined ? undefined : readBasemapFile(settings.IOC_BASEMAP),
    host: settings.HOST,
    allowedHosts: settings.IOC_ALLOWED_HOSTS.split(',').filter((name) => name !== ''),
    limits: {
      bodyLimitBytes: settings.IOC_BODY_LIMIT,
      inflightLimitBytes: settings.IOC_INFLIGHT_LIMIT,
      pushesPerMinute: settings.IOC_PUSH_RATE,
      queriesPerMinute: settings.IOC_QUERY_RATE,
    },
  };
}

/** Sources are called by their names on the wall, as all other codes are. */
function withSourceNames({ pack, sources }: ProvincePack): Pack {
  const named = sources.map(({ source, name }) => ({ code: source, name }));
  return { ...pack, terms: { ...pack.terms, source: named } };
}

/** Since the last reading. */
function readDelay(delay: IntervalHistogram): Figure[] {
  const secondsOf = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - DELAY_STEP_MS / 1000);
  const figures = [
    gauge('ioc_event_loop_delay_p99_seconds', 'Event loop delay', secondsOf(delay.percentile(99))),
    gauge('ioc_event_loop_delay_max_seconds', 'Event loop delay', secondsOf(delay.max)),
  ];
  delay.reset();
  return figures;
}

function gauge(name: string, help: string, value: number): Figure {
  return { name, help, type: 'gauge', value };
}

function liveFigures(stats: RealtimeStats): Figure[] {
  return [
    gauge('ioc_live_viewers', 'Live connections', stats.viewers),
    gauge('ioc_live_questions', 'Questions with viewers', stats.questions),
    gauge('ioc_live_behind', 'Viewers that read too slowly', stats.behind),
    gauge('ioc_live_buffered_bytes', 'Bytes not yet taken by viewers', stats.bufferedBytes),
  ];
}
