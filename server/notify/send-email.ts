import { createTransport } from 'nodemailer';
import type { Send } from './outbox.ts';

const TIMEOUT_MS = 15_000;

export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://…` */
  readonly url: string;
  readonly from: string;
}

/** Sends by SMTP; without settings every mail fails, and says why. */
export function sendByMail(settings: MailSettings | undefined): Send {
  if (!settings) return () => Promise.reject(new Error('IOC_SMTP_URL is not set'));
  const timeouts = {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  };
  const transport = createTransport({ url: settings.url, ...timeouts });
  return async (to, { title, text, attachments = [] }, id) => {
    await transport.sendMail({
      from: settings.from,
      to,
      subject: title,
      text,
      // The same delivery tried again is the same mail.
      messageId: `<${id}@ioc>`,
      attachments: attachments.map(({ name, mediaType, base64 }) => ({
        filename: name,
        contentType: mediaType,
        content: Buffer.from(base64, 'base64'),
      })),
    });
  };
}
