import { expect, test } from 'vitest';
import { Direct, Health, OrdersState, Screens } from './directing.ts';
import {
  Changed,
  Changes,
  Delta,
  DirectAck,
  FrameUpdate,
  Heartbeat,
  Notice,
  Snapshot,
  Subscribe,
  SubscribeAck,
  Unsubscribe,
} from './messages.ts';
import { PROTOCOL } from './version.ts';

const PINNED = { protocol: 3, hash: '29fcec6' };

test('[R1] the protocol number belongs to exactly these schemas', () => {
  const up = { Subscribe, Unsubscribe, Direct, Health };
  const answers = { SubscribeAck, Snapshot, Delta, FrameUpdate, Changes };
  const down = { ...answers, Heartbeat, Notice, DirectAck, OrdersState, Screens, Changed };
  const hash = fnv1a(JSON.stringify({ up, down }));
  // A released change of the wire: raise PROTOCOL, then pin the new pair here.
  expect({ protocol: PROTOCOL, hash }).toEqual(PINNED);
});

/** 32-bit FNV-1a; enough to notice a change, and without Node's own crypto in `shared`. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}
