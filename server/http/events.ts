import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { PUSH_CONTENT_TYPES, parsePushContentType } from '../../shared/event/content-type.ts';
import { type ErrorCode, IocError } from '../errors.ts';
import { allow, whenReady } from './guard.ts';
import type { PushMetrics } from './metrics.ts';
import type { AccessPort, PushPort, PushResult, Readiness } from './ports.ts';
import { limitRate } from './rates.ts';

export interface EventRoutesOptions extends PushPort {
  readonly access: AccessPort;
  readonly readiness: () => Readiness;
  readonly metrics: PushMetrics;
  readonly bodyLimitBytes: number;
  /** Bodies held at once, counted by their announced length. */
  readonly inflightLimitBytes: number;
  readonly pushesPerMinute: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    heldBytes: number;
  }
}

/** `POST /api/v1/events`: the body goes to the core as raw bytes and is answered after the commit. */
export const eventRoutes: FastifyPluginAsync<EventRoutesOptions> = async (app, options) => {
  takeRawBodies(app);
  app.addHook('onRequest', allow(options.access, 'push'));
  await limitRate(app, options.pushesPerMinute, (request) => request.headers.authorization ?? '');
  app.addHook('onRequest', whenReady(options.readiness));
  boundInflight(app, options);

  app.post('/api/v1/events', { bodyLimit: options.bodyLimitBytes }, async (request, reply) => {
    const contentType = parsePushContentType(request.headers['content-type']);
    if (!contentType) throw wrongType(request.headers['content-type']);
    const start = performance.now();
    const body = Buffer.isBuffer(request.body) ? ownBytes(request.body) : new Uint8Array();
    const bytes = body.byteLength;
    const result = await options.push(body, contentType);
    options.metrics.countPush(bytes, performance.now() - start);
    return answer(reply, result, contentType);
  });
};

type App = Parameters<typeof eventRoutes>[0];

function takeRawBodies(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...PUSH_CONTENT_TYPES], { parseAs: 'buffer' }, (_, body, done) =>
    done(null, body),
  );
  app.addContentTypeParser('*', (request, _, done) =>
    done(wrongType(request.headers['content-type'])),
  );
}

function wrongType(came = 'none'): IocError {
  return new IocError('IOC_HTTP_MEDIA_TYPE', { expected: PUSH_CONTENT_TYPES.join(', '), came });
}

/** Refuses what would hold more than the budget before reading any of it. */
function boundInflight(app: App, { inflightLimitBytes, bodyLimitBytes }: EventRoutesOptions): void {
  let held = 0;
  app.decorateRequest('heldBytes', 0);
  app.addHook('onRequest', async (request) => {
    const length = request.headers['content-length'];
    const announced = length === undefined ? bodyLimitBytes : Number(length);
    if (announced > bodyLimitBytes) {
      throw new IocError('IOC_HTTP_BODY_TOO_LARGE', { expected: bodyLimitBytes, came: announced });
    }
    if (held + announced > inflightLimitBytes) {
      throw new IocError('IOC_HTTP_BUSY', { expected: inflightLimitBytes });
    }
    held += announced;
    request.heldBytes = announced;
  });
  app.addHook('onResponse', async (request) => {
    held -= request.heldBytes;
    request.heldBytes = 0;
  });
}

/** Small bodies lie in a pool that others use too; the core gets bytes that are its own. */
function ownBytes(body: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = body;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) {
    return new Uint8Array(buffer, byteOffset, byteLength);
  }
  return new Uint8Array(body);
}

const UNREADABLE = [
  'IOC_INGEST_ENCODING',
  'IOC_INGEST_JSON',
  'IOC_INGEST_TOP_TYPE',
] as const satisfies ErrorCode[];
const TOO_MANY: ErrorCode = 'IOC_INGEST_TOO_MANY';

/** A body that could not be read at all is a 400 or 413 with its counts, so that a sender's mistake is plain. */
function answer(reply: FastifyReply, result: PushResult, contentType: string): FastifyReply {
  const [first, second] = result.quarantined;
  const isWhole = first && !second && result.accepted + result.duplicate === 0;
  const status = isWhole ? statusOf(first.code, contentType) : 200;
  if (!first || status === 200) return reply.send(result);
  const { code, message, path } = first;
  return reply.code(status).send({ code, message, path, ...result });
}

/** One bad line among lines is no unreadable body. */
function statusOf(code: string, contentType: string): number {
  if (code === TOO_MANY) return 413;
  const isUnreadable = UNREADABLE.some((each) => each === code);
  return isUnreadable && contentType !== 'application/x-ndjson' ? 400 : 200;
}
