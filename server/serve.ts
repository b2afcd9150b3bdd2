import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { createAccess } from './access/access.ts';
import { type Accounts, createAccounts } from './access/accounts.ts';
import { loadTokens } from './access/tokens.ts';
import { type App, createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import type { CoreListener } from './core-calls.ts';
import { startCoreThread } from './core-thread.ts';
import { IocError } from './errors.ts';
import { readPack } from './source/pack.ts';
import type { ProvincePack } from './source/province-pack.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';
import { openWalls } from './walls.ts';

const DAY_MS = 86_400_000;
/** Screens that come back at once after a restart wait here, not in the retries of TCP, seconds apart. */
const LISTEN_BACKLOG = 2048;
const clientDirectory = path.join(path.dirname(fileURLToPath(import.meta.url)), '../client');

/** The process: settings, store, edges, signals. A wrong setting or pack ends it with its code. */
export async function serve(thread: Worker): Promise<void> {
  await start(thread).catch(stopWith);
}

async function start(thread: Worker): Promise<void> {
  const config = readConfig();
  const { settings } = config;
  mkdirSync(settings.IOC_DATA, { recursive: true });
  const epoch = randomUUID();
  const relay = relayCore();
  const core = startCoreThread(
    thread,
    {
      packDirectory: settings.IOC_PACK,
      dataDirectory: settings.IOC_DATA,
      clock: config.clock,
      futureLimitMs: settings.IOC_FUTURE_LIMIT * DAY_MS,
      epoch,
    },
    relay.listener,
    (cause) => stopWith(cause),
  );
  const logger = pino({ level: settings.IOC_LOG_LEVEL }, pino.destination({ fd: 2, sync: false }));
  const pack = readPack(settings.IOC_PACK, settings.IOC_BOUNDARIES);
  const store = openSqliteStore(settings.IOC_DATA);
  const accounts = await openAccounts(store, pack);
  const { access, tokens } = openAccess(config, pack, accounts);
  const walls = await openWalls(store, pack, (cause) =>
    logger.warn({ cause: String(cause) }, 'a board is left off the wall'),
  );
  const desk = { store, accounts };
  const parts = { config, pack, access, core, desk, walls };
  const app = await createApp({ ...parts, epoch, clientDirectory, logger });
  relay.to(app);
  const stop = async () => {
    await app.http.close();
    await core.close();
    store.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().catch(stopWith));
  }
  const origin = await app.http.listen({
    host: settings.HOST,
    port: settings.PORT,
    backlog: LISTEN_BACKLOG,
  });
  announce(origin, tokens, access.issueLink());
}

async function openAccounts({ journal }: Store, { pack }: ProvincePack): Promise<Accounts> {
  const isUnit = (code: string) => pack.units.some((unit) => unit.code === code);
  const accounts = createAccounts({ journal, root: pack.root, isUnit, now: Date.now });
  await accounts.refresh();
  return accounts;
}

function openAccess({ settings }: Config, { pack }: ProvincePack, accounts: Accounts) {
  const tokens = loadTokens(settings.IOC_DATA, {
    device: settings.IOC_DEVICE_TOKEN,
    ingest: settings.IOC_INGEST_KEY,
    admin: settings.IOC_ADMIN_TOKEN,
  });
  const access = createAccess({
    tokens,
    scope: [pack.root],
    accounts,
    now: Date.now,
    linkLifeMs: settings.IOC_LINK_LIFE * 60_000,
    sessionLifeMs: settings.IOC_SESSION_LIFE * 3_600_000,
  });
  return { access, tokens };
}

/** The core speaks before there is an app; what it says first is kept until then. */
function relayCore() {
  let target: CoreListener | undefined;
  const waiting: ((listener: CoreListener) => void)[] = [];
  const pass = (tell: (listener: CoreListener) => void) => {
    if (target) tell(target);
    else waiting.push(tell);
  };
  const listener: CoreListener = {
    onOutputs: (outputs) => pass((to) => to.onOutputs(outputs)),
    onReadiness: (readiness) => pass((to) => to.onReadiness(readiness)),
    onClock: (run) => pass((to) => to.onClock(run)),
    onNotice: (notice) => pass((to) => to.onNotice(notice)),
  };
  return {
    listener,
    to(app: App): void {
      target = app.listener;
      for (const tell of waiting.splice(0)) tell(target);
    },
  };
}

function announce(
  origin: string,
  tokens: { readonly device: string; readonly ingest: string },
  link: string,
): void {
  process.stdout.write(
    [
      '',
      `  wall      ${origin}/wall`,
      `  director  ${origin}/director`,
      `  desk      ${origin}/desk`,
      `  studio    ${origin}/studio`,
      '',
      `  screen of the wall (keep it):   ${origin}/wall/kiosk#token=${tokens.device}`,
      `  administrator (works once):     ${origin}/wall#link=${link}`,
      `  key of pushing systems:         ${tokens.ingest}`,
      '',
      '',
    ].join('\n'),
  );
}

function stopWith(cause: unknown): void {
  const text = cause instanceof IocError ? `${cause.code} ${cause.message}` : String(cause);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
