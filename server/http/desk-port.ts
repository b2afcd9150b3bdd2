import type { Accounts } from '../access/accounts.ts';
import type { Action, Principal } from '../access/principal.ts';
import type { Sees } from '../access/sight.ts';
import type { AlertDesk } from '../alert/alert-desk.ts';
import type { Incidents } from '../duty/incidents.ts';
import type { Shifts } from '../duty/shifts.ts';
import type { Tasks } from '../duty/tasks.ts';
import type { Outbox } from '../notify/outbox.ts';
import type { Webhooks } from '../notify/webhooks.ts';
import type { DocumentStore } from '../store/documents.ts';
import type { ActJournal } from '../store/journal.ts';
import type { AccessPort } from './ports.ts';

/** Alarms and their rules. */
export type AlarmsPort = Pick<
  AlertDesk,
  'list' | 'detail' | 'act' | 'figures' | 'rules' | 'saveRules' | 'dryRun' | 'now' | 'root'
>;

/** Work of a shift. */
export interface DutyPort {
  readonly tasks: Tasks;
  readonly shifts: Shifts;
  readonly incidents: Incidents;
}

/** Messages out. */
export interface NoticesPort {
  readonly outbox: Pick<Outbox, 'list' | 'resend' | 'call'>;
  readonly webhooks: Pick<Webhooks, 'list' | 'find' | 'add' | 'turn' | 'remove'>;
}

/** What people at desks work with. */
export interface DeskPort {
  readonly accounts: Pick<Accounts, 'list' | 'open' | 'revoke'>;
  readonly documents: DocumentStore;
  readonly journal: ActJournal;
  /** Undefined until alarms are watched. */
  readonly alarms: () => AlarmsPort | undefined;
  readonly duty: DutyPort;
  readonly notices: NoticesPort;
  readonly sees: Sees;
  readonly actionsOf: (principal: Principal) => readonly Action[];
  /** Real time, ms. */
  readonly now: () => number;
}

export interface DeskRoutesOptions extends DeskPort {
  readonly access: AccessPort;
  readonly readsPerMinute: number;
}
