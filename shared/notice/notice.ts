import { type Static, Type } from 'typebox';

/** Something to tell people who are not at a desk. */
export interface NoticeMessage {
  /** What it belongs to: `alarm`, `brief`, `test` … Webhooks choose by it. */
  readonly topic: string;
  readonly title: string;
  readonly text: string;
  /** Unit it is about. */
  readonly unit: string;
  /** When it came about, ms by the server's clock. */
  readonly at: number;
  /** Addresses of this message; without them those of the settings. */
  readonly emails?: readonly string[];
  readonly attachments?: readonly NoticeFile[];
}

export interface NoticeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** Queues a message for all who are to get it; it is kept when this resolves, and sent in its own time. */
export type Notify = (message: NoticeMessage) => Promise<void>;

/** One message on its way to one address. */
export const Delivery = Type.Object({
  id: Type.String(),
  channel: Type.Enum(['email', 'webhook']),
  to: Type.String(),
  topic: Type.String(),
  title: Type.String(),
  unit: Type.String(),
  /** ms */
  queuedAt: Type.Number(),
  /** `dead`: given up; somebody may send it again. */
  state: Type.Enum(['waiting', 'sent', 'dead']),
  attempts: Type.Integer(),
  /** When it is tried next, or was sent or given up, ms. */
  at: Type.Number(),
  fault: Type.Union([Type.String(), Type.Null()]),
});
export type Delivery = Static<typeof Delivery>;

export const Webhook = Type.Object({
  id: Type.String(),
  url: Type.String(),
  /** Empty: all. */
  topics: Type.Array(Type.String()),
  /** Off: nothing new goes to it but tests. */
  isOn: Type.Boolean(),
  addedAt: Type.Number(),
  addedBy: Type.String(),
});
export type Webhook = Static<typeof Webhook>;

export const NewWebhook = Type.Object(
  {
    url: Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 500 }),
    topics: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 20 }),
    ),
  },
  { additionalProperties: false },
);
export type NewWebhook = Static<typeof NewWebhook>;

/** What can be done to a webhook; `test` queues a message to it and to nobody else. */
export const WEBHOOK_DEEDS = ['test', 'switch-on', 'switch-off'] as const;
export const WebhookDeed = Type.Object(
  { deed: Type.Enum([...WEBHOOK_DEEDS]) },
  { additionalProperties: false },
);
export type WebhookDeed = Static<typeof WebhookDeed>;

/** Topics of messages that webhooks get. */
export const NOTICE_TOPICS = ['alarm', 'brief'] as const;

/** The secret is told once; with it the receiver checks `x-ioc-signature`. */
export const AddedWebhook = Type.Object({ webhook: Webhook, secret: Type.String() });
export type AddedWebhook = Static<typeof AddedWebhook>;
