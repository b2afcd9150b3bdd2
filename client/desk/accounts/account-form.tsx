import { type FormEvent, useState } from 'react';
import { ACCOUNT_ROLES, type OpenedAccount } from '../../../shared/account/account.ts';
import { endOfDay, parseDay } from '../../../shared/unit/local-day.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { UnitField } from '../duty/unit-field.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { ACCOUNTS_WORDS } from './accounts-words.ts';

const PAGES = { operator: '/desk', analyst: '/studio', reader: null } as const;

/** Opens an account and shows its token, once. */
export function AccountForm({ onClose }: { onClose: () => void }) {
  const words = ACCOUNTS_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const [opened, setOpened] = useState<OpenedAccount | null>(null);
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const said = (name: string) => String(given.get(name) ?? '').trim();
    const day = parseDay(said('until'));
    const account = await send<OpenedAccount>('/api/v1/accounts', {
      name: said('name'),
      role: said('role'),
      ...(said('unit') && { scope: [said('unit')] }),
      ...(day !== undefined && { expiresAt: endOfDay(day) }),
    });
    if (account) setOpened(account);
  };
  if (opened) return <Opened opened={opened} onClose={onClose} />;
  return (
    <Dialog title={words.add} onClose={onClose} className="duty-dialog">
      <form className="duty-form" onSubmit={(event) => void open(event)}>
        <label>
          {words.columns.name}
          <input name="name" className="field-input" required maxLength={80} data-first />
        </label>
        <div className="duty-form-row">
          <label>
            {words.columns.role}
            <select name="role" className="field-input">
              {ACCOUNT_ROLES.map((role) => (
                <option key={role} value={role}>
                  {words.roles[role]}
                </option>
              ))}
            </select>
          </label>
          <UnitField label={words.columns.scope} none={words.whole} />
        </div>
        <label>
          {words.untilDay}
          <input name="until" className="field-input" type="date" />
        </label>
        <FaultLine text={fault} />
        <div className="duty-buttons">
          <button type="submit" className="action" data-main="true" disabled={isBusy}>
            {words.add}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Opened({ opened, onClose }: { opened: OpenedAccount; onClose: () => void }) {
  const words = ACCOUNTS_WORDS[useDesk().language];
  const { account, token } = opened;
  const page = PAGES[account.role];
  return (
    <Dialog title={words.given(account.name)} onClose={onClose} className="duty-dialog">
      <div className="duty-form">
        <p>{words.token}</p>
        <p className="duty-token">{token}</p>
        {page && (
          <>
            <p>{words.link}</p>
            <p className="duty-token">{`${location.origin}${page}#token=${token}`}</p>
          </>
        )}
        <p className="duty-quiet">{words.warn}</p>
      </div>
    </Dialog>
  );
}
