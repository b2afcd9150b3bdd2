import { timingSafeEqual } from 'node:crypto';
import { type CodedError, codedError } from '../errors.ts';
import type { Accounts } from './accounts.ts';
import { digestOf } from './digest.ts';
import type { Principal } from './principal.ts';
import { newToken, type Tokens } from './tokens.ts';
import { WrongTokens } from './wrong-tokens.ts';

export interface AccessOptions {
  readonly tokens: Tokens;
  /** Units of those that are no accounts: the pack's root. */
  readonly scope: readonly string[];
  readonly accounts: Pick<Accounts, 'principalOf' | 'isCurrent'>;
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
  /** Whom a bearer token stands for; undefined is a refusal. Wrong ones are counted for the address they come `from`. */
  principalOf(token: string | undefined, from: string): Principal | undefined;
  /** Too many wrong tokens came from there within a minute: until it is over only tokens that were right before are. */
  isBarred(from: string): boolean;
  /** Whether the principal of an earlier answer would still be let in. */
  isCurrent(principal: Principal): boolean;
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

export function createAccess(options: AccessOptions): Access {
  const { tokens, scope, now } = options;
  const fixed: Holder[] = [holder('wall', tokens.device), holder('ingest', tokens.ingest)];
  if (tokens.admin !== undefined) fixed.push(holder('admin', tokens.admin));
  let sessions: Holder[] = [];
  let links: Link[] = [];
  const wrong = new WrongTokens(WRONG_A_MINUTE, now);
  const wasRight = new Set<string>();
  const find = (digest: Buffer): Principal | undefined => {
    const found = [...fixed, ...sessions].filter((each) => timingSafeEqual(each.digest, digest));
    const role = found.find((each) => each.expiresAt > now())?.role;
    if (role) return { role, name: NAMES[role], scope };
    return options.accounts.principalOf(digest.toString('hex'));
  };

  return {
    principalOf(token, from) {
      if (token === undefined || token === '') return undefined;
      const digest = digestOf(token);
      const name = digest.toString('hex');
      if (wrong.isBarred(from) && !wasRight.has(name)) return undefined;
      const principal = find(digest);
      if (principal) wasRight.add(name);
      else wrong.count(from);
      return principal;
    },
    isBarred: (from) => wrong.isBarred(from),
    isCurrent: (principal) => options.accounts.isCurrent(principal),
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
/** From one address; a screen with an old token tries twice a minute. */
export const WRONG_A_MINUTE = 30;

function holder(role: FixedRole, token: string): Holder {
  return { digest: digestOf(token), role, expiresAt: Number.POSITIVE_INFINITY };
}

function faultOf(link: Link | undefined, now: number): CodedError | undefined {
  if (!link) return codedError('IOC_ACCESS_LINK_UNKNOWN');
  if (link.used) return codedError('IOC_ACCESS_LINK_USED');
  const expected = new Date(link.expiresAt).toISOString();
  return link.expiresAt <= now ? codedError('IOC_ACCESS_LINK_EXPIRED', { expected }) : undefined;
}
