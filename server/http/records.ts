import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync } from 'fastify';
import type { RecordPage } from '../../shared/record/record-page.ts';
import { type RecordsAnswer, RecordsQuery } from '../../shared/record/records.ts';
import type { Principal } from '../access/principal.ts';
import { allow, principalOf, whenReady } from './guard.ts';
import type { AccessPort, Readiness } from './ports.ts';
import { limitRate } from './rates.ts';

/** Single records, as far as the asker's scope goes. */
export interface RecordsPort {
  /** Rejects with a coded error. */
  records(query: RecordsQuery, principal: Principal): Promise<RecordsAnswer>;
  record(
    key: { readonly agency: string; readonly code: string },
    principal: Principal,
  ): Promise<RecordPage>;
}

export interface RecordRoutesOptions {
  readonly core: RecordsPort;
  readonly access: AccessPort;
  readonly readiness: () => Readiness;
  readonly readsPerMinute: number;
}

/** Lists and pages of single dossiers, for who may see them: they tell what no wall shows. */
export const recordRoutes: FastifyPluginAsync<RecordRoutesOptions> = async (app, options) => {
  const { core } = options;
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.addHook('onRequest', allow(options.access, 'records'));
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  app.addHook('onRequest', whenReady(options.readiness));
  app.addHook('onSend', async (_, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/v1/records', { schema: { body: RecordsQuery }, bodyLimit: 65_536 }, (request) =>
      core.records(request.body, principalOf(request)),
    );
  app.get<{ Params: { agency: string; code: string } }>(
    '/api/v1/records/dossier/:agency/:code',
    (request) => core.record(request.params, principalOf(request)),
  );
};
