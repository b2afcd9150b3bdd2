import path from 'node:path';
import type { NoticeMessage, Notify } from '../shared/notice/notice.ts';
import type { AlertDesk } from './alert/alert-desk.ts';
import type { Config } from './config.ts';
import { openFileShelf } from './notify/file-shelf.ts';
import { Outbox, type Recipient } from './notify/outbox.ts';
import { sendByMail } from './notify/send-email.ts';
import { sendToWebhook } from './notify/send-webhook.ts';
import { createWebhooks, type Webhooks } from './notify/webhooks.ts';
import type { ActJournal } from './store/journal.ts';
import type { Store } from './store/store.ts';

/** How often it is looked whether the time of a delivery has come, ms. */
const TURN_MS = 2000;

export interface NoticesOptions {
  readonly journal: ActJournal;
  readonly config: Config;
  readonly warn: (cause: unknown) => void;
}

export interface Notices {
  readonly outbox: Outbox;
  readonly webhooks: Webhooks;
  readonly notify: Notify;
  stop(): void;
}

/** Mail and webhooks of one server, with an outbox that outlives it. */
export function openNotices({ journal, config, warn }: NoticesOptions): Notices {
  const { settings } = config;
  const webhooks = createWebhooks(journal, Date.now);
  const url = settings.IOC_SMTP_URL;
  const outbox = new Outbox({
    journal,
    shelf: openFileShelf(path.join(settings.IOC_DATA, 'outbox')),
    now: Date.now,
    random: Math.random,
    send: {
      email: sendByMail(url === undefined ? undefined : { url, from: settings.IOC_SMTP_FROM }),
      webhook: sendToWebhook(webhooks, Date.now),
    },
    recipients: async (message) => [
      ...mailOf(message, settings),
      ...(await webhooks.list())
        .filter(
          ({ isOn, topics }) => isOn && (topics.length === 0 || topics.includes(message.topic)),
        )
        .map(({ id }) => ({ channel: 'webhook' as const, to: id })),
    ],
  });
  const timer = setInterval(() => void outbox.turn().catch(warn), TURN_MS);
  return { outbox, webhooks, notify: outbox.notify, stop: () => clearInterval(timer) };
}

/** Nobody is written to by a server that has no mail server. */
function mailOf({ emails }: NoticeMessage, settings: Config['settings']): Recipient[] {
  if (settings.IOC_SMTP_URL === undefined) return [];
  const to = emails ?? settings.IOC_NOTIFY_EMAILS.split(',').filter((address) => address !== '');
  return to.map((address) => ({ channel: 'email', to: address }));
}

/** An alarm of this priority is told at once to those who are not at a desk. */
const TOLD_PRIORITY = 1;

export interface AlarmTelling {
  readonly store: Store;
  readonly alarms: () => Pick<AlertDesk, 'list'> | undefined;
  readonly notify: Notify;
  /** Where people reach the server; without it nothing links there. */
  readonly publicUrl?: string | undefined;
  readonly warn: (cause: unknown) => void;
}

/** Tells of alarms of the first priority as they come up; of none that came up in an earlier life of the server. */
export function tellOfAlarms({ store, alarms, notify, publicUrl, warn }: AlarmTelling): void {
  let seen: Promise<number> = store.journal
    .read('alarm')
    .then((acts) => acts.at(-1)?.seq ?? 0)
    .catch(() => 0);
  const tellSince = async (seq: number): Promise<number> => {
    const acts = await store.journal.read('alarm', seq);
    const raised = new Set(acts.filter(({ kind }) => kind === 'raise').map((act) => act.subject));
    const standing = alarms()?.list(() => true, 'standing').alarms ?? [];
    for (const { id, priority, title, cause, action, subject, raisedAtMs } of standing) {
      if (!raised.has(id) || priority !== TOLD_PRIORITY) continue;
      const link = publicUrl ? `\n\n${publicUrl}/desk/alarms?alarm=${encodeURIComponent(id)}` : '';
      const text = `${title.vi}\n\n${cause.vi}\n${action.vi}${link}`;
      await notify({ topic: 'alarm', title: title.vi, text, unit: subject.unit, at: raisedAtMs });
    }
    return acts.at(-1)?.seq ?? seq;
  };
  store.onChange(({ topic }) => {
    if (topic !== 'alarm') return;
    // One after the other; and not before the book of alarms has taken in the act that is told here.
    seen = seen.then(async (seq) => {
      await new Promise((resolve) => setImmediate(resolve));
      return tellSince(seq).catch((cause) => {
        warn(cause);
        return seq;
      });
    });
  });
}
