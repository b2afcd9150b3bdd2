import type { FastifyPluginAsync } from 'fastify';
import type { Readiness } from './ports.ts';

export interface HealthRoutesOptions {
  readonly readiness: () => Readiness;
}

/** `GET /healthz`: the process answers. `GET /readyz`: 503 with the progress until questions can be answered. */
export const healthRoutes: FastifyPluginAsync<HealthRoutesOptions> = async (app, options) => {
  app.get('/healthz', async (_, reply) => reply.header('cache-control', 'no-store').send({}));
  app.get('/readyz', async (_, reply) => {
    const readiness = options.readiness();
    if (!readiness.ready) reply.code(503).header('retry-after', 1);
    return reply.header('cache-control', 'no-store').send(readiness);
  });
};
