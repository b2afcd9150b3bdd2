import { createHash } from 'node:crypto';

/** Secrets are kept and compared as digests of equal length, so that neither a file nor time tells them. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
