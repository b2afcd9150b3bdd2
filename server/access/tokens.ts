import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { IocError } from '../errors.ts';

/** Long-lived tokens. The administrator has one only where it is set; else there are one-time links. */
export interface Tokens {
  readonly device: string;
  readonly ingest: string;
  readonly admin: string | undefined;
}

interface KeptTokens {
  readonly device?: string;
  readonly ingest?: string;
}

const TOKEN = /^[!-~]{32,512}$/;

/** 256 random bits as text. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Tokens as set, else as kept in `directory` from an earlier start, else new and kept, readable for the owner only: a
 * wall holds on to its link through restarts of the server.
 */
export function loadTokens(
  directory: string,
  set: { readonly [T in keyof Tokens]?: string | undefined },
): Tokens {
  const file = path.join(directory, 'tokens.json');
  const kept = readKept(file);
  const device = kept.device ?? newToken();
  const ingest = kept.ingest ?? newToken();
  const isWanted = set.device === undefined || set.ingest === undefined;
  if (isWanted && (device !== kept.device || ingest !== kept.ingest)) {
    keep(file, { device, ingest });
  }
  return { device: set.device ?? device, ingest: set.ingest ?? ingest, admin: set.admin };
}

function readKept(file: string): KeptTokens {
  if (!existsSync(file)) return {};
  let kept: unknown;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    kept = undefined;
  }
  const { device, ingest }: Record<string, unknown> = Object(kept);
  if (isToken(device) && isToken(ingest)) return { device, ingest };
  throw new IocError('IOC_ACCESS_TOKEN_FILE', {
    where: file,
    expected: 'two tokens (remove it to have new ones made)',
    came: 'something else',
  });
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value);
}

function keep(file: string, tokens: KeptTokens): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  writeFileSync(fresh, `${JSON.stringify(tokens)}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}
