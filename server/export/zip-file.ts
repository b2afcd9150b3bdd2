import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** Made from local parts, so that the bytes of a zip's clock are the same in every time zone. */
const FIXED_TIME = new Date(1980, 0, 1, 0, 0, 0);

const options = { mtime: FIXED_TIME, mode: 0o100644, forceDosTimestamp: true };

/** A zip archive whose bytes depend on the content only. */
export interface Archive {
  add(name: string, content: string | Uint8Array): void;
  /** Read only when the archive comes to it; nothing of it is held. */
  stream(name: string, content: Readable): void;
  /** No more entries; the archive can be read from here. */
  end(): Readable;
}

export function createArchive(): Archive {
  const zip = new ZipFile();
  return {
    add: (name, content) => zip.addBuffer(Buffer.from(content as Uint8Array), name, options),
    stream: (name, content) => zip.addReadStream(content, name, options),
    end: () => {
      zip.end();
      return zip.outputStream as Readable;
    },
  };
}

/** All that a stream gives, in one piece. */
export async function bytesOf(stream: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  return Buffer.concat(parts);
}
