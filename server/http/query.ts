import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync } from 'fastify';
import { Query } from '../../shared/query/query.ts';
import { allow, principalOf, whenReady } from './guard.ts';
import type { AccessPort, QueryPort, Readiness } from './ports.ts';
import { limitRate } from './rates.ts';

export interface QueryRoutesOptions extends QueryPort {
  readonly access: AccessPort;
  readonly readiness: () => Readiness;
  readonly queriesPerMinute: number;
}

/** Status of a refused question; the rest are mistakes of the asker. */
const STATUS: Readonly<Record<string, number>> = {
  IOC_ACCESS_UNIT: 403,
  IOC_HTTP_BUSY: 503,
  IOC_QUERY_PAST_LOADING: 503,
};

/** `POST /api/v1/query`: a question in measures, bounded by who asks. */
export const queryRoutes: FastifyPluginAsync<QueryRoutesOptions> = async (app, options) => {
  // Fastify's own validator would drop unknown fields in silence and answer another question.
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.addHook('onRequest', allow(options.access, 'query'));
  await limitRate(app, options.queriesPerMinute, (request) => request.ip);
  app.addHook('onRequest', whenReady(options.readiness));

  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post(
      '/api/v1/query',
      { schema: { body: Query }, bodyLimit: 65_536 },
      async (request, reply) => {
        const answer = await options.query(request.body, principalOf(request));
        reply.header('cache-control', 'no-store');
        if (!('refused' in answer)) return reply.send(answer);
        const { code, message, retryAfterMs } = answer.refused;
        if (retryAfterMs !== undefined) {
          reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
        }
        return reply.code(STATUS[code] ?? 400).send({ code, message });
      },
    );
};
