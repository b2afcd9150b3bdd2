import type { Notify } from '../shared/notice/notice.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import { localDayOf } from '../shared/unit/local-day.ts';
import { ACCOUNT_TOPIC } from './access/account-fold.ts';
import type { Accounts } from './access/accounts.ts';
import { actionsOf } from './access/principal.ts';
import { createSight } from './access/sight.ts';
import { openAlerting } from './alerting.ts';
import type { Config } from './config.ts';
import type { CoreCalls } from './core-calls.ts';
import { createDuty, openAlarms } from './duty-parts.ts';
import type { CodedError } from './errors.ts';
import type { DeskPort } from './http/desk-port.ts';
import { openNotices, tellOfAlarms } from './notices.ts';
import type { Outbox } from './notify/outbox.ts';
import type { ProvincePack } from './source/province-pack.ts';
import type { Store, StoreChange } from './store/store.ts';

/** How often the store is looked at for what another process has written, and accounts for their end, ms. */
const POLL_MS = 1000;

export interface DeskParts {
  readonly store: Store;
  readonly accounts: Accounts;
}

export interface DeskOptions extends DeskParts {
  readonly pack: ProvincePack;
  readonly config: Config;
  /** The server's clock, also that of a replay, ms. */
  readonly serverNow: () => number;
  readonly tell: (change: StoreChange) => void;
  /** Accounts may have ended: whoever is connected is to be looked at again. */
  readonly recheck: () => void;
  readonly warn: (cause: unknown) => void;
  readonly core: Pick<
    CoreCalls,
    'query' | 'sources' | 'outages' | 'incidents' | 'tellAlarms' | 'relive'
  >;
  /** Questions can be answered. */
  readonly isReady: () => boolean;
  readonly onNotice: (fault: CodedError) => void;
}

/** What people at desks work with, and the news of it to those connected. */
export function openDesk(options: DeskOptions): {
  readonly port: DeskPort;
  readonly notify: Notify;
  readonly mail: Outbox['mail'];
  stop(): void;
} {
  const { store, accounts, pack, core, serverNow, tell, recheck, warn } = options;
  const notices = openNotices({ ...options, journal: store.journal });
  store.onChange((change) => {
    tell(change);
    if (change.topic === ACCOUNT_TOPIC) void accounts.refresh().then(recheck, warn);
  });
  const timer = setInterval(() => {
    try {
      store.poll();
    } catch (cause) {
      warn(cause);
    }
    recheck();
  }, POLL_MS);
  const alerting = openAlerting(options);
  const publicUrl = options.config.settings.IOC_PUBLIC_URL;
  const { notify } = notices;
  tellOfAlarms({ store, alarms: () => alerting.desk(), notify, publicUrl, warn });
  const sees = createSight(createTerritory(pack.pack), () => localDayOf(serverNow()));
  const duty = createDuty({
    journal: store.journal,
    pack,
    now: serverNow,
    sees,
    events: () => core.incidents(),
    alarms: async () => openAlarms(alerting.desk()),
  });
  return {
    port: {
      ...{
        accounts,
        documents: store.documents,
        journal: store.journal,
        duty,
        notices,
        sees,
        actionsOf,
        now: Date.now,
      },
      alarms: () => alerting.desk(),
    },
    notify: notices.notify,
    mail: notices.outbox.mail,
    stop: () => {
      alerting.stop();
      notices.stop();
      clearInterval(timer);
    },
  };
}
