import fastify, { type FastifyInstance } from 'fastify';
import type { AccountRole } from '../shared/account/account.ts';
import type { IncidentEvent } from '../shared/duty/incident.ts';
import type { HandedItem } from '../shared/duty/shift.ts';
import type { Calendar, Pack } from '../shared/territory/pack.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import { localDayOf } from '../shared/unit/local-day.ts';
import { createAccess } from './access/access.ts';
import { createAccounts } from './access/accounts.ts';
import { actionsOf, may } from './access/principal.ts';
import { createSight } from './access/sight.ts';
import { createDuty } from './duty-parts.ts';
import { deskRoutes } from './http/desk.ts';
import type { AlarmsPort } from './http/desk-port.ts';
import { answerFailures } from './http/failures.ts';
import { decorateRequests } from './http/guard.ts';
import { Outbox } from './notify/outbox.ts';
import { sampleShelf } from './notify/sample-shelf.ts';
import { createWebhooks } from './notify/webhooks.ts';
import type { ActJournal } from './store/journal.ts';
import { emptyContent, openMemoryStore } from './store/memory-store.ts';
import type { Store } from './store/store.ts';

const CALENDAR: Calendar = {
  workingHours: [
    ['07:30', '11:30'],
    ['13:30', '17:30'],
  ],
  holidays: [],
  makeUpDays: [],
};

export const SAMPLE_TOKENS = {
  device: 'd'.repeat(32),
  ingest: 'i'.repeat(32),
  admin: 'a'.repeat(32),
};

/** Everything of a desk but the log, over a store in memory and a clock that is set by hand: for tests. */
export async function startSampleDesk(
  pack: Pack,
  startMs: number,
  alarms: (store: Store) => Promise<AlarmsPort | undefined> = async () => undefined,
) {
  const clock = { now: startMs };
  const now = () => clock.now;
  const content = emptyContent();
  const store = openMemoryStore(content);
  const events: IncidentEvent[] = [];
  const handed: HandedItem[] = [];
  const isUnit = (code: string) => pack.units.some((unit) => unit.code === code);
  const accounts = createAccounts({ journal: store.journal, root: pack.root, isUnit, now });
  const lives = { linkLifeMs: 60_000, sessionLifeMs: 60_000 };
  const tokens = SAMPLE_TOKENS;
  const access = createAccess({ tokens, scope: [pack.root], accounts, now, ...lives });
  const alarmsPort = await alarms(store);
  const sees = createSight(createTerritory(pack), () => localDayOf(now()));
  const { outbox, webhooks } = sampleNotices(store.journal, now);
  const app = fastify();
  answerFailures(app);
  decorateRequests(app);
  await app.register(deskRoutes, {
    access: { ...access, may },
    accounts,
    documents: store.documents,
    journal: store.journal,
    alarms: () => alarmsPort,
    duty: createDuty({
      journal: store.journal,
      pack: { pack, calendar: CALENDAR },
      now,
      sees,
      events: async () => events,
      alarms: async () => handed,
    }),
    notices: { outbox, webhooks },
    sees,
    actionsOf,
    now,
    readsPerMinute: 100_000,
  });
  const enter = async (name: string, role: AccountRole, scope?: string[]) => {
    const wanted = scope ? { name, role, scope } : { name, role };
    return callerOf(app, (await accounts.open(wanted, 'Quản trị')).token);
  };
  const admin = callerOf(app, tokens.admin);
  return { app, clock, content, store, accounts, enter, admin, events, handed, outbox };
}

/** Whose every mail fails. */
function sampleNotices(journal: ActJournal, now: () => number) {
  const webhooks = createWebhooks(journal, now);
  const refuse = () => Promise.reject(new Error('no route'));
  const outbox = new Outbox({
    shelf: sampleShelf(),
    journal,
    now,
    random: () => 1,
    send: { email: refuse, webhook: refuse },
    recipients: async () => [{ channel: 'email', to: 'truc@ioc.test' }],
  });
  return { outbox, webhooks };
}

export type Caller = ReturnType<typeof callerOf>;

/** One that calls with a token, and gets status and body. */
export function callerOf(app: FastifyInstance, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  return async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
    const sent = payload === undefined ? {} : { payload };
    const answer = await app.inject({ method, url, headers, ...sent });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
  };
}
