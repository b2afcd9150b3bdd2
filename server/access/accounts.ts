import { randomUUID } from 'node:crypto';
import type { Account, NewAccount, OpenedAccount } from '../../shared/account/account.ts';
import { searchKey, toNfc } from '../../shared/unit/text.ts';
import { IocError } from '../errors.ts';
import type { ActJournal } from '../store/journal.ts';
import {
  ACCOUNT_TOPIC,
  foldAccounts,
  isLive,
  type KeptAccount,
  type Opened,
} from './account-fold.ts';
import { digestOf } from './digest.ts';
import type { Principal } from './principal.ts';
import { newToken } from './tokens.ts';

export interface AccountsOptions {
  readonly journal: ActJournal;
  /** The pack's root: the scope of an account that names none. */
  readonly root: string;
  readonly isUnit: (code: string) => boolean;
  /** Real time, ms. */
  readonly now: () => number;
}

/** Accounts of people and programs: opened and revoked by acts, so that it stays known who could do what when. */
export interface Accounts {
  /** Reads what is new in the journal; until then a token is judged by what was read before. */
  refresh(): Promise<void>;
  /** Whom the token with this digest stands for, while the account lives. */
  principalOf(digest: string): Principal | undefined;
  /** Whether that principal's account still lives. */
  isCurrent(principal: Principal): boolean;
  /** Newest first, also those that have ended. */
  list(): readonly Account[];
  /** Throws where the name is in use or a unit is unknown. */
  open(wanted: NewAccount, by: string): Promise<OpenedAccount>;
  /** Throws where there is no such account. Revoking twice changes nothing. */
  revoke(id: string, by: string): Promise<Account>;
}

export function createAccounts(options: AccountsOptions): Accounts {
  const { journal, now } = options;
  let byId = new Map<string, KeptAccount>();
  let byDigest = new Map<string, KeptAccount>();
  const refresh = async () => {
    byId = foldAccounts(await journal.read(ACCOUNT_TOPIC));
    byDigest = new Map([...byId.values()].map((kept) => [kept.digest, kept]));
  };
  const find = (id: string): KeptAccount => {
    const kept = byId.get(id);
    if (!kept) throw new IocError('IOC_ACCESS_NO_ACCOUNT', { where: id.slice(0, 64) });
    return kept;
  };
  return {
    refresh,
    principalOf: (digest) => {
      const kept = byDigest.get(digest);
      return kept && isLive(kept.account, now()) ? toPrincipal(kept.account) : undefined;
    },
    isCurrent: ({ account }) => {
      const kept = account === undefined ? undefined : byId.get(account);
      return account === undefined || (kept !== undefined && isLive(kept.account, now()));
    },
    list: () => [...byId.values()].map(({ account }) => account).reverse(),
    open: async (wanted, by) => {
      await refresh();
      const token = newToken();
      const opened = check(wanted, options, [...byId.values()], digestOf(token).toString('hex'));
      const act = { at: now(), by, topic: ACCOUNT_TOPIC, kind: 'opened', body: opened };
      const { subject } = await journal.append({ ...act, subject: randomUUID() });
      await refresh();
      return { account: find(subject).account, token };
    },
    revoke: async (id, by) => {
      await refresh();
      const { account, seq } = find(id);
      if (account.revokedAt !== null) return account;
      const act = { at: now(), by, topic: ACCOUNT_TOPIC, subject: id, kind: 'revoked', body: {} };
      await journal.append(act, { newestSeq: seq });
      await refresh();
      return find(id).account;
    },
  };
}

function toPrincipal({ id, name, role, scope }: Account): Principal {
  return { account: id, name, role, scope };
}

function check(
  { name, role, scope, expiresAt = null }: NewAccount,
  { root, isUnit, now }: AccountsOptions,
  known: readonly KeptAccount[],
  digest: string,
): Opened {
  const text = toNfc(name.trim());
  // What is done is kept under the name, so two who act at the same time must not share one.
  const namesake = known.find(
    ({ account }) => isLive(account, now()) && searchKey(account.name) === searchKey(text),
  );
  if (namesake) throw new IocError('IOC_ACCESS_NAME_USED', { came: text, where: '$.name' });
  const stranger = scope?.find((unit) => !isUnit(unit));
  if (stranger !== undefined) {
    throw new IocError('IOC_QUERY_UNKNOWN_UNIT', { where: '$.scope', came: stranger });
  }
  if (expiresAt !== null && expiresAt <= now()) {
    const [expected, came] = ['an instant to come', new Date(expiresAt).toISOString()];
    throw new IocError('IOC_HTTP_INVALID', { where: '$.expiresAt', expected, came });
  }
  return { name: text, role, scope: scope ? [...new Set(scope)] : [root], expiresAt, digest };
}
