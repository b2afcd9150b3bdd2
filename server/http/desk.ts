import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync } from 'fastify';
import { accountRoutes } from './accounts.ts';
import { alarmRoutes } from './alarms.ts';
import type { DeskRoutesOptions } from './desk-port.ts';
import { documentRoutes } from './documents.ts';
import { dutyRoutes } from './duty.ts';
import { noticeRoutes } from './notices.ts';
import { limitRate } from './rates.ts';
import { ruleRoutes } from './rules.ts';

/** Everything that people at desks work with; nothing of it waits for the log to be loaded. */
export const deskRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, options) => {
  // Fastify's own validator would drop unknown fields in silence and keep another thing than was sent.
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  app.addHook('onSend', async (_, reply) => {
    reply.header('cache-control', 'no-store');
  });
  await app.register(accountRoutes, options);
  await app.register(documentRoutes, options);
  await app.register(alarmRoutes, options);
  await app.register(ruleRoutes, options);
  await app.register(dutyRoutes, options);
  await app.register(noticeRoutes, options);
};
