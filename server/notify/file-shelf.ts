import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Files of messages on their way out, each content once, by its SHA-256 (hex). */
export interface FileShelf {
  /** Durable when it resolves. */
  keep(hash: string, bytes: Uint8Array): Promise<void>;
  /** Undefined: it is not there. */
  read(hash: string): Promise<Buffer | undefined>;
  /** Removes whatever is not among these. */
  keepOnly(hashes: ReadonlySet<string>): Promise<void>;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function openFileShelf(folder: string): FileShelf {
  const placeOf = (hash: string) => path.join(folder, hash);
  return {
    keep: async (hash, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const part = `${placeOf(hash)}.part`;
      const file = await open(part, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, placeOf(hash));
    },
    read: (hash) => readFile(placeOf(hash)).catch(whenMissing(undefined)),
    keepOnly: async (hashes) => {
      const names = await readdir(folder).catch(whenMissing<string[]>([]));
      for (const name of names) if (!hashes.has(name)) await rm(placeOf(name), { force: true });
    },
  };
}

const whenMissing =
  <T>(answer: T) =>
  (cause: NodeJS.ErrnoException): T => {
    if (cause.code === 'ENOENT') return answer;
    throw cause;
  };
