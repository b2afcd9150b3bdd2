import {
  AddedWebhook,
  Delivery,
  NewWebhook,
  Webhook,
  WebhookDeed,
} from '../../shared/notice/notice.ts';
import { named } from './api-parts.ts';
import { CREATED, doing, inPath, list, takes } from './desk-document-parts.ts';

const id = { parameters: [inPath('id')] };

/** Messages out, for the API document. */
export const NOTICE_PATHS = {
  '/api/v1/deliveries': {
    get: doing('Messages on their way out', 'Those given up first', list('Delivery')),
  },
  '/api/v1/deliveries/{id}/resend': {
    post: doing('Send a message again that was given up', 'As it stands', named('Delivery'), id),
  },
  '/api/v1/webhooks': {
    get: doing('Webhooks', 'Without their secrets', list('Webhook')),
    post: {
      summary: 'Add a webhook; its secret is told only here',
      ...takes('NewWebhook'),
      responses: CREATED('The webhook and its secret', 'AddedWebhook'),
    },
  },
  '/api/v1/webhooks/{id}': {
    delete: doing('Remove a webhook', 'The webhook', named('Webhook'), id),
  },
  '/api/v1/webhooks/{id}/deeds': {
    post: doing('Test a webhook, or turn it on or off', 'As it stands', named('Webhook'), {
      ...id,
      ...takes('WebhookDeed'),
    }),
  },
};

export const NOTICE_SCHEMAS = { Delivery, Webhook, NewWebhook, AddedWebhook, WebhookDeed };
