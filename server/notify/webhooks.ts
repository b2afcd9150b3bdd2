import { randomBytes, randomUUID } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { AddedWebhook, NewWebhook, Webhook } from '../../shared/notice/notice.ts';
import { IocError } from '../errors.ts';
import type { Act, ActJournal } from '../store/journal.ts';

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

/** A webhook after an act; undefined: there is none. */
function applyHook(
  known: KeptWebhook | undefined,
  { subject, at, by, kind, body }: Act,
): KeptWebhook | undefined {
  if (kind === 'removed') return undefined;
  if (kind === 'added' && Value.Check(Added, body)) {
    const { secret, ...rest } = body;
    return { webhook: { id: subject, ...rest, isOn: true, addedAt: at, addedBy: by }, secret };
  }
  const isOn = kind === 'switched-on';
  if (!known || (!isOn && kind !== 'switched-off')) return known;
  return { ...known, webhook: { ...known.webhook, isOn } };
}

/** Where signed messages go besides mail. */
export interface Webhooks {
  list(): Promise<readonly Webhook[]>;
  /** The secret of a hook that is still there. */
  secretOf(id: string): Promise<{ readonly url: string; readonly secret: string } | undefined>;
  add(wanted: NewWebhook, by: string): Promise<AddedWebhook>;
  /** These throw where there is none. */
  find(id: string): Promise<Webhook>;
  turn(id: string, isOn: boolean, by: string): Promise<Webhook>;
  remove(id: string, by: string): Promise<Webhook>;
}

export function createWebhooks(journal: ActJournal, now: () => number): Webhooks {
  const read = async () => {
    const hooks = new Map<string, KeptWebhook>();
    for (const act of await journal.read(TOPIC)) {
      const next = applyHook(hooks.get(act.subject), act);
      if (next) hooks.set(act.subject, next);
      else hooks.delete(act.subject);
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
    find: async (id) => (await find(id)).webhook,
    turn: async (id, isOn, by) => {
      await find(id);
      const kind = isOn ? 'switched-on' : 'switched-off';
      await journal.append({ at: now(), by, topic: TOPIC, subject: id, kind, body: {} });
      return (await find(id)).webhook;
    },
    remove: async (id, by) => {
      const { webhook } = await find(id);
      await journal.append({ at: now(), by, topic: TOPIC, subject: id, kind: 'removed', body: {} });
      return webhook;
    },
  };
}
