import { expect, test } from 'vitest';
import type { CameraOutage } from '../../shared/alarm/outage.ts';
import { groupOutages } from '../query/outage-groups.ts';
import { readPack } from '../source/pack.ts';
import { emptyContent, openMemoryStore } from '../store/memory-store.ts';
import { newWorld, openSampleAlarms } from './sample-alarms.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const { rules } = readPack('fixtures/provinces/binh-duong');
const cameraRules = rules.filter(({ condition }) => condition.kind === 'outage');

/**
 * Ten thousand cameras at 700 junctions of four owners: each goes down within five minutes and comes back within the hour, the
 * last eighteen later.
 */
const CAMERAS = Array.from({ length: 10_000 }, (_, i) => ({
  site: `nut-${i % 700}`,
  owner: `owner-${i % 4}`,
  unit: '74',
  downMs: (i % 300) * SECOND_MS,
  upMs: i < 18 ? 110 * MINUTE_MS : 30 * MINUTE_MS + ((i * 7919) % 3600) * SECOND_MS,
}));

function outagesAt(sinceStartMs: number, startMs: number): CameraOutage[] {
  const down = CAMERAS.filter(({ downMs, upMs }) => downMs <= sinceStartMs && sinceStartMs < upMs);
  const groups = groupOutages(
    down.map(({ downMs, ...camera }) => ({ ...camera, sinceMs: startMs + downMs })),
  );
  return groups.map(({ by, code, outages }) => ({
    ...{ by, code, unit: '74', cameras: outages.length },
    owners: [...new Set(outages.map(({ owner }) => owner))],
    sites: new Set(outages.map(({ site }) => site)).size,
    fromMs: outages[0]?.sinceMs ?? startMs,
    toMs: outages.at(-1)?.sinceMs ?? startMs,
  }));
}

test('a cut fibre with ten thousand cameras comes up as four alarms, from the first camera down to the last one back, over a restart', async () => {
  const world = newWorld(cameraRules);
  const startMs = world.nowMs;
  const content = emptyContent();
  const open = () => openSampleAlarms(world, openMemoryStore(content).journal);
  let alarms = await open();
  let most = 0;
  const stepMs = (ms: number) => (ms < 7 * MINUTE_MS ? 30 * SECOND_MS : 6 * MINUTE_MS);
  for (let ms = 0; ms <= 130 * MINUTE_MS; ms += stepMs(ms)) {
    world.nowMs = startMs + ms;
    world.outages = outagesAt(ms, startMs);
    most = Math.max(most, world.outages.length);
    if (ms === 61 * MINUTE_MS) alarms = await open();
    await alarms.evaluate();
  }
  // What is left of the outage while it ends falls apart into sites.
  expect(most).toBeGreaterThan(10);
  const announced = alarms.book.announcements.map(({ id }) => id);
  expect(announced.sort()).toEqual(
    [0, 1, 2, 3].map((owner) => `camera-mass-outage:owner:owner-${owner}`),
  );
  expect(alarms.book.all().filter(({ rule }) => rule === 'camera-mass-outage')).toHaveLength(4);
  for (const { state } of alarms.book.all().filter(({ rule }) => rule === 'camera-mass-outage'))
    expect(state.place).toBe('latched');
});

test('two junctions of one owner that go down hours apart are two alarms', async () => {
  const world = newWorld(cameraRules);
  const alarms = await openSampleAlarms(world, openMemoryStore().journal);
  const outage = (code: string, hoursAgo: number): CameraOutage => {
    const fromMs = world.nowMs - hoursAgo * 60 * MINUTE_MS;
    const size = { sites: 1, cameras: 2, fromMs, toMs: fromMs };
    return { by: 'site', code, unit: '718', owners: ['bot-ql13'], ...size };
  };
  world.outages = [outage('nut-1', 5), outage('nut-2', 1)];
  await alarms.evaluate();
  world.nowMs += 6 * MINUTE_MS;
  await alarms.evaluate();
  expect(alarms.book.announcements.map(({ id }) => id)).toEqual([
    'camera-outage:site:nut-1',
    'camera-outage:site:nut-2',
  ]);
});
