import { createHash, timingSafeEqual } from 'node:crypto';
import { type CodedError, codedError } from '../errors.ts';
import type { Principal } from './principal.ts';
import { newToken, type Tokens } from './tokens.ts';

export interface AccessOptions {
  readonly tokens: Tokens;
  /** Units of every principal of this server: the pack's root. */
  readonly scope: readonly string[];
  /** Real time, ms: a replay's clock must not stretch a session. */
  readonly now: () => number;
  readonly linkLifeMs: number;
  readonly sessionLifeMs: number;
}

export interface Session {
  readonly token: string;
  /** ms */
  readonly expiresAt: number;
}

export interface Access {
  /** Whom a bearer token stands for; undefined is a refusal. */
  principalOf(token: string | undefined): Principal | undefined;
  /** A new one-time code that stands for the administrator. */
  issueLink(): string;
  /** Exchanges a one-time code, once, for a session. */
  redeem(code: string): Session | CodedError;
}

interface Link {
  readonly digest: Buffer;
  readonly expiresAt: number;
  used: boolean;
}

interface Holder {
  readonly digest: Buffer;
  readonly role: FixedRole;
  readonly expiresAt: number;
}

/** Those that are no accounts. */
type FixedRole = 'wall' | 'ingest' | 'admin';
const NAMES: { readonly [R in FixedRole]: string } = {
  wall: 'Màn hình',
  ingest: 'Hệ thống gửi dữ liệu',
  admin: 'Quản trị',
};

/** Secrets are compared as digests of equal length, every one of them each time, so that time tells nothing. */
function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export function createAccess(options: AccessOptions): Access {
  const { tokens, scope, now } = options;
  const fixed: Holder[] = [holder('wall', tokens.device), holder('ingest', tokens.ingest)];
  if (tokens.admin !== undefined) fixed.push(holder('admin', tokens.admin));
  let sessions: Holder[] = [];
  let links: Link[] = [];

  return {
    principalOf(token) {
      if (token === undefined || token === '') return undefined;
      const digest = digestOf(token);
      const found = [...fixed, ...sessions].filter((each) => timingSafeEqual(each.digest, digest));
      const role = found.find((each) => each.expiresAt > now())?.role;
      return role && { role, name: NAMES[role], scope };
    },
    issueLink() {
      const code = newToken();
      links = links.filter((link) => link.expiresAt > now() - DAY_MS);
      links.push({ digest: digestOf(code), expiresAt: now() + options.linkLifeMs, used: false });
      return code;
    },
    redeem(code) {
      const digest = digestOf(code);
      const [link] = links.filter((each) => timingSafeEqual(each.digest, digest));
      const fault = faultOf(link, now());
      if (!link || fault) return fault ?? codedError('IOC_ACCESS_LINK_UNKNOWN');
      link.used = true;
      const session = { token: newToken(), expiresAt: now() + options.sessionLifeMs };
      sessions = sessions.filter((each) => each.expiresAt > now());
      sessions.push({ ...holder('admin', session.token), expiresAt: session.expiresAt });
      return session;
    },
  };
}

const DAY_MS = 86_400_000;

function holder(role: FixedRole, token: string): Holder {
  return { digest: digestOf(token), role, expiresAt: Number.POSITIVE_INFINITY };
}

function faultOf(link: Link | undefined, now: number): CodedError | undefined {
  if (!link) return codedError('IOC_ACCESS_LINK_UNKNOWN');
  if (link.used) return codedError('IOC_ACCESS_LINK_USED');
  const expected = new Date(link.expiresAt).toISOString();
  return link.expiresAt <= now ? codedError('IOC_ACCESS_LINK_EXPIRED', { expected }) : undefined;
}
