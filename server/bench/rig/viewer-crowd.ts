import { setTimeout as pause } from 'node:timers/promises';
import { PROTOCOL } from '../../../shared/protocol/version.ts';
import type { Query } from '../../../shared/query/query.ts';
import { RawViewer } from './raw-viewer.ts';

/** What the parent of this process asks of its crowd of viewers. */
export type CrowdOrder =
  | {
      readonly order: 'connect';
      readonly count: number;
      readonly port: number;
      readonly token: string;
      readonly queries: readonly Query[];
    }
  | { readonly order: 'measure'; readonly ms: number }
  /** Closes that many connections and opens them all at once, each with the version it had. */
  | { readonly order: 'reconnect'; readonly count: number };

/** `connect`: nothing. `measure`: ms from evaluation to viewer, by message. `reconnect`: ms until fresh, by viewer. */
export interface CrowdAnswer {
  readonly ms: readonly number[];
}

interface Member {
  viewer: RawViewer | undefined;
  have: { readonly epoch: string; readonly seq: number } | undefined;
  onFresh: () => void;
}

/** The listen queue of a server is finite: so many connections are opened at a time. */
const AT_ONCE = 100;
const members: Member[] = [];
let measured: number[] | undefined;
let setting: Extract<CrowdOrder, { order: 'connect' }> | undefined;

const numberAfter = (text: string, mark: string): number => {
  const start = text.indexOf(mark) + mark.length;
  return Number.parseFloat(text.slice(start, start + 20));
};
const textAfter = (text: string, mark: string): string => {
  const start = text.indexOf(mark) + mark.length;
  return text.slice(start, text.indexOf('"', start));
};

/** No JSON.parse: the crowd shares the machine with what is measured. */
function take(member: Member, packet: string): void {
  const isDelta = /^2\/live,\["(delta|changes)"/.test(packet);
  if (isDelta && measured) {
    measured.push(performance.timeOrigin + performance.now() - numberAfter(packet, '"at":'));
  }
  if (!isDelta && !/^2\/live,\["(snapshot|frame)"/.test(packet)) return;
  const seq = numberAfter(packet, isDelta ? '"to":' : '"seq":');
  member.have = { epoch: textAfter(packet, '"epoch":"'), seq };
  member.onFresh();
}

/** Resolves with the viewer's first answer. */
function enter(member: Member): Promise<void> {
  if (!setting) throw new Error('no connect order yet');
  const { port, token, queries } = setting;
  return new Promise((resolve) => {
    member.onFresh = resolve;
    member.viewer = new RawViewer({
      port,
      token,
      onOpen: (viewer) => {
        const { have } = member;
        for (const query of queries) {
          viewer.subscribe({ protocol: PROTOCOL, query, ...(have && { have }) });
        }
      },
      onPacket: (packet) => take(member, packet),
    });
  });
}

async function connectAll(count: number): Promise<number[]> {
  for (let done = 0; done < count; done += AT_ONCE) {
    const group = Array.from({ length: Math.min(AT_ONCE, count - done) }, (): Member => {
      return { viewer: undefined, have: undefined, onFresh: () => undefined };
    });
    members.push(...group);
    await Promise.all(group.map(enter));
  }
  return [];
}

async function measure(ms: number): Promise<number[]> {
  measured = [];
  await pause(ms);
  const found = measured;
  measured = undefined;
  return found;
}

function reconnect(count: number): Promise<number[]> {
  const group = members.slice(0, count);
  for (const { viewer } of group) viewer?.close();
  const start = performance.now();
  return Promise.all(
    group.map(async (member) => {
      await enter(member);
      return performance.now() - start;
    }),
  );
}

function obey(message: CrowdOrder): Promise<number[]> {
  if (message.order === 'measure') return measure(message.ms);
  if (message.order === 'reconnect') return reconnect(message.count);
  setting = message;
  return connectAll(message.count);
}

process.on('message', (message: CrowdOrder) => {
  void obey(message).then((ms) => process.send?.({ ms } satisfies CrowdAnswer));
});
