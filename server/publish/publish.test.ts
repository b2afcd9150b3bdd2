import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MeasureSource } from '../../shared/measure/measure.ts';
import type { Frame } from '../../shared/protocol/messages.ts';
import { applyDelta } from '../../shared/protocol/rows.ts';
import type { Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import { nextTickMs, PACE, smoothCost } from './pace.ts';
import { Publisher, type PublishLimits } from './publish.ts';

const DOSSIERS = new Set<MeasureSource>(['dossier']);
const NOTHING = new Set<MeasureSource>();
const query = (measure = 'dossier.open'): Query => ({
  measures: [measure],
  unit: '74',
  period: { from: '2023-01-01', to: '2023-12-31' },
});
const rowOf = (key: string, value: number): Row => ({ key, values: { m: { value } } });
const frameAt = (nowMs: number, dataTo: number | null): Frame => ({
  at: nowMs,
  logSeq: 1,
  period: { from: '2023-01-01', to: '2023-12-31' },
  freshness: { dataTo, closed: false },
});

function setUp(limits: Partial<PublishLimits> = {}) {
  const world = {
    rows: [rowOf('a', 1)] as Row[],
    dataTo: 1 as number | null,
    closed: false,
    calls: 0,
    isLoading: false,
  };
  let monoMs = 0;
  const publisher = new Publisher<string>({
    epoch: 'e1',
    evaluate: (_, scope, nowMs) => {
      world.calls += 1;
      if (world.isLoading) {
        return { refused: { code: 'IOC_QUERY_PAST_LOADING', message: 'wait', retryAfterMs: 2000 } };
      }
      if (scope === 'nobody') return { refused: { code: 'IOC_ACCESS_REFUSED', message: 'no' } };
      if (world.rows[0]?.key === 'broken') throw new Error('broken');
      const frame = frameAt(nowMs, world.dataTo);
      return {
        rows: JSON.parse(JSON.stringify(world.rows)),
        frame: { ...frame, freshness: { ...frame.freshness, closed: world.closed } },
      };
    },
    sourcesOf: ({ measures }) => [measures[0]?.startsWith('camera') ? 'camera' : 'dossier'],
    scopeOf: (scope) => scope,
    onFailure: () => undefined,
    limits,
  });
  const clock = () => ({ nowMs: 1_700_000_000_000, monoMs });
  return {
    world,
    publisher,
    advance: (ms: number) => {
      monoMs += ms;
    },
    ask: (have?: { epoch: string; seq: number }, scope = 'all', measure?: string) =>
      publisher.ask(query(measure), scope, have, clock()),
    asked: (have?: { epoch: string; seq: number }) => {
      const asked = publisher.ask(query(), 'all', have, clock());
      if ('refused' in asked) throw new Error(asked.refused.code);
      return { ...asked, body: JSON.parse(asked.message.text) };
    },
    release: (key: string) => publisher.release(key, clock()),
    tick: (dirty: ReadonlySet<MeasureSource> = DOSSIERS) => publisher.tick(clock(), dirty),
  };
}

test('[R14] a question is evaluated and encoded once a tick, however many watch it', () => {
  const { world, ask, tick } = setUp();
  for (let i = 0; i < 50; i++) ask();
  expect(world.calls).toBe(1);
  world.rows = [rowOf('a', 2)];
  const outputs = tick();
  expect(world.calls).toBe(2);
  expect(outputs.map(({ key, event }) => ({ key, event }))).toEqual([
    { key: 'q1', event: 'delta' },
  ]);
});

test('[R14] a question that cannot be answered yet keeps its answer and is tried again after the time it was told', () => {
  const { world, asked, tick, advance } = setUp();
  const { key } = asked();
  world.rows = [rowOf('a', 2)];
  world.isLoading = true;
  expect(tick()).toEqual([]);
  world.isLoading = false;
  advance(1999);
  expect(tick(NOTHING)).toEqual([]);
  expect(world.calls).toBe(2);
  advance(1);
  expect(tick(NOTHING).map((output) => output.key)).toEqual([key]);
});

test('[R14] only events of the kinds it depends on make a question dirty', () => {
  const { world, ask, tick } = setUp();
  ask();
  tick(NOTHING);
  tick(new Set<MeasureSource>(['observation']));
  expect(world.calls).toBe(1);
});

test('[R14] what time alone changes is evaluated at its own pace', () => {
  const { world, ask, tick, advance } = setUp({ timeDrivenEveryMs: 2000 });
  ask(undefined, 'all', 'camera.online');
  advance(1999);
  tick(NOTHING);
  expect(world.calls).toBe(1);
  advance(1);
  tick(NOTHING);
  expect(world.calls).toBe(2);
});

test('[R14] without viewers nothing is evaluated, and the question is forgotten after a while', () => {
  const { world, asked, tick, release, advance, publisher } = setUp({ keepMs: 1000 });
  const { key } = asked();
  asked();
  release(key);
  tick();
  expect(world.calls).toBe(2);
  release(key);
  world.rows = [rowOf('a', 9)];
  tick();
  expect(world.calls).toBe(2);
  expect(asked().body.rows).toEqual([rowOf('a', 9)]);
  release(key);
  advance(1000);
  tick();
  expect(publisher.questions).toBe(0);
});

test('[R15] a seq is not given again to a question that was forgotten and asked anew', () => {
  const { asked, tick, release, advance } = setUp({ keepMs: 0 });
  const first = asked();
  release(first.key);
  advance(1);
  tick();
  const again = asked({ epoch: first.epoch, seq: first.seq });
  expect(again.seq).toBeGreaterThan(first.seq);
  expect(again.message.event).toBe('snapshot');
});

test('[R3] a version the history holds gets one delta to the newest version', () => {
  const { world, asked, tick } = setUp();
  world.rows = Array.from({ length: 20 }, (_, i) => rowOf(`r${i}`, i));
  const start = asked();
  for (let i = 1; i <= 3; i++) {
    world.rows = world.rows.map((row, at) => (at === 0 ? rowOf('r0', i * 100) : row));
    tick();
  }
  const resumed = asked({ epoch: 'e1', seq: start.seq });
  expect(resumed.message.event).toBe('delta');
  expect(resumed.body).toMatchObject({ from: start.seq, to: resumed.seq, set: [rowOf('r0', 300)] });
});

test('[R3] another epoch, an older version and a version of the future get a snapshot', () => {
  const { world, asked, tick } = setUp({ maxVersions: 2 });
  const start = asked();
  for (let i = 0; i < 3; i++) {
    world.rows = [rowOf('a', 10 + i)];
    tick();
  }
  for (const have of [
    { epoch: 'e0', seq: start.seq },
    { epoch: 'e1', seq: start.seq },
    { epoch: 'e1', seq: 999 },
    undefined,
  ]) {
    expect(asked(have).message.event).toBe('snapshot');
  }
});

test('[R3] the newest version itself gets its frame', () => {
  const { asked } = setUp();
  const start = asked();
  const again = asked({ epoch: 'e1', seq: start.seq });
  expect(again.message.event).toBe('frame');
  expect(again.body).toMatchObject({ seq: start.seq, frame: { freshness: { dataTo: 1 } } });
});

test('[R3] a delta longer than the snapshot is sent as a snapshot', () => {
  const { world, asked, tick } = setUp();
  world.rows = Array.from({ length: 30 }, (_, i) => rowOf(`r${i}`, i));
  const start = asked();
  world.rows = [rowOf('only', 1)];
  tick();
  expect(asked({ epoch: 'e1', seq: start.seq }).message.event).toBe('snapshot');
});

test('[R13] data that only got newer is told at most every 5 s, with the rows left alone', () => {
  const { world, asked, tick, advance } = setUp();
  const { seq } = asked();
  advance(4999);
  world.dataTo = 2;
  expect(tick()).toEqual([]);
  advance(1);
  const [output] = tick();
  expect(output).toMatchObject({ event: 'frame', seq });
  expect(JSON.parse(output?.text ?? '').frame.freshness.dataTo).toBe(2);
  advance(60_000);
  expect(tick()).toEqual([]);
});

test('[R13] a period that closes and the first data are told at once, the clock alone never', () => {
  const { world, asked, tick } = setUp();
  world.dataTo = null;
  asked();
  expect(tick()).toEqual([]);
  world.dataTo = 5;
  expect(tick().map(({ event }) => event)).toEqual(['frame']);
  world.closed = true;
  expect(tick().map(({ event }) => event)).toEqual(['frame']);
});

test('a refused principal holds nothing, and a question that throws keeps its last answer', () => {
  const { world, ask, asked, tick, publisher } = setUp();
  expect(ask(undefined, 'nobody')).toMatchObject({ refused: { code: 'IOC_ACCESS_REFUSED' } });
  expect(publisher.questions).toBe(0);
  const { seq } = asked();
  world.rows = [rowOf('broken', 1)];
  expect(tick()).toEqual([]);
  expect(asked().seq).toBe(seq);
});

test('[R3] whatever a viewer missed, catching up leads to the newest rows', () => {
  const version = fc.uniqueArray(
    fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.nat(3)).map(([k, v]) => rowOf(k, v)),
    { selector: (row) => row.key, maxLength: 4 },
  );
  fc.assert(
    fc.property(
      fc.array(version, { minLength: 1, maxLength: 12 }),
      fc.nat(12),
      (versions, left) => {
        const { world, asked, tick } = setUp({ maxVersions: 6 });
        let viewer = { rows: [] as readonly Row[], seq: 0 };
        versions.forEach((rows, i) => {
          world.rows = rows;
          tick();
          if (i === left) {
            const { body, seq } = asked();
            viewer = { rows: body.rows, seq };
          }
        });
        const { body, message, seq } = asked({ epoch: 'e1', seq: viewer.seq });
        const rows = {
          snapshot: () => body.rows,
          delta: () => applyDelta(viewer.rows, body),
          frame: () => viewer.rows,
        }[message.event]();
        expect(rows).toEqual(world.rows);
        expect(seq).toBeGreaterThanOrEqual(viewer.seq);
      },
    ),
  );
});

test('a history stays within its bytes', () => {
  const { world, asked, tick } = setUp({ maxBytes: 2000, maxVersions: 1000 });
  const { seq } = asked();
  for (let i = 0; i < 100; i++) {
    world.rows = [rowOf('a', 1000 + i)];
    tick();
  }
  expect(asked({ epoch: 'e1', seq }).message.event).toBe('snapshot');
});

test('the pace is a few milliseconds when ticks are cheap and keeps to its share when they are not', () => {
  expect(nextTickMs(0)).toBe(PACE.minMs);
  for (const cost of [5, 20, 60]) {
    expect(cost / (cost + nextTickMs(cost))).toBeCloseTo(PACE.maxShare);
  }
  expect(nextTickMs(1000)).toBe(PACE.maxMs);
  expect(smoothCost(1, 30)).toBe(30);
  expect(smoothCost(30, 0)).toBeCloseTo(24);
});
