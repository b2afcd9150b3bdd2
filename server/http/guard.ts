import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Action, Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import type { AccessPort, Readiness } from './ports.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `allow`; null where a route asks nobody. */
    principal: Principal | null;
  }
}

/** Once, on the root instance. */
export function decorateRequests(app: FastifyInstance): void {
  app.decorateRequest('principal', null);
}

/** The bearer token of a request. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
}

/** Whom the request's token stands for; throws where it stands for nobody. */
export function identify(access: AccessPort, request: FastifyRequest): Principal {
  const token = bearerOf(request);
  const principal = access.principalOf(token, request.ip);
  if (principal) return principal;
  if (token && access.isBarred(request.ip)) throw new IocError('IOC_ACCESS_TOO_MANY');
  throw new IocError('IOC_ACCESS_NO_TOKEN', { came: token ? 'an unknown one' : 'none' });
}

/** A hook that lets through only those who may do `action`. */
export function allow(access: AccessPort, action: Action): onRequestAsyncHookHandler {
  return async (request) => {
    const principal = identify(access, request);
    if (!access.may(principal, action)) {
      throw new IocError('IOC_ACCESS_REFUSED', { where: action, came: principal.role });
    }
    request.principal = principal;
  };
}

/** The principal that `allow` found. */
export function principalOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new IocError('IOC_ACCESS_NO_TOKEN', { came: 'none' });
  return request.principal;
}

/** A hook that answers 503 with the progress while the store is being loaded. */
export function whenReady(readiness: () => Readiness): onRequestAsyncHookHandler {
  return async () => {
    const { ready, progress } = readiness();
    if (!ready) throw new IocError('IOC_HTTP_LOADING', { came: `${Math.floor(progress * 100)} %` });
  };
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]', '::1'];

export function isLoopback(address: string): boolean {
  return LOOPBACK.includes(address) || address === '::ffff:127.0.0.1';
}

/**
 * Refuses foreign Host headers while the server listens on loopback or has a list: a page of any site could
 * otherwise reach it through a name that resolves to 127.0.0.1.
 */
export function checkHost(
  app: FastifyInstance,
  { host, allowedHosts }: { readonly host: string; readonly allowedHosts: readonly string[] },
): void {
  if (!isLoopback(host) && allowedHosts.length === 0) return;
  const known = new Set([...LOOPBACK, host, ...allowedHosts].map((name) => name.toLowerCase()));
  app.addHook('onRequest', async (request) => {
    if (known.has(request.hostname.toLowerCase())) return;
    const came = JSON.stringify(request.hostname.slice(0, 100));
    throw new IocError('IOC_HTTP_HOST', { expected: [...known].join(', '), came });
  });
}
