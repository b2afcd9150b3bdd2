import { describe, expect, test } from 'vitest';
import type { NewAccount } from '../../shared/account/account.ts';
import { emptyContent, openMemoryStore } from '../store/memory-store.ts';
import { createAccess, WRONG_A_MINUTE } from './access.ts';
import { createAccounts } from './accounts.ts';

const DUTY: NewAccount = { name: 'Trực ca 1', role: 'operator' };
const HERE = '10.0.0.1';
const SETTINGS = { device: 'd'.repeat(32), ingest: 'i'.repeat(32), admin: 'a'.repeat(32) };

function setUp() {
  const clock = { now: 1_000_000 };
  const content = emptyContent();
  const { journal } = openMemoryStore(content);
  const isUnit = (code: string) => ['74', '718', '725'].includes(code);
  const create = () => createAccounts({ journal, root: '74', isUnit, now: () => clock.now });
  const accounts = create();
  const lives = { linkLifeMs: 1, sessionLifeMs: 1 };
  const access = createAccess({
    tokens: SETTINGS,
    scope: ['74'],
    accounts,
    now: () => clock.now,
    ...lives,
  });
  return { clock, content, create, accounts, access };
}

describe('an account', () => {
  test('is let in by the token that is told once, under its name, role and scope', async () => {
    const { accounts, access } = setUp();
    const { account, token } = await accounts.open({ ...DUTY, scope: ['718'] }, 'Quản trị');
    expect(access.principalOf(token, HERE)).toEqual({
      account: account.id,
      name: 'Trực ca 1',
      role: 'operator',
      scope: ['718'],
    });
    expect(account).toMatchObject({ openedBy: 'Quản trị', openedAt: 1_000_000, revokedAt: null });
  });

  test('without units sees the whole province', async () => {
    const { accounts } = setUp();
    expect((await accounts.open(DUTY, 'Quản trị')).account.scope).toEqual(['74']);
  });

  test('leaves its token nowhere, only a digest of it', async () => {
    const { accounts, content } = setUp();
    const { token } = await accounts.open(DUTY, 'Quản trị');
    expect(JSON.stringify(content)).not.toContain(token);
    expect(JSON.stringify(accounts.list())).not.toMatch(/digest|[0-9a-f]{64}/);
  });

  test('is there after a restart, and known to a server once that has read what a command wrote', async () => {
    const { accounts, create } = setUp();
    const other = create();
    const { token, account } = await accounts.open(DUTY, 'Quản trị');
    const digest = (await import('./digest.ts')).digestOf(token).toString('hex');
    expect(other.principalOf(digest)).toBeUndefined();
    await other.refresh();
    expect(other.principalOf(digest)?.account).toBe(account.id);
  });

  test('that is revoked is refused at once, and stays on the list with who did it', async () => {
    const { accounts, access, clock } = setUp();
    const { account, token } = await accounts.open(DUTY, 'Quản trị');
    const principal = access.principalOf(token, HERE);
    if (!principal) throw new Error('not let in');
    clock.now += 5;
    await accounts.revoke(account.id, 'Quản trị');
    expect(access.principalOf(token, HERE)).toBeUndefined();
    expect(access.isCurrent(principal)).toBe(false);
    const again = await accounts.revoke(account.id, 'Ai khác');
    expect(again).toMatchObject({ revokedAt: 1_000_005, revokedBy: 'Quản trị' });
    expect(accounts.list()).toEqual([again]);
  });

  test('ends by itself at its end', async () => {
    const { accounts, access, clock } = setUp();
    const { token } = await accounts.open({ ...DUTY, expiresAt: clock.now + 10 }, 'Quản trị');
    clock.now += 9;
    expect(access.principalOf(token, HERE)?.name).toBe('Trực ca 1');
    clock.now += 1;
    expect(access.principalOf(token, HERE)).toBeUndefined();
  });

  test('needs a name that no other living one has, units of the pack, and an end to come', async () => {
    const { accounts } = setUp();
    const { account } = await accounts.open(DUTY, 'Quản trị');
    const same = accounts.open({ ...DUTY, name: ' TRUC CA 1' }, 'Quản trị');
    await expect(same).rejects.toMatchObject({ code: 'IOC_ACCESS_NAME_USED' });
    await accounts.revoke(account.id, 'Quản trị');
    await expect(accounts.open(DUTY, 'Quản trị')).resolves.toHaveProperty('token');
    const elsewhere = accounts.open({ name: 'Khác', role: 'reader', scope: ['79'] }, 'Quản trị');
    await expect(elsewhere).rejects.toMatchObject({ code: 'IOC_QUERY_UNKNOWN_UNIT' });
    const ended = accounts.open({ name: 'Khác', role: 'reader', expiresAt: 5 }, 'Quản trị');
    await expect(ended).rejects.toMatchObject({ code: 'IOC_HTTP_INVALID' });
    await expect(accounts.revoke('nobody', 'Quản trị')).rejects.toMatchObject({
      code: 'IOC_ACCESS_NO_ACCOUNT',
    });
  });
});

describe('wrong tokens', () => {
  test('bar their address for the rest of the minute, from a right one too, but not who was right before', async () => {
    const { access, accounts, clock } = setUp();
    const { token } = await accounts.open(DUTY, 'Quản trị');
    expect(access.principalOf(SETTINGS.device, HERE)?.role).toBe('wall');
    for (let n = 0; n < WRONG_A_MINUTE; n++) {
      expect(access.isBarred(HERE)).toBe(false);
      access.principalOf(`guess ${n}`, HERE);
    }
    expect(access.isBarred(HERE)).toBe(true);
    expect(access.principalOf(token, HERE)).toBeUndefined();
    expect(access.principalOf(SETTINGS.device, HERE)?.role).toBe('wall');
    expect(access.principalOf(token, '10.0.0.2')?.name).toBe('Trực ca 1');
    clock.now += 60_000;
    expect(access.isBarred(HERE)).toBe(false);
    expect(access.principalOf(token, HERE)?.name).toBe('Trực ca 1');
  });
});
