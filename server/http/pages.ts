import { existsSync } from 'node:fs';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

export interface PageRoutesOptions {
  /** The built client; where it is missing only the API is served. */
  readonly clientDirectory: string;
}

/** Places in the client; each is the same page, which looks at its address. */
const PLACES = ['/wall', '/wall/*', '/director', '/desk', '/desk/*', '/studio', '/studio/*'];

/** The built client. Its page is asked for anew each time, what has a hash in its name is kept for a year. */
export const pageRoutes: FastifyPluginAsync<PageRoutesOptions> = async (app, options) => {
  await app.register(helmet, securityHeaders());
  app.get('/', async (_, reply) => reply.redirect('/wall'));
  if (!existsSync(options.clientDirectory)) return;
  await app.register(fastifyStatic, {
    root: options.clientDirectory,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = /[\\/]assets[\\/]/.test(file);
      reply.setHeader(
        'cache-control',
        isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  for (const place of PLACES) app.get(place, (_, reply) => reply.sendFile('index.html'));
};

/** Everything from this host; MapLibre's worker may be a blob, charts and maps set style attributes. */
export function securityHeaders() {
  const directives = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'worker-src': ["'self'", 'blob:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  return {
    contentSecurityPolicy: { useDefaults: false, directives },
    // Loopback speaks plain HTTP; the proxy that adds TLS also adds this.
    strictTransportSecurity: false as const,
    referrerPolicy: { policy: 'no-referrer' as const },
  };
}
