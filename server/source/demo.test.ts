import { createHash } from 'node:crypto';
import path from 'node:path';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { Camera } from '../../shared/event/camera.ts';
import type { CameraStatus } from '../../shared/event/camera-status.ts';
import type { Dossier } from '../../shared/event/dossier.ts';
import { KINDS, type Kind } from '../../shared/event/kinds.ts';
import { localDayOf, parseDay, weekdayOf } from '../../shared/unit/local-day.ts';
import { createDemo } from './demo.ts';
import { readPack } from './pack.ts';

const { pack, calendar, demo } = readPack(path.resolve('fixtures/provinces/binh-duong'));
if (!demo?.cameras) throw new Error('the pack has no demo with cameras');
const demoCameras = demo.cameras;

interface DemoEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly data: unknown;
}
const parse = (line: string) => JSON.parse(line) as DemoEvent;
const decoder = new TextDecoder();
const linesOf = (body: Uint8Array) => decoder.decode(body).trimEnd().split('\n');
const dayOf = (instant: string) => localDayOf(Date.parse(instant));
function groupBy<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
const yearOf = (instant: string | undefined) => instant?.slice(0, 4);

describe('the demo of Bình Dương', () => {
  const events = createDemo(pack, calendar, demo);
  const dossiers = new Map<string, Dossier>();
  const cameras = new Map<string, Camera>();
  const reports: CameraStatus[] = [];
  const invalid: string[] = [];
  const ids = new Set<string>();
  let count = 0;
  let lastTime = 0;
  let isOrdered = true;
  let longestBatchGap = 0;

  const take = (line: string) => {
    const event = parse(line);
    const time = Date.parse(event.time);
    isOrdered &&= time >= lastTime;
    lastTime = time;
    ids.add(`${event.source} ${event.id}`);
    if (count++ % 97 === 0) check(event);
    if (event.type === 'ioc.dossier.v1') {
      const data = event.data as Dossier;
      dossiers.set(data.code, data);
    } else if (event.type === 'ioc.camera.v1') {
      const data = event.data as Camera;
      cameras.set(data.camera, data);
    } else if (event.type === 'ioc.camera-status.v1') reports.push(event.data as CameraStatus);
  };
  const check = (event: DemoEvent) => {
    const kind = event.type.split('.')[1] as Kind;
    const [error] = Value.Errors(KINDS[kind].schema, event.data);
    if (error) invalid.push(`${event.id}${error.instancePath}: ${error.message}`);
  };
  for (const batch of events.bulk()) {
    for (const line of linesOf(batch.body)) take(line);
    longestBatchGap = Math.max(longestBatchGap, batch.receivedAt - lastTime);
  }
  const bulkCount = count;
  const openAtReplay = [...dossiers.values()].filter(({ status }) => /^[2456]$/.test(status));
  const { from, to } = events.replay;
  for (let at = from; at < to; at += 3_600_000) {
    for (const { line } of events.live(at, at + 3_600_000)) {
      // Five-minute reports of four days would only make the test slow.
      if (at - from < 6 * 3_600_000 || !line.includes('camera-status')) take(line);
    }
  }

  const all = [...dossiers.values()].filter(({ status }) => status !== '1' && status !== '3');
  const of = (year: number) => all.filter(({ received }) => yearOf(received) === String(year));
  const size = (list: readonly Dossier[], test: (dossier: Dossier) => boolean) =>
    list.filter(test).length;
  const isResolved = ({ status }: Dossier) => status === '9' || status === '10';
  const isLate = ({ finished, due }: Dossier) =>
    finished !== undefined && due !== undefined && dayOf(finished) > dayOf(due);

  it('sums exactly to the printed totals of 2023', () => {
    const year = of(2023);
    const channel = (name: string) => size(year, (dossier) => dossier.channel === name);
    expect(year).toHaveLength(292_956);
    expect(channel('online-full')).toBe(185_969);
    expect(channel('online-partial')).toBe(65_833);
    expect(channel('post')).toBe(2488);
    expect(channel('direct')).toBe(38_666);
    const resolved = year.filter(isResolved);
    expect(resolved).toHaveLength(288_790);
    expect(size(resolved, isLate)).toBe(5256);
    expect(size(resolved, (dossier) => !isLate(dossier))).toBe(283_534);
    expect(size(resolved, ({ returnedBy }) => returnedBy === 'post')).toBe(84_269);
    expect(size(year, ({ digitisedPapers }) => digitisedPapers === true)).toBe(164_348);
    const outside = all.filter(({ finished, returned }) =>
      [finished, returned].some((instant) => (instant ?? '2023') >= '2024'),
    );
    expect(outside).toEqual([]);
  });
  it('leaves 4,166 open at the end of 2023, none of them late', () => {
    const open = of(2023).filter((dossier) => !isResolved(dossier));
    expect(open).toHaveLength(4166);
    for (const { due } of open) expect((due ?? '') >= '2024-01-01').toBe(true);
    const paused = size(open, ({ status }) => status === '5' || status === '6');
    expect(paused).toBeGreaterThan(100);
  });
  it('closes all 201,720 of 2022 within 2022, of them 144,272 online', () => {
    const year = of(2022);
    expect(year).toHaveLength(201_720);
    expect(size(year, ({ channel }) => channel.startsWith('online'))).toBe(144_272);
    expect(size(year, isResolved)).toBe(201_720);
    expect(size(year, ({ finished }) => yearOf(finished) === '2022')).toBe(201_720);
    const posted = year.filter(({ returnedBy }) => returnedBy === 'post');
    expect(size(posted, ({ returned }) => yearOf(returned) === '2022')).toBe(posted.length);
    expect(all).toHaveLength(201_720 + 292_956);
  });
  it('is early or late by the same day rule whatever a pause adds to the due date', () => {
    const paused = all.filter(({ paused }) => paused?.[0]?.to !== undefined);
    expect(paused.length).toBeGreaterThan(2000);
    for (const { finished = '', due = '' } of paused)
      expect(dayOf(finished)).toBeLessThan(dayOf(due));
  });
  it('keeps its instants in order inside a dossier', () => {
    const wrong = all.filter(({ received, finished, returned, apology }) => {
      const steps = [received, finished, returned].filter((instant) => instant !== undefined);
      const isSorted = steps.every((step, i) => i === 0 || step >= (steps[i - 1] ?? ''));
      return !isSorted || (apology !== undefined && apology.sent < received);
    });
    expect(wrong).toEqual([]);
  });
  it('looks like a year of public offices', () => {
    const byDay = groupBy(of(2023), ({ received }) => received.slice(0, 10));
    const dailyMean = (test: (day: string) => boolean) => {
      const days = [...byDay].filter(([day]) => test(day));
      return days.reduce((sum, [, list]) => sum + list.length, 0) / days.length;
    };
    const weekday = (day: string) => weekdayOf(parseDay(day) ?? (0 as never));
    expect(dailyMean((day) => weekday(day) === 0)).toBeGreaterThan(
      dailyMean((day) => weekday(day) === 4),
    );
    expect(dailyMean((day) => weekday(day) > 4)).toBeLessThan(200);
    expect(dailyMean((day) => day >= '2023-01-21' && day <= '2023-01-26')).toBeLessThan(100);
    const atDesk = of(2023).filter(({ channel }) => channel === 'direct');
    const holidays = new Set(calendar.holidays.map(({ day }) => day));
    for (const { received } of atDesk) {
      const hour = received.slice(11, 16);
      if (hour < '07:00' || hour >= '17:00' || holidays.has(received.slice(0, 10))) {
        expect.fail(`at the desk at ${received}`);
      }
    }
  });
  it('makes Thuận An the latest district', () => {
    const then = pack.units.filter(({ validFrom }) => validFrom === undefined);
    const parents = new Map(then.map(({ code, parent }) => [code, parent]));
    const resolved = of(2023).filter(
      (dossier) => isResolved(dossier) && dossier.level !== 'province',
    );
    const byDistrict = groupBy(resolved, ({ unit, level }) =>
      level === 'district' ? unit : parents.get(unit),
    );
    const rates = [...byDistrict].map(
      ([code, list]) => [code, 1 - size(list, isLate) / list.length] as const,
    );
    rates.sort(([, a], [, b]) => a - b);
    expect(rates).toHaveLength(9);
    expect(rates[0]?.[0]).toBe('725');
    expect(rates[0]?.[1]).toBeLessThan(0.97);
    expect(rates[1]?.[1]).toBeGreaterThan(0.97);
  });
  it('has 54 cameras at 29 junctions, 235 in 11 zones and 316 still being bought for 6', () => {
    const list = [...cameras.values()];
    const at = (key: 'junction' | 'zone', stage: string) => {
      const found = list.filter((camera) => camera[key] && camera.stage === stage);
      return [found.length, new Set(found.map((camera) => camera[key])).size];
    };
    expect(at('junction', 'connected')).toEqual([54, 29]);
    expect(at('zone', 'connected')).toEqual([235, 11]);
    expect(at('zone', 'procuring')).toEqual([316, 6]);
    expect(list).toHaveLength(54 + 551);
  });
  it('lets every connected camera report often enough not to fall silent', () => {
    const byCamera = groupBy(reports, ({ camera }) => camera);
    expect(byCamera.size).toBe(289);
    for (const list of byCamera.values()) {
      const times = list.map(({ reportedAt }) => Date.parse(reportedAt));
      const gaps = times.map((time, i) => time - (times[i - 1] ?? time));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(3_600_000);
    }
    const states = new Set(reports.map(({ state }) => state));
    for (const state of ['online', 'offline', 'degraded']) expect(states).toContain(state);
    const online = reports.filter(({ state }) => state === 'online').length / reports.length;
    expect(online).toBeGreaterThan(0.97);
  });
  it('sends valid events in the order of time, each id once', () => {
    expect(invalid).toEqual([]);
    expect(isOrdered).toBe(true);
    expect(longestBatchGap).toBe(0);
    expect(ids.size).toBe(count);
  });
  it('keeps the last days for the replay', () => {
    expect(count - bulkCount).toBeGreaterThan(15_000);
    expect(openAtReplay.length).toBeGreaterThan(4166);
  });
});

describe('a small demo', () => {
  const small = (seed: number) => ({
    ...demo,
    seed,
    cameras: { ...demoCameras, historyFrom: '2023-12-28T00:00:00+07:00' },
    years: [
      {
        year: 2023,
        received: { 'online-full': 900, 'online-partial': 300, direct: 250, post: 20 },
        resolvedEarly: 1000,
        resolvedOnTime: 400,
        resolvedLate: 50,
        open: 20,
        returnedByPost: 300,
        digitised: 700,
        refused: 9,
      },
    ],
  });
  const digestOf = (seed: number) => {
    const events = createDemo(pack, calendar, small(seed));
    const hash = createHash('sha256');
    for (const { body } of events.bulk(500)) hash.update(body);
    const live = events.live(events.replay.from, events.replay.from + 7_200_000);
    return hash.update(live.map(({ line }) => line).join('\n')).digest('hex');
  };
  it('is the same byte for byte from the same seed, and another from another', () => {
    expect(digestOf(7)).toBe(digestOf(7));
    expect(digestOf(7)).not.toBe(digestOf(8));
  });
  it('brings the same live events however the span is cut', () => {
    const events = createDemo(pack, calendar, small(7));
    const { from } = events.replay;
    const whole = events.live(from, from + 7_200_000).map(({ line }) => line);
    const parts = [0, 1, 2, 3].flatMap((n) =>
      events.live(from + n * 1_800_000, from + (n + 1) * 1_800_000).map(({ line }) => line),
    );
    expect(parts.sort()).toEqual(whole.sort());
  });
  it('goes on with camera life after the end', () => {
    const events = createDemo(pack, calendar, small(7));
    const later = events.live(events.replay.to + 86_400_000, events.replay.to + 90_000_000);
    expect(later.length).toBeGreaterThan(3000);
    const types = new Set(later.map(({ line }) => parse(line).type));
    expect(types).toEqual(new Set(['ioc.camera-status.v1', 'ioc.link.v1']));
  });
});
