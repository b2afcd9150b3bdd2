import { afterEach, describe, expect, test } from 'vitest';
import { describeArrivals } from './arrivals.contract.ts';
import type { AppendInput, Log, QuarantineLimits, Rejected, Segment } from './log.ts';
import { checkHistories, type LogStore } from './log-histories.contract.ts';

const input = (id: string, source = 'a', more = ''): AppendInput => ({
  source,
  id,
  line: JSON.stringify({ kind: 'dossier', source, id, time: 1, data: { note: `Dĩ An ${more}` } }),
});
const inputs = (...ids: string[]) => ids.map((id) => input(id));
const idsOf = (segments: Iterable<Segment>): string[] =>
  [...segments].flatMap(({ lines }) => lines.map((line) => JSON.parse(line).id));
const rejected = (id: string, raw = '{}'): Rejected => ({
  code: 'IOC_INGEST_KIND',
  path: '/type',
  message: 'unknown kind',
  source: 'a',
  id,
  raw,
});

/** What every engine of the log promises. */
export function describeLog(engine: string, createStore: () => LogStore): void {
  const stores: LogStore[] = [];
  const logs: Log[] = [];
  const newStore = () => {
    const store = createStore();
    stores.push(store);
    return store;
  };
  const open = (store = newStore(), limits?: QuarantineLimits) => {
    const log = store.open(limits);
    logs.push(log);
    return log;
  };
  afterEach(() => {
    for (const log of logs.splice(0)) log.close();
    for (const store of stores.splice(0)) store.remove();
  });

  describe(`log: ${engine}`, () => {
    describeAppend(newStore, open);
    describeRead(newStore, open);
    describeQuarantine(newStore, open);
    describeArrivals(newStore, open);
    describeCheckpoint(newStore, open);
    test(
      'any history reads back as the first occurrence of each event, in order, through restarts',
      () => checkHistories(createStore),
      30_000,
    );
  });
}

type Open = (store?: LogStore, limits?: QuarantineLimits) => Log;
type NewStore = () => LogStore;

function describeAppend(newStore: NewStore, open: Open): void {
  test('an empty log has no events, no checkpoint and nothing in quarantine', () => {
    const log = open();
    expect([log.lastSeq, log.lastReceivedAt, log.seqAt(9e15)]).toEqual([0, 0, 0]);
    expect([...log.read(1)]).toEqual([]);
    expect(log.loadCheckpoint()).toBeUndefined();
    expect(log.quarantined({ limit: 10 })).toEqual({ events: [], count: 0, dropped: 0 });
    expect([...log.verify()].at(-1)).toEqual({ segments: 0, events: 0 });
  });

  test('events are numbered from 1 in the order of the batch', () => {
    const log = open();
    expect(log.append(inputs('x', 'y'), 100)).toEqual({
      seqs: [1, 2],
      accepted: 2,
      duplicates: 0,
      conflicts: 0,
      firstSeq: 1,
      receivedAt: 100,
    });
    expect(log.append(inputs('z'), 200).seqs).toEqual([3]);
    expect(log.lastSeq).toBe(3);
  });

  test('the same source and id again is a duplicate, also inside a batch and after a restart', () => {
    const store = newStore();
    const log = open(store);
    expect(log.append(inputs('x', 'y', 'x'), 100)).toMatchObject({
      seqs: [1, 2, 0],
      duplicates: 1,
    });
    expect(log.append(inputs('y', 'z'), 100)).toMatchObject({ seqs: [0, 3], accepted: 1 });
    log.close();
    const again = open(store);
    expect(again.append(inputs('x', 'y', 'z', 'w'), 100).seqs).toEqual([0, 0, 0, 4]);
    expect(idsOf(again.read(1))).toEqual(['x', 'y', 'z', 'w']);
  });

  test('the first text of an event stays', () => {
    const log = open();
    log.append([input('x', 'a', 'first')], 1);
    log.append([input('x', 'a', 'second')], 2);
    expect([...log.read(1)].flatMap(({ lines }) => lines)).toEqual([input('x', 'a', 'first').line]);
  });

  test('source and id are told apart wherever the border between them lies', () => {
    const log = open();
    const batch = [input('c', 'ab'), input('bc', 'a'), input('', 'abc'), input('c\u0000', 'ab')];
    expect(log.append(batch, 1).accepted).toBe(4);
    expect(log.append(batch, 1).duplicates).toBe(4);
  });

  test('a batch of duplicates and an empty batch leave the log as it is', () => {
    const log = open();
    log.append(inputs('x'), 100);
    expect(log.append(inputs('x'), 200)).toMatchObject({ accepted: 0, duplicates: 1, firstSeq: 2 });
    expect(log.append([], 300)).toMatchObject({ seqs: [], accepted: 0, duplicates: 0 });
    expect([log.lastSeq, log.lastReceivedAt]).toEqual([1, 100]);
  });

  test('receivedAt never falls, also across a restart', () => {
    const store = newStore();
    const log = open(store);
    log.append(inputs('x'), 500);
    expect(log.append(inputs('y'), 400).receivedAt).toBe(500);
    log.close();
    expect(open(store).append(inputs('z'), 300).receivedAt).toBe(500);
  });

  test('a text with a line break is refused and nothing of its batch is kept', () => {
    const store = newStore();
    const log = open(store);
    const broken = { source: 'a', id: 'y', line: '{"id":\n"y"}' };
    expect(() => log.append([broken], 1)).toThrow(RangeError);
    expect(log.lastSeq).toBe(0);
  });

  test('the log keeps its identity', () => {
    const store = newStore();
    const log = open(store);
    const { logId } = log;
    log.close();
    log.close();
    expect(logId).toMatch(/\S{8}/);
    expect(open(store).logId).toBe(logId);
    expect(open().logId).not.toBe(logId);
  });
}

function describeRead(newStore: NewStore, open: Open): void {
  test('reading begins and ends inside segments and gives the right numbers', () => {
    const log = open();
    log.append(inputs('a', 'b', 'c'), 1);
    log.append(inputs('d', 'e', 'f'), 2);
    log.append(inputs('g'), 3);
    const cut = [...log.read(2, 5)];
    expect(cut.map(({ firstSeq, receivedAt }) => [firstSeq, receivedAt])).toEqual([
      [2, 1],
      [4, 2],
    ]);
    expect(idsOf(cut)).toEqual(['b', 'c', 'd', 'e']);
    expect(idsOf(log.read(7))).toEqual(['g']);
    expect(idsOf(log.read(8))).toEqual([]);
    expect(idsOf(log.read(5, 4))).toEqual([]);
  });

  test('seqAt finds the last event received by an instant', () => {
    const log = open();
    for (let n = 1; n <= 50; n++) log.append(inputs(`${n}a`, `${n}b`), Math.floor(n / 2) * 1000);
    expect([log.seqAt(-1), log.seqAt(0), log.seqAt(999), log.seqAt(1000)]).toEqual([0, 2, 2, 6]);
    expect([log.seqAt(24_999), log.seqAt(25_000), log.seqAt(9e15)]).toEqual([98, 100, 100]);
  });

  test('texts come back as they went in: accents, emoji, long lines', () => {
    const store = newStore();
    const log = open(store);
    const lines = ['Ấp Bàu Bàng – “đất đai”', '🛂 \\u0000', 'ẫ'.repeat(70_000)].map((text, i) => ({
      source: 's',
      id: `${i}`,
      line: JSON.stringify({ source: 's', id: `${i}`, text }),
    }));
    log.append(lines, 1);
    log.close();
    const read = [...open(store).read(1)].flatMap((segment) => segment.lines);
    expect(read).toEqual(lines.map(({ line }) => line));
  });

  test('verify goes through everything', () => {
    const log = open();
    for (let n = 0; n < 150; n++) log.append(inputs(`${n}a`, `${n}b`), n);
    expect([...log.verify()].at(-1)).toEqual({ segments: 150, events: 300 });
  });
}

function describeQuarantine(newStore: NewStore, open: Open): void {
  test('rejected events are kept with their batch, newest first, page by page', () => {
    const store = newStore();
    const log = open(store);
    log.append(inputs('x'), 100, [rejected('r1'), rejected('r2')]);
    log.append([], 200, [rejected('r3')]);
    log.close();
    const again = open(store);
    const page = again.quarantined({ limit: 2 });
    expect(page).toMatchObject({ count: 3, dropped: 0 });
    expect(page.events[0]).toMatchObject({ ...rejected('r3'), number: 3, receivedAt: 200 });
    const older = again.quarantined({ limit: 2, before: page.events[1]?.number ?? 0 });
    expect(older.events.map(({ id }) => id)).toEqual(['r1']);
  });

  test('the oldest go when there are too many, and are counted', () => {
    const store = newStore();
    const limits = { maxCount: 3, maxBytes: 1000 };
    const log = open(store, limits);
    for (let n = 1; n <= 10; n++) log.append([], n, [rejected(`r${n}`)]);
    log.close();
    const page = open(store, limits).quarantined({ limit: 10 });
    expect(page.events.map(({ id }) => id)).toEqual(['r10', 'r9', 'r8']);
    expect(page).toMatchObject({ count: 3, dropped: 7 });
  });

  test('the oldest go when they are too big, but the newest stays', () => {
    const log = open(newStore(), { maxCount: 100, maxBytes: 100 });
    log.append([], 1, [rejected('r1', 'x'.repeat(60)), rejected('r2', 'ẫ'.repeat(20))]);
    expect(log.quarantined({ limit: 9 })).toMatchObject({ count: 1, dropped: 1 });
    log.append([], 2, [rejected('r3', 'x'.repeat(500))]);
    expect(log.quarantined({ limit: 9 })).toMatchObject({ count: 1, dropped: 2 });
  });
}

function describeCheckpoint(newStore: NewStore, open: Open): void {
  test('the newest checkpoint comes back, part by part', async () => {
    const store = newStore();
    const log = open(store);
    log.append(inputs('x', 'y'), 1);
    const totals = new Float64Array([1.5, -2, 3e300]);
    await log.saveCheckpoint(1, [{ name: 'old', bytes: new Uint8Array(3) }]);
    await log.saveCheckpoint(2, [
      { name: 'totals', bytes: new Uint8Array(totals.buffer) },
      { name: 'none', bytes: new Uint8Array(0) },
    ]);
    log.append(inputs('z'), 2);
    log.close();
    const again = open(store);
    const { seq, parts } = again.loadCheckpoint() ?? { seq: 0, parts: new Map() };
    expect([seq, [...parts.keys()]]).toEqual([2, ['totals', 'none']]);
    const bytes: Uint8Array<ArrayBuffer> = parts.get('totals') ?? new Uint8Array();
    expect([...new Float64Array(bytes.buffer)]).toEqual([...totals]);
    expect(again.append(inputs('x', 'y', 'z', 'w'), 3).seqs).toEqual([0, 0, 0, 4]);
  });

  test('a checkpoint holds what its parts were when it was asked for', async () => {
    const log = open();
    log.append(inputs('x'), 1);
    const bytes = Uint8Array.of(1, 2, 3);
    const saved = log.saveCheckpoint(1, [{ name: 'p', bytes }]);
    bytes.fill(9);
    await saved;
    expect([...(log.loadCheckpoint()?.parts.get('p') ?? [])]).toEqual([1, 2, 3]);
  });
}
