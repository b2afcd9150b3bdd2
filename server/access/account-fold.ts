import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { ACCOUNT_ROLES, type Account } from '../../shared/account/account.ts';
import type { Act } from '../store/journal.ts';

export const ACCOUNT_TOPIC = 'account';

/** Body of an `opened` act; a `revoked` one has none. */
const Opened = Type.Object({
  name: Type.String(),
  role: Type.Enum([...ACCOUNT_ROLES]),
  scope: Type.Array(Type.String()),
  expiresAt: Type.Union([Type.Number(), Type.Null()]),
  /** SHA-256 of the token, hex. */
  digest: Type.String(),
});
export type Opened = Static<typeof Opened>;

export interface KeptAccount {
  readonly account: Account;
  readonly digest: string;
  /** Newest act about it. */
  readonly seq: number;
}

/** Accounts by id as their acts left them. What is no act of ours changes nothing. */
export function foldAccounts(acts: readonly Act[]): Map<string, KeptAccount> {
  const accounts = new Map<string, KeptAccount>();
  for (const act of acts) {
    const known = accounts.get(act.subject);
    const next = known ? revoke(known, act) : open(act);
    if (next) accounts.set(act.subject, next);
  }
  return accounts;
}

function open({ seq, at, by, subject, kind, body }: Act): KeptAccount | undefined {
  if (kind !== 'opened' || !Value.Check(Opened, body)) return undefined;
  const { digest, ...rest } = body;
  const life = { openedAt: at, openedBy: by, revokedAt: null, revokedBy: null };
  return { account: { id: subject, ...rest, ...life }, digest, seq };
}

function revoke(known: KeptAccount, { seq, at, by, kind }: Act): KeptAccount | undefined {
  if (kind !== 'revoked' || known.account.revokedAt !== null) return undefined;
  return { ...known, seq, account: { ...known.account, revokedAt: at, revokedBy: by } };
}

export function isLive({ revokedAt, expiresAt }: Account, nowMs: number): boolean {
  return revokedAt === null && (expiresAt === null || nowMs < expiresAt);
}
