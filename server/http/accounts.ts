import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync } from 'fastify';
import { type Me, NewAccount } from '../../shared/account/account.ts';
import type { DeskRoutesOptions } from './desk-port.ts';
import { allow, identify, principalOf } from './guard.ts';

/** Who one is, and, for the administrator, who else has an account. */
export const accountRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, options) => {
  const { access, accounts, actionsOf } = options;

  app.get('/api/v1/me', async (request): Promise<Me> => {
    const principal = identify(access, request);
    const { name, role, scope } = principal;
    return { name, role, scope: [...scope], actions: [...actionsOf(principal)] };
  });

  const administer = { onRequest: allow(access, 'accounts') };
  app.get('/api/v1/accounts', administer, async () => accounts.list());
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/v1/accounts', { ...administer, schema: { body: NewAccount } }, (request, reply) =>
      accounts
        .open(request.body, principalOf(request).name)
        .then((opened) => reply.code(201).send(opened)),
    );
  app.delete<{ Params: { id: string } }>('/api/v1/accounts/:id', administer, (request) =>
    accounts.revoke(request.params.id, principalOf(request).name),
  );
};
