import { createHmac } from 'node:crypto';
import type { NoticeMessage } from '../../shared/notice/notice.ts';
import type { Send } from './outbox.ts';
import type { Webhooks } from './webhooks.ts';

const TIMEOUT_MS = 10_000;

/** HMAC-SHA256 over `<timestamp>.<body>`, hex: a receiver refuses old timestamps, so that nothing can be sent again by others. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** Posts to the hook whose id is the address; only an answer of 2xx counts, and redirects are not followed. */
export function sendToWebhook(hooks: Webhooks, now: () => number): Send {
  return async (to, message, id) => {
    const hook = await hooks.secretOf(to);
    if (!hook) throw new Error('the webhook was removed');
    const body = JSON.stringify({ id, ...withoutAddresses(message) });
    const timestamp = String(now());
    const response = await fetch(hook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-ioc-delivery': id,
        'x-ioc-timestamp': timestamp,
        'x-ioc-signature': `sha256=${signatureOf(hook.secret, timestamp, body)}`,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`answered ${response.status}`);
  };
}

function withoutAddresses({ emails: _, ...rest }: NoticeMessage): Omit<NoticeMessage, 'emails'> {
  return rest;
}
