import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createAccess } from './access.ts';
import { actionsOf, may, type Role } from './principal.ts';
import { loadTokens } from './tokens.ts';

const directories: string[] = [];
afterEach(() => {
  for (const each of directories.splice(0)) rmSync(each, { recursive: true, force: true });
});
function newDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'ioc-access-'));
  directories.push(directory);
  return directory;
}

const HERE = '10.0.0.1';
const accounts = { principalOf: () => undefined, isCurrent: () => true };
const tokens = { device: 'd'.repeat(32), ingest: 'i'.repeat(32), admin: 'a'.repeat(32) };
function accessAt(clock: { now: number }, admin: string | undefined = tokens.admin) {
  const now = () => clock.now;
  const lives = { linkLifeMs: 60_000, sessionLifeMs: 3_600_000 };
  return createAccess({ tokens: { ...tokens, admin }, scope: ['74'], accounts, now, ...lives });
}

describe('tokens', () => {
  it('are generated once, kept for their owner only, and the same after a restart', () => {
    const directory = path.join(newDirectory(), 'data');
    const first = loadTokens(directory, {});
    expect(first.device).toMatch(/^[\w-]{43}$/);
    expect(first.device).not.toBe(first.ingest);
    expect(first.admin).toBeUndefined();
    expect(statSync(path.join(directory, 'tokens.json')).mode & 0o777).toBe(0o600);
    expect(loadTokens(directory, {})).toEqual(first);
  });

  it('that are set win, and are not written down', () => {
    const directory = newDirectory();
    expect(loadTokens(directory, tokens)).toEqual(tokens);
    expect(() => statSync(path.join(directory, 'tokens.json'))).toThrow();
  });

  it('in a damaged file stop the start instead of being replaced', () => {
    const directory = newDirectory();
    writeFileSync(path.join(directory, 'tokens.json'), '{"device":"short"}');
    expect(() => loadTokens(directory, {})).toThrow('expected two tokens');
  });
});

describe('access', () => {
  it('knows each token by its role and refuses every other', () => {
    const access = accessAt({ now: 0 });
    expect(access.principalOf(tokens.device, HERE)).toEqual({
      role: 'wall',
      name: 'Màn hình',
      scope: ['74'],
    });
    expect(access.principalOf(tokens.ingest, HERE)?.role).toBe('ingest');
    expect(access.principalOf(tokens.admin, HERE)?.role).toBe('admin');
    for (const wrong of [undefined, '', 'x', tokens.device.slice(1), `${tokens.device} `]) {
      expect(access.principalOf(wrong, HERE)).toBeUndefined();
    }
  });

  it('lets no role do what is not its own', () => {
    const allowed = (role: Role) => {
      const principal = { role, name: role, scope: [] };
      return actionsOf(principal).filter((action) => may(principal, action));
    };
    expect(allowed('wall')).toEqual(['query', 'read']);
    expect(allowed('ingest')).toEqual(['push']);
    expect(allowed('admin')).not.toContain('push');
    expect(allowed('admin')).toContain('direct');
    expect(allowed('reader')).toEqual(['query', 'read']);
    expect(allowed('operator')).toEqual(
      expect.arrayContaining(['operate', 'records', 'positions']),
    );
    for (const action of ['study', 'accounts', 'direct', 'quarantine'] as const) {
      expect(allowed('operator')).not.toContain(action);
    }
    expect(allowed('analyst')).toEqual(['query', 'read', 'records', 'study']);
  });

  it('gives a session for a one-time link, once', () => {
    const clock = { now: 0 };
    const access = accessAt(clock, undefined);
    const code = access.issueLink();
    const session = access.redeem(code);
    if (!('token' in session)) throw new Error('no session');
    expect(access.principalOf(session.token, HERE)).toEqual({
      role: 'admin',
      name: 'Quản trị',
      scope: ['74'],
    });
    expect(access.principalOf(code, HERE)).toBeUndefined();
    expect(access.redeem(code)).toMatchObject({ code: 'IOC_ACCESS_LINK_USED' });
    clock.now = 3_600_000;
    expect(access.principalOf(session.token, HERE)).toBeUndefined();
  });

  it('refuses a link that has ended and one it never gave', () => {
    const clock = { now: 0 };
    const access = accessAt(clock);
    const code = access.issueLink();
    clock.now = 60_000;
    expect(access.redeem(code)).toMatchObject({ code: 'IOC_ACCESS_LINK_EXPIRED' });
    expect(access.redeem('guess')).toMatchObject({ code: 'IOC_ACCESS_LINK_UNKNOWN' });
  });
});
