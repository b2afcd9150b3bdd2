import { parseArgs } from 'node:util';
import { Value } from 'typebox/value';
import { ACCOUNT_ROLES, type Account, NewAccount } from '../shared/account/account.ts';
import { parseInstant } from '../shared/unit/instant.ts';
import { endOfDay, parseDay } from '../shared/unit/local-day.ts';
import { isLive } from './access/account-fold.ts';
import { type Accounts, createAccounts } from './access/accounts.ts';
import { readConfig } from './config.ts';
import { IocError } from './errors.ts';
import { readPack } from './source/pack.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

export const ACCOUNT_USAGE = `npm run ioc -- account add --role <${ACCOUNT_ROLES.join('|')}> --name <name> [--unit <code> …] [--until <day or instant>]
npm run ioc -- account list
npm run ioc -- account revoke --name <name>

Accounts of the store under IOC_DATA, also beside a running server, which knows them a second later. The token is shown once.
  --unit  sees this unit and all below it; may be repeated; default: the whole province of IOC_PACK
  --data  another directory than IOC_DATA
`;

/** Whom the acts of this command are kept under. */
const BY = 'Dòng lệnh';
const PAGES: { readonly [R in Account['role']]: string | undefined } = {
  operator: '/desk',
  analyst: '/studio',
  reader: undefined,
};

/** What to print. Throws with a code where it cannot be done; undefined: no such command. */
export async function runAccountCommand(args: readonly string[]): Promise<string | undefined> {
  const [command, ...rest] = args;
  const { values } = parseArgs({
    args: rest,
    options: {
      role: { type: 'string' },
      name: { type: 'string' },
      unit: { type: 'string', multiple: true },
      until: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const { settings } = readConfig();
  const { pack } = readPack(settings.IOC_PACK, undefined);
  const store = openSqliteStore(values.data ?? settings.IOC_DATA);
  const isUnit = (code: string) => pack.units.some((unit) => unit.code === code);
  try {
    const { journal } = store;
    const accounts = createAccounts({ journal, root: pack.root, isUnit, now: Date.now });
    await accounts.refresh();
    const server = `http://${settings.HOST}:${settings.PORT}`;
    if (command === 'add') return await add(accounts, wantedOf(values), server);
    if (command === 'list') return accounts.list().map(describe).join('\n');
    if (command === 'revoke') return await revoke(accounts, values.name ?? '');
    return undefined;
  } finally {
    store.close();
  }
}

interface Values {
  readonly role?: string | undefined;
  readonly name?: string | undefined;
  readonly unit?: readonly string[] | undefined;
  readonly until?: string | undefined;
}

function wantedOf({ role, name, unit, until }: Values): NewAccount {
  const scope = unit ? { scope: [...unit] } : {};
  const wanted = { role, name, ...scope, expiresAt: endOf(until) };
  if (Value.Check(NewAccount, wanted)) return wanted;
  const expected = `--role ${ACCOUNT_ROLES.join('|')} and --name`;
  const came = `--role ${role ?? ''} --name ${name ?? ''}`;
  throw new IocError('IOC_HTTP_INVALID', { where: 'account add', expected, came });
}

function endOf(until: string | undefined): number | null {
  if (until === undefined) return null;
  const day = parseDay(until);
  const instant = day === undefined ? parseInstant(until) : endOfDay(day);
  if (instant !== undefined) return instant;
  const expected = 'a day like 2027-01-31, or an instant';
  throw new IocError('IOC_HTTP_INVALID', { where: '--until', expected, came: until });
}

async function add(accounts: Accounts, wanted: NewAccount, server: string): Promise<string> {
  const { account, token } = await accounts.open(wanted, BY);
  const page = PAGES[account.role];
  const link = page ? `\n  ${server}${page}#token=${token}` : '';
  return `${describe(account)}\nIts token, shown only now:\n  ${token}${link}`;
}

async function revoke(accounts: Accounts, name: string): Promise<string> {
  const found = accounts
    .list()
    .find((account) => account.name === name && isLive(account, Date.now()));
  if (!found) throw new IocError('IOC_ACCESS_NO_ACCOUNT', { where: name });
  return describe(await accounts.revoke(found.id, BY));
}

function describe({ name, role, scope, expiresAt, revokedAt }: Account): string {
  const end = [
    expiresAt === null ? '' : `until ${new Date(expiresAt).toISOString()}`,
    revokedAt === null ? '' : `revoked ${new Date(revokedAt).toISOString()}`,
  ];
  return [name, role, scope.join(','), ...end].filter((part) => part !== '').join('  ');
}
