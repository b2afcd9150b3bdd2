import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createAccounts } from './access/accounts.ts';
import { digestOf } from './access/digest.ts';
import { runAccountCommand } from './account-command.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

const directories: string[] = [];
const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const directory of directories.splice(0))
    rmSync(directory, { recursive: true, force: true });
});
function newDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'ioc-account-'));
  directories.push(directory);
  return directory;
}

const tokenIn = (text: string) => /^ {2}([\w-]{43})$/m.exec(text)?.[1] ?? 'none';
const ADD = ['add', '--role', 'operator', '--name', 'Trực ca 1', '--unit', '718'];

test('an account added beside a running server is let in after its next poll', async () => {
  const directory = newDirectory();
  const server = openSqliteStore(directory);
  stores.push(server);
  const accounts = createAccounts({
    journal: server.journal,
    root: '74',
    isUnit: () => true,
    now: Date.now,
  });
  let refreshed: Promise<void> | undefined;
  server.onChange(() => {
    refreshed = accounts.refresh();
  });
  const added = await runAccountCommand([...ADD, '--data', directory]);
  const token = tokenIn(added ?? '');
  expect(added).toContain(`/desk#token=${token}`);
  server.poll();
  await refreshed;
  expect(accounts.principalOf(digestOf(token).toString('hex'))).toMatchObject({
    name: 'Trực ca 1',
    role: 'operator',
    scope: ['718'],
  });
});

test('accounts are listed and revoked by name, and no file holds a token', async () => {
  const directory = newDirectory();
  const data = ['--data', directory];
  const added = (await runAccountCommand([...ADD, '--until', '2099-01-31', ...data])) ?? '';
  expect(await runAccountCommand(['list', ...data])).toBe(
    'Trực ca 1  operator  718  until 2099-01-31T16:59:59.999Z',
  );
  expect(await runAccountCommand(['revoke', '--name', 'Trực ca 1', ...data])).toContain('revoked');
  await expect(runAccountCommand(['revoke', '--name', 'Trực ca 1', ...data])).rejects.toThrow(
    'no account',
  );
  const bytes = readdirSync(directory).map((name) => readFileSync(path.join(directory, name)));
  expect(Buffer.concat(bytes).includes(tokenIn(added))).toBe(false);
});

test('what is no account says what it should be', async () => {
  const data = ['--data', newDirectory()];
  const add = (...args: string[]) => runAccountCommand(['add', ...args, ...data]);
  await expect(add('--role', 'king', '--name', 'x')).rejects.toThrow('operator|analyst|reader');
  await expect(add('--role', 'reader', '--name', 'x', '--unit', '99999')).rejects.toThrow('99999');
  await expect(add('--role', 'reader', '--name', 'x', '--until', 'soon')).rejects.toThrow('soon');
  expect(await runAccountCommand(['dance', ...data])).toBeUndefined();
});
