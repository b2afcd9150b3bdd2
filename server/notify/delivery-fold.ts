import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Delivery } from '../../shared/notice/notice.ts';
import type { Act } from '../store/journal.ts';

/** Where its bytes are on the shelf; journals of before the shelf have them inside. */
const File = Type.Object({
  name: Type.String(),
  mediaType: Type.String(),
  hash: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  base64: Type.Optional(Type.String()),
});
export type QueuedFile = Static<typeof File>;

/** Body of a `queued` act. */
const Queued = Type.Object({
  channel: Type.Enum(['email', 'webhook']),
  to: Type.String(),
  message: Type.Object({
    topic: Type.String(),
    title: Type.String(),
    text: Type.String(),
    unit: Type.String(),
    at: Type.Number(),
    attachments: Type.Optional(Type.Array(File)),
  }),
});
export type Queued = Static<typeof Queued>;

/** Body of a `failed` act. */
const Failed = Type.Object({
  fault: Type.String(),
  nextAt: Type.Union([Type.Number(), Type.Null()]),
});

export interface KeptDelivery {
  readonly delivery: Delivery;
  readonly message: Queued['message'];
  readonly seq: number;
}

/** A delivery after an act: queued → waiting → sent, or after too many failures dead, from where it may be sent again. */
export function applyDelivery(known: KeptDelivery | undefined, act: Act): KeptDelivery | undefined {
  if (!known) return queue(act);
  const { seq, at, kind, body } = act;
  const { delivery } = known;
  const next = (change: Partial<Delivery>) => ({
    ...known,
    seq,
    delivery: { ...delivery, ...change },
  });
  if (kind === 'sent') {
    const { attachments: _, ...message } = known.message;
    const sent = next({ state: 'sent', at, attempts: delivery.attempts + 1, fault: null });
    // Never sent again, so its files need no memory.
    return { ...sent, message };
  }
  if (kind === 'resent' && delivery.state === 'dead') {
    return next({ state: 'waiting', at, attempts: 0 });
  }
  if (kind !== 'failed' || !Value.Check(Failed, body)) return { ...known, seq };
  const { fault, nextAt } = body;
  const state = nextAt === null ? 'dead' : 'waiting';
  return next({ state, at: nextAt ?? at, attempts: delivery.attempts + 1, fault });
}

function queue({ seq, at, subject, kind, body }: Act): KeptDelivery | undefined {
  if (kind !== 'queued' || !Value.Check(Queued, body)) return undefined;
  const { channel, to, message } = body;
  const { topic, title, unit } = message;
  const delivery: Delivery = {
    ...{ id: subject, channel, to, topic, title, unit },
    ...{ queuedAt: at, state: 'waiting', attempts: 0, at, fault: null },
  };
  return { delivery, message, seq };
}
