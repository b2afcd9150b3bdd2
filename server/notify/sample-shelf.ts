import type { FileShelf } from './file-shelf.ts';

/** A shelf that is gone with the process. */
export function sampleShelf(): FileShelf {
  const files = new Map<string, Buffer>();
  return {
    keep: async (hash, bytes) => void files.set(hash, Buffer.from(bytes)),
    read: async (hash) => files.get(hash),
    keepOnly: async (hashes) => {
      for (const hash of files.keys()) if (!hashes.has(hash)) files.delete(hash);
    },
  };
}
