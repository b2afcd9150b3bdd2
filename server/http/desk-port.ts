import type { Accounts } from '../access/accounts.ts';
import type { Action, Principal } from '../access/principal.ts';
import type { Sees } from '../access/sight.ts';
import type { AlertDesk } from '../alert/alert-desk.ts';
import type { DocumentStore } from '../store/documents.ts';
import type { AccessPort } from './ports.ts';

/** Alarms and their rules. */
export type AlarmsPort = Pick<
  AlertDesk,
  'list' | 'detail' | 'act' | 'figures' | 'rules' | 'saveRules' | 'dryRun' | 'now' | 'root'
>;

/** What people at desks work with. */
export interface DeskPort {
  readonly accounts: Pick<Accounts, 'list' | 'open' | 'revoke'>;
  readonly documents: DocumentStore;
  /** Undefined until alarms are watched. */
  readonly alarms: () => AlarmsPort | undefined;
  readonly sees: Sees;
  readonly actionsOf: (principal: Principal) => readonly Action[];
  /** Real time, ms. */
  readonly now: () => number;
}

export interface DeskRoutesOptions extends DeskPort {
  readonly access: AccessPort;
  readonly readsPerMinute: number;
}
