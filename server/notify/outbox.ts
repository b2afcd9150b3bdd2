import { randomUUID } from 'node:crypto';
import type { Delivery, NoticeFile, NoticeMessage, Notify } from '../../shared/notice/notice.ts';
import { IocError } from '../errors.ts';
import type { ActJournal } from '../store/journal.ts';
import { backoffMs, MAX_ATTEMPTS } from './backoff.ts';
import { applyDelivery, type KeptDelivery, type Queued, type QueuedFile } from './delivery-fold.ts';
import { type FileShelf, hashOf } from './file-shelf.ts';

const TOPIC = 'delivery';
const BY = 'Gửi thông báo';
/** Of those that were sent, so many newest are told. */
const TOLD = 200;

/** Sends one message to one address; rejects with why it could not. */
export type Send = (to: string, message: NoticeMessage, id: string) => Promise<void>;

export interface OutboxPorts {
  readonly journal: ActJournal;
  /** Where attachments wait. */
  readonly shelf: FileShelf;
  /** Real time, ms. */
  readonly now: () => number;
  /** 0–1 */
  readonly random: () => number;
  readonly send: { readonly [C in Delivery['channel']]: Send };
  /** Addresses that a message goes to. */
  readonly recipients: (message: NoticeMessage) => Promise<readonly Recipient[]>;
}

export type Recipient = Pick<Delivery, 'channel' | 'to'>;

/** Messages on their way out, kept in the journal: whatever was queued is sent, also after a restart, or ends on the list of dead ones. */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #kept = new Map<string, KeptDelivery>();
  /** On the shelf, or on the way there, without an act that names them yet. */
  readonly #arriving = new Map<string, number>();
  #seq = 0;
  #turning: Promise<void> | undefined;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  readonly notify: Notify = async (message) =>
    this.#queue(message, await this.#ports.recipients(message));

  /** Queues a message for these mail addresses and nobody else. */
  readonly mail = (message: NoticeMessage, emails: readonly string[]): Promise<void> =>
    this.#queue(
      message,
      emails.map((to) => ({ channel: 'email', to })),
    );

  /** Queues a message for this webhook and nobody else. */
  readonly call = (message: NoticeMessage, hook: string): Promise<void> =>
    this.#queue(message, [{ channel: 'webhook', to: hook }]);

  async #queue(message: NoticeMessage, to: readonly Recipient[]): Promise<void> {
    const { journal, now } = this.#ports;
    if (to.length === 0) return;
    const files = (message.attachments ?? []).map(({ name, mediaType, base64 }) => {
      const bytes = Buffer.from(base64, 'base64');
      return { name, mediaType, bytes, hash: hashOf(bytes) };
    });
    const queued = { ...textOf(message), ...attached(files) };
    await this.#whileArriving(files, () =>
      journal.appendAll(
        to.map(({ channel, to: address }) => {
          const body: Queued = { channel, to: address, message: queued };
          return { at: now(), by: BY, topic: TOPIC, subject: randomUUID(), kind: 'queued', body };
        }),
      ),
    );
  }

  /** Files first, then the acts that name them; nobody clears them away in between. */
  async #whileArriving(
    files: readonly { readonly hash: string; readonly bytes: Buffer }[],
    queue: () => Promise<unknown>,
  ): Promise<void> {
    const count = (hash: string, by: number) =>
      this.#arriving.set(hash, (this.#arriving.get(hash) ?? 0) + by);
    for (const { hash } of files) count(hash, 1);
    try {
      for (const { hash, bytes } of files) await this.#ports.shelf.keep(hash, bytes);
      await queue();
      await this.#read();
    } finally {
      for (const { hash } of files)
        if (count(hash, -1).get(hash) === 0) this.#arriving.delete(hash);
    }
  }

  /** Dead ones first, then those waiting, then the newest that were sent. */
  async list(): Promise<readonly Delivery[]> {
    await this.#read();
    const all = [...this.#kept.values()].map(({ delivery }) => delivery).reverse();
    const of = (state: Delivery['state']) => all.filter((each) => each.state === state);
    return [...of('dead'), ...of('waiting'), ...of('sent').slice(0, TOLD)];
  }

  /** Throws where there is no such delivery, or it is not dead. */
  async resend(id: string, by: string): Promise<Delivery> {
    await this.#read();
    const kept = this.#kept.get(id);
    if (!kept) throw new IocError('IOC_NOTICE_UNKNOWN', { where: id.slice(0, 64) });
    const { state } = kept.delivery;
    if (state !== 'dead') throw new IocError('IOC_NOTICE_STATE', { came: state });
    await this.#write(kept, 'resent', {}, by);
    return this.#kept.get(id)?.delivery ?? kept.delivery;
  }

  /** Tries everything whose time has come, one after the other; calls that overlap are one. */
  turn(): Promise<void> {
    this.#turning ??= this.#tryAll().finally(() => {
      this.#turning = undefined;
    });
    return this.#turning;
  }

  async #tryAll(): Promise<void> {
    await this.#read();
    const nowMs = this.#ports.now();
    const due = [...this.#kept.values()].filter(
      ({ delivery: { state, at } }) => state === 'waiting' && at <= nowMs,
    );
    for (const kept of due) await this.#try(kept);
  }

  async #try(kept: KeptDelivery): Promise<void> {
    const { send, now, random } = this.#ports;
    const { id, channel, to, attempts } = kept.delivery;
    try {
      await send[channel](to, await this.#whole(kept.message), id);
    } catch (error) {
      const fault = (error instanceof Error ? error.message : String(error)).slice(0, 300);
      const isLast = attempts + 1 >= MAX_ATTEMPTS;
      const nextAt = isLast ? null : now() + backoffMs(attempts + 1, random);
      await this.#write(kept, 'failed', { fault, nextAt });
      return;
    }
    await this.#write(kept, 'sent', {});
    if (kept.message.attachments) await this.#clearShelf();
  }

  async #whole({ attachments, ...message }: Queued['message']): Promise<NoticeMessage> {
    if (!attachments) return message;
    return {
      ...message,
      attachments: await Promise.all(attachments.map((file) => this.#file(file))),
    };
  }

  async #file({ name, mediaType, hash = '', base64 }: QueuedFile): Promise<NoticeFile> {
    if (base64 !== undefined) return { name, mediaType, base64 };
    const bytes = await this.#ports.shelf.read(hash);
    if (!bytes) throw new Error(`the attachment ${name} is gone`);
    return { name, mediaType, base64: bytes.toString('base64') };
  }

  /** What nobody is to be sent any more goes; what was given up may be sent again and stays. */
  async #clearShelf(): Promise<void> {
    const files = [...this.#kept.values()].flatMap(({ message }) => message.attachments ?? []);
    const named = files.flatMap(({ hash }) => hash ?? []);
    await this.#ports.shelf.keepOnly(new Set([...named, ...this.#arriving.keys()]));
  }

  async #write(
    { delivery, seq }: KeptDelivery,
    kind: string,
    body: object,
    by = BY,
  ): Promise<void> {
    const act = { at: this.#ports.now(), by, topic: TOPIC, subject: delivery.id, kind };
    await this.#ports.journal.append({ ...act, body: { ...body } }, { newestSeq: seq });
    await this.#read();
  }

  async #read(): Promise<void> {
    for (const act of await this.#ports.journal.read(TOPIC, this.#seq)) {
      if (act.seq <= this.#seq) continue;
      this.#seq = act.seq;
      const next = applyDelivery(this.#kept.get(act.subject), act);
      if (next) this.#kept.set(act.subject, next);
    }
    this.#forgetSent();
  }

  /** Of those that were sent as many are remembered as are told. */
  #forgetSent(): void {
    const sent = [...this.#kept].filter(([, { delivery }]) => delivery.state === 'sent');
    for (const [id] of sent.slice(0, Math.max(0, sent.length - TOLD))) this.#kept.delete(id);
  }
}

function textOf({ topic, title, text, unit, at }: NoticeMessage) {
  return { topic, title, text, unit, at };
}

function attached(files: readonly (QueuedFile & { readonly bytes: Buffer })[]) {
  if (files.length === 0) return {};
  return { attachments: files.map(({ bytes: _, ...file }) => file) };
}
