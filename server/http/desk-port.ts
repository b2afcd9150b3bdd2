import type { Accounts } from '../access/accounts.ts';
import type { Action, Principal } from '../access/principal.ts';
import type { Sees } from '../access/sight.ts';
import type { DocumentStore } from '../store/documents.ts';
import type { AccessPort } from './ports.ts';

/** What people at desks work with. */
export interface DeskPort {
  readonly accounts: Pick<Accounts, 'list' | 'open' | 'revoke'>;
  readonly documents: DocumentStore;
  readonly sees: Sees;
  readonly actionsOf: (principal: Principal) => readonly Action[];
  /** Real time, ms. */
  readonly now: () => number;
}

export interface DeskRoutesOptions extends DeskPort {
  readonly access: AccessPort;
  readonly readsPerMinute: number;
}
