import { randomBytes, randomUUID } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { AddedWebhook, NewWebhook, Webhook } from '../../shared/notice/notice.ts';
import { IocError } from '../errors.ts';
import type { ActJournal } from '../store/journal.ts';

const TOPIC = 'webhook';

/** Body of an `added` act. The secret signs, so it cannot be kept as a digest. */
const Added = Type.Object({
  url: Type.String(),
  topics: Type.Array(Type.String()),
  secret: Type.String(),
});
type Added = Static<typeof Added>;

interface KeptWebhook {
  readonly webhook: Webhook;
  readonly secret: string;
}

/** Where signed messages go besides mail. */
export interface Webhooks {
  list(): Promise<readonly Webhook[]>;
  /** The secret of a hook that is still there. */
  secretOf(id: string): Promise<{ readonly url: string; readonly secret: string } | undefined>;
  add(wanted: NewWebhook, by: string): Promise<AddedWebhook>;
  /** Throws where there is none. */
  remove(id: string, by: string): Promise<Webhook>;
}

export function createWebhooks(journal: ActJournal, now: () => number): Webhooks {
  const read = async () => {
    const hooks = new Map<string, KeptWebhook>();
    for (const { subject, at, by, kind, body } of await journal.read(TOPIC)) {
      if (kind === 'removed') hooks.delete(subject);
      if (kind !== 'added' || !Value.Check(Added, body)) continue;
      const { secret, ...rest } = body;
      hooks.set(subject, { webhook: { id: subject, ...rest, addedAt: at, addedBy: by }, secret });
    }
    return hooks;
  };
  const find = async (id: string) => {
    const found = (await read()).get(id);
    if (!found) throw new IocError('IOC_NOTICE_UNKNOWN', { where: id.slice(0, 64) });
    return found;
  };
  return {
    list: async () => [...(await read()).values()].map(({ webhook }) => webhook),
    secretOf: async (id) => {
      const found = (await read()).get(id);
      return found && { url: found.webhook.url, secret: found.secret };
    },
    add: async ({ url, topics = [] }, by) => {
      const body: Added = { url, topics, secret: randomBytes(32).toString('base64url') };
      const act = { at: now(), by, topic: TOPIC, subject: randomUUID(), kind: 'added', body };
      const { subject } = await journal.append(act);
      const { webhook, secret } = await find(subject);
      return { webhook, secret };
    },
    remove: async (id, by) => {
      const { webhook } = await find(id);
      await journal.append({ at: now(), by, topic: TOPIC, subject: id, kind: 'removed', body: {} });
      return webhook;
    },
  };
}
