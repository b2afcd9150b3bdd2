import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import {
  ListMail,
  type ListMailTerms,
  type QueuedListMail,
} from '../../shared/export/list-mail.ts';
import type { Principal } from '../access/principal.ts';
import { allow, principalOf, whenReady } from './guard.ts';
import type { AccessPort, Readiness } from './ports.ts';
import { limitRate } from './rates.ts';

export interface ListMailPort {
  terms(): Omit<ListMailTerms, 'perMinute'>;
  /** Makes the file and queues it; rejects with a coded error. `origin`: where links of the mail lead. */
  send(request: ListMail, who: Principal, origin: string): Promise<QueuedListMail>;
}

export interface ListMailRoutesOptions {
  readonly listMail: ListMailPort;
  readonly access: AccessPort;
  readonly readiness: () => Readiness;
  readonly readsPerMinute: number;
}

/** Whoever sends a list waits for its file; more than this a minute is no work at a desk. */
const MAILS_PER_MINUTE = 6;

/** Lists of single dossiers by mail, for who may see such lists. */
export const listMailRoutes: FastifyPluginAsync<ListMailRoutesOptions> = async (app, options) => {
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.addHook('onRequest', allow(options.access, 'records'));
  await app.register(termsRoute, options);
  await app.register(sendRoute, options);
};

const termsRoute: FastifyPluginAsync<ListMailRoutesOptions> = async (app, options) => {
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  app.get(
    '/api/v1/exports/list/mail',
    (): ListMailTerms => ({ ...options.listMail.terms(), perMinute: MAILS_PER_MINUTE }),
  );
};

const sendRoute: FastifyPluginAsync<ListMailRoutesOptions> = async (app, options) => {
  await limitRate(app, MAILS_PER_MINUTE, (request) => principalOf(request).name);
  app.addHook('onRequest', whenReady(options.readiness));
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/v1/exports/list/mail', { schema: { body: ListMail } }, async (request, reply) => {
      const queued = await options.listMail.send(
        request.body,
        principalOf(request),
        originOf(request),
      );
      return reply.code(202).send(queued);
    });
};

/** Where the asker found this server. */
const originOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`;
