import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Smaller bodies are not worth the header. */
const GZIP_FROM_BYTES = 1400;

/** JSON that stays the same while the process lives: encoded, hashed and compressed once, at its first use. */
export function keepJson(
  value: unknown,
  type = 'application/json; charset=utf-8',
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  let kept: { plain: Buffer; zipped: Buffer; etag: string } | undefined;
  return (request, reply) => {
    kept ??= encode(value);
    reply
      .type(type)
      .header('etag', kept.etag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'Accept-Encoding, Authorization');
    if (request.headers['if-none-match'] === kept.etag) return reply.code(304).send();
    const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (!takesGzip || kept.plain.length < GZIP_FROM_BYTES) return reply.send(kept.plain);
    return reply.header('content-encoding', 'gzip').send(kept.zipped);
  };
}

function encode(value: unknown) {
  const plain = Buffer.from(JSON.stringify(value));
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 27);
  return { plain, zipped: gzipSync(plain), etag: `"${hash}"` };
}
