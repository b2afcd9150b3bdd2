import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync } from 'fastify';
import { NewWebhook, type Webhook, WebhookDeed } from '../../shared/notice/notice.ts';
import type { DeskRoutesOptions } from './desk-port.ts';
import { allow, principalOf } from './guard.ts';

interface ById {
  readonly Params: { readonly id: string };
}

/** Messages on their way out, those given up among them, and the webhooks they go to. */
export const noticeRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, options) => {
  const { access, notices, sees } = options;
  const operating = { onRequest: allow(access, 'operate') };
  const administering = { onRequest: allow(access, 'accounts') };
  app.get('/api/v1/deliveries', operating, async (request) => {
    const list = await notices.outbox.list();
    return list.filter(({ unit }) => sees(principalOf(request), unit));
  });
  app.post<ById>('/api/v1/deliveries/:id/resend', administering, (request) =>
    notices.outbox.resend(request.params.id, principalOf(request).name),
  );
  app.get('/api/v1/webhooks', administering, () => notices.webhooks.list());
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post(
      '/api/v1/webhooks',
      { ...administering, schema: { body: NewWebhook } },
      async (request, reply) => {
        const added = await notices.webhooks.add(request.body, principalOf(request).name);
        return reply.code(201).send(added);
      },
    );
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post<ById & { Body: WebhookDeed }>(
      '/api/v1/webhooks/:id/deeds',
      { ...administering, schema: { body: WebhookDeed } },
      (request) => doTo(options, request.params.id, request.body, principalOf(request).name),
    );
  app.delete<ById>('/api/v1/webhooks/:id', administering, (request) =>
    notices.webhooks.remove(request.params.id, principalOf(request).name),
  );
};

async function doTo(
  { notices: { outbox, webhooks }, now }: Pick<DeskRoutesOptions, 'notices' | 'now'>,
  id: string,
  { deed }: WebhookDeed,
  by: string,
): Promise<Webhook> {
  if (deed !== 'test') return webhooks.turn(id, deed === 'switch-on', by);
  const hook = await webhooks.find(id);
  const title = 'Thử kết nối / Connection test';
  await outbox.call({ topic: 'test', title, text: by, unit: '', at: now() }, id);
  return hook;
}
