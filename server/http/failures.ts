import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CodedError, ERRORS, errorBody, IocError } from '../errors.ts';

/** Seconds a retryable refusal asks for. */
const RETRY_AFTER_S = 1;

/** Every refusal leaves as `{code, message, path?}`; what is not coded is logged and named by its request only. */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const coded = codedOf(error, request);
    if (coded.code === 'IOC_HTTP_FAILED') request.log.error({ err: error, code: coded.code });
    return refuse(reply, coded);
  });
  app.setNotFoundHandler((request, reply) =>
    refuse(reply, new IocError('IOC_HTTP_NOT_FOUND', { where: pathOf(request) })),
  );
}

export function refuse(reply: FastifyReply, error: IocError | CodedError): FastifyReply {
  const { status, retryable } = ERRORS[error.code];
  if (retryable && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_AFTER_S);
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(errorBody(error)));
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0]?.slice(0, 200) ?? '';
}

function codedOf(error: unknown, request: FastifyRequest): IocError {
  if (error instanceof IocError) return error;
  const { code, validation, limit }: Partial<FastifyError> & { limit?: number } = Object(error);
  const came = request.headers['content-type'] ?? 'none';
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new IocError('IOC_HTTP_BODY_TOO_LARGE', {
        expected: request.routeOptions.bodyLimit ?? limit ?? 0,
        came: request.headers['content-length'] ?? 'more',
      });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new IocError('IOC_HTTP_MEDIA_TYPE', { expected: 'application/json', came });
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return invalid('body', 'JSON', 'something else');
  }
  if (isOutOfRange(error)) return outOfRange(request);
  const [first] = validation ?? [];
  if (first)
    return invalid(`$${first.instancePath ?? ''}`, first.message ?? 'another value', 'not');
  if (error instanceof SyntaxError) return invalid('body', 'JSON', 'something else');
  return new IocError('IOC_HTTP_FAILED', { where: request.id }, error);
}

/** What sends files names it by a status alone. */
function isOutOfRange(error: unknown): boolean {
  const { status, statusCode }: { status?: unknown; statusCode?: unknown } = Object(error);
  return status === 416 || statusCode === 416;
}

function outOfRange(request: FastifyRequest): IocError {
  const came = request.headers.range ?? 'none';
  return new IocError('IOC_HTTP_RANGE', { where: pathOf(request), came });
}

function invalid(where: string, expected: string, came: string): IocError {
  return new IocError('IOC_HTTP_INVALID', { where, expected, came });
}
