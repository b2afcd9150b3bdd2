import { useMemo, useState } from 'react';
import type { Account } from '../../../shared/account/account.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { type DeskSurroundings, unitName, useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { useTopic } from '../duty/use-topic.ts';
import { Dialog } from '../form/dialog.tsx';
import { SectionHead } from '../section-head.tsx';
import { type Column, rowsOf } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { AccountForm } from './account-form.tsx';
import { ACCOUNTS_WORDS } from './accounts-words.ts';
import '../form/form.css';
import '../duty/duty.css';

/** Who has an account; the administrator opens and revokes them here. */
export function AccountsSection() {
  const words = ACCOUNTS_WORDS[useDesk().language];
  const [isAdding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<Account | null>(null);
  const { value: accounts, failure } = useTopic<readonly Account[]>('/api/v1/accounts', 'account');
  const empty = failure?.status === 403 ? words.refused : accounts ? words.none : words.reading;
  return (
    <>
      <SectionHead title={words.title} detail={words.lead}>
        {accounts && (
          <button type="button" className="action" data-main="true" onClick={() => setAdding(true)}>
            {words.add}
          </button>
        )}
      </SectionHead>
      <AccountsTable accounts={accounts ?? []} empty={empty} onOpen={setChosen} />
      {isAdding && <AccountForm onClose={() => setAdding(false)} />}
      {chosen?.revokedAt === null && <Revoke account={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

interface AccountsTableProps {
  readonly accounts: readonly Account[];
  readonly empty: string;
  readonly onOpen: (account: Account) => void;
}

function AccountsTable({ accounts, empty, onOpen }: AccountsTableProps) {
  const desk = useDesk();
  const words = ACCOUNTS_WORDS[desk.language];
  const columns = useMemo((): readonly Column<Account>[] => {
    const titles = words.columns;
    return [
      { id: 'name', title: titles.name, width: 'minmax(180px, 1fr)', cell: ({ name }) => name },
      { id: 'role', title: titles.role, width: '180px', cell: ({ role }) => words.roles[role] },
      {
        id: 'scope',
        title: titles.scope,
        width: 'minmax(160px, 1fr)',
        cell: ({ scope }) => scopeText(scope, desk),
      },
      {
        id: 'opened',
        title: titles.opened,
        width: '150px',
        cell: ({ openedAt }) => formatDateTime(openedAt),
      },
      {
        id: 'until',
        title: titles.until,
        width: '150px',
        cell: ({ expiresAt }) => (expiresAt === null ? words.never : formatDateTime(expiresAt)),
      },
      {
        id: 'state',
        title: titles.state,
        width: '220px',
        cell: (account) => stateText(account, desk.language),
      },
    ];
  }, [desk, words]);
  return (
    <DataTable
      label={words.title}
      columns={columns}
      rows={useMemo(() => rowsOf(accounts), [accounts])}
      onOpen={onOpen}
      empty={empty}
      hasFocus
    />
  );
}

function scopeText(scope: readonly string[], desk: DeskSurroundings): string {
  return scope.map((unit) => unitName(desk, unit)).join(', ');
}

function stateText({ revokedAt, expiresAt }: Account, language: Language): string {
  const words = ACCOUNTS_WORDS[language];
  if (revokedAt !== null) return words.revoked(formatDateTime(revokedAt));
  return expiresAt !== null && expiresAt <= Date.now() ? words.ended : words.live;
}

function Revoke({ account, onClose }: { account: Account; onClose: () => void }) {
  const words = ACCOUNTS_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const revoke = async () => {
    const path = `/api/v1/accounts/${account.id}`;
    if (await send<Account>(path, undefined, 'DELETE')) onClose();
  };
  return (
    <Dialog title={account.name} onClose={onClose} className="duty-dialog">
      <div className="duty-form">
        <p>{words.revokeAsk(account.name)}</p>
        <FaultLine text={fault} />
        <div className="duty-buttons">
          <button type="button" className="action" disabled={isBusy} onClick={() => void revoke()}>
            {words.revoke}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
