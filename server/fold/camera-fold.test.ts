import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Camera } from '../../shared/event/camera.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { isoDay, type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import {
  camerasOf,
  downSinceByHand,
  failureTimes,
  newestCamera,
  outageTimes,
  pointsOf,
  stateIn,
} from './camera-oracle.contract.ts';
import { CAMERA_FLOWS } from './flows.ts';
import type { Fold } from './fold.ts';
import {
  applyAll,
  BASE_MS,
  cameraDraft,
  GRID_MS,
  HISTORY_DAYS,
  history,
  newFold,
  positionOfSeq,
  SETTINGS,
} from './history.contract.ts';

// Hundreds of random histories: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** `camera flow day = seconds`, walked in steps of 100 s up to the newest report. */
function secondsOfOracle(events: readonly AcceptedEvent[]): string[] {
  const seconds = new Map<string, number>();
  for (const camera of camerasOf(events)) {
    const points = pointsOf(events, camera);
    const last = points.at(-1)?.at ?? 0;
    for (let at = points[0]?.at ?? 0; at < last; at += 100_000) {
      const key = `${camera.camera} ${stateIn(points, at)}Seconds ${isoDay(localDayOf(at))}`;
      seconds.set(key, (seconds.get(key) ?? 0) + 100);
    }
  }
  return [...seconds].map(([key, total]) => `${key} = ${total}`).sort();
}

function totalsOf({ cameras }: Fold, flows: (name: string) => boolean): string[] {
  const totals: string[] = [];
  const first = localDayOf(BASE_MS);
  for (let series = 0; series < cameras.seriesCount; series++) {
    for (const [flow, name] of CAMERA_FLOWS.entries()) {
      for (let day = first; day <= first + HISTORY_DAYS + 1 && flows(name); day++) {
        const total = cameras.sum(flow, series, day as LocalDay, day as LocalDay);
        const key = `${cameras.valueOf(series, cameras.dimensions.indexOf('camera'))} ${name} ${isoDay(day as LocalDay)}`;
        if (total !== 0) totals.push(`${key} = ${total}`);
      }
    }
  }
  return totals.sort();
}

test('the seconds by state and day equal those of a walk along the reports', () => {
  fc.assert(
    fc.property(history(cameraDraft, 25), (events) => {
      const fold = applyAll(newFold(), events);
      expect(totalsOf(fold, (name) => name.endsWith('Seconds'))).toEqual(secondsOfOracle(events));
    }),
    { numRuns: 100 },
  );
});

/** `camera flow day = count` */
function outagesOfOracle(events: readonly AcceptedEvent[]): string[] {
  const named = camerasOf(events).flatMap((camera) => {
    const points = pointsOf(events, camera);
    const nameOf = (flow: string) => (at: number) =>
      `${camera.camera} ${flow} ${isoDay(localDayOf(at))}`;
    return [
      ...outageTimes(points).map(nameOf('outages')),
      ...failureTimes(points).map(nameOf('failures')),
    ];
  });
  const countOf = (name: string) => named.filter((each) => each === name).length;
  return [...new Set(named)].map((name) => `${name} = ${countOf(name)}`).sort();
}

test('outages and failures by day equal those of a walk along the reports', () => {
  fc.assert(
    fc.property(history(cameraDraft, 25), (events) => {
      const fold = applyAll(newFold(), events);
      const flows = (name: string) => name === 'outages' || name === 'failures';
      expect(totalsOf(fold, flows)).toEqual(outagesOfOracle(events));
    }),
    { numRuns: 100 },
  );
});

test('an outage is known to have begun where the camera was last up, also when reports go on', () => {
  const step = fc.integer({ min: 0, max: 600 });
  fc.assert(
    fc.property(history(cameraDraft, 25), step, (events, steps) => {
      const fold = newFold();
      for (const [i, event] of events.entries()) {
        fold.apply(event, positionOfSeq(i + 1));
        // Asked after every event, as a wall does: what is remembered must not outlive its reason.
        for (let row = 0; row < fold.cameraRows.count; row++) {
          const at = BASE_MS + steps * GRID_MS;
          const known = newestCamera(events.slice(0, i + 1), fold.cameraRows.camera(row).camera);
          const points = pointsOf(events.slice(0, i + 1), known as Camera);
          expect(fold.cameraRows.downSince(row, at)).toBe(downSinceByHand(points, at));
        }
      }
    }),
    { numRuns: 60 },
  );
});

const REACHED = ['surveyed', 'planned', 'procuring', 'installed', 'connected', 'shared'];
function isIn(flow: string, stage: string): boolean {
  if (stage === 'decommissioned' || flow === 'decommissioned') return stage === flow;
  const reached = stage === 'relocated' ? 'installed' : stage;
  return REACHED.indexOf(flow) <= REACHED.indexOf(reached);
}

test('on each day a camera has the stage of the revision that was newest then', () => {
  const someDay = fc.integer({ min: 0, max: HISTORY_DAYS });
  fc.assert(
    fc.property(history(cameraDraft, 25), someDay, (events, days) => {
      const { cameras } = applyAll(newFold(), events);
      const day = (localDayOf(BASE_MS) + days) as LocalDay;
      const known = events.filter((event) => localDayOf(event.time) <= day);
      for (let series = 0; series < cameras.seriesCount; series++) {
        const stage = newestCamera(
          known,
          cameras.valueOf(series, cameras.dimensions.indexOf('camera')),
        )?.stage;
        for (const flow of [...REACHED, 'decommissioned']) {
          const stock = cameras.sumUntil(cameras.flowId(flow), series, day);
          expect([flow, stock]).toEqual([flow, stage && isIn(flow, stage) ? 1 : 0]);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('the state at an instant is the last report, or unknown once it is too old', () => {
  const step = fc.integer({ min: -20, max: 600 });
  fc.assert(
    fc.property(history(cameraDraft, 25), step, (events, steps) => {
      const { cameraRows } = applyAll(newFold(), events);
      const at = BASE_MS + steps * GRID_MS;
      for (let row = 0; row < cameraRows.count; row++) {
        const camera = newestCamera(events, cameraRows.camera(row).camera) as Camera;
        expect(cameraRows.stateAt(row, at)).toBe(stateIn(pointsOf(events, camera), at));
      }
    }),
  );
});

const camera: Camera = {
  camera: 'CAM-1',
  name: 'Ngã tư',
  unit: '718',
  zone: 'vsip-1',
  owner: 'bot',
  stage: 'connected',
};
const online = (atMs: number): AcceptedEvent => ({
  kind: 'camera-status',
  source: 'cam',
  id: String(atMs),
  time: atMs,
  data: { camera: 'CAM-1', state: 'online', reportedAt: new Date(atMs).toISOString() },
});

test('a camera that moves to another zone takes its history along', () => {
  const fold = newFold();
  const registered = (data: Camera, time: number) =>
    fold.apply({ kind: 'camera', source: 'cam', id: '1', time, data }, positionOfSeq(1));
  registered(camera, BASE_MS);
  fold.apply(online(BASE_MS), positionOfSeq(2));
  fold.apply(online(BASE_MS + 600_000), positionOfSeq(3));
  const before = fold.cameras.labelsVersion;
  registered({ ...camera, zone: 'vsip-2' }, BASE_MS + 1);
  expect(fold.cameras.labelsVersion).toBeGreaterThan(before);
  expect(fold.cameras.seriesCount).toBe(1);
  expect(fold.cameras.valueOf(0, 1)).toBe('vsip-2');
  const day = localDayOf(BASE_MS);
  expect(fold.cameras.sum(fold.cameras.flowId('onlineSeconds'), 0, day, day)).toBe(600);
});

test('reports far behind the newest one are refused and counted, the rest of the history stays', () => {
  const fold = newFold();
  const data = { ...camera };
  fold.apply({ kind: 'camera', source: 'cam', id: '1', time: BASE_MS, data }, positionOfSeq(1));
  const days = SETTINGS.cameras.lateDays + 3;
  for (let day = 0; day <= days; day++) {
    fold.apply(online(BASE_MS + day * 86_400_000), positionOfSeq(2 + day));
  }
  fold.apply(online(BASE_MS + 1), positionOfSeq(100));
  expect(fold.counts().lateReports).toBe(1);
  expect(fold.cameraRows.stateAt(0, BASE_MS)).toBe(null);
  expect(fold.cameraRows.stateAt(0, BASE_MS + days * 86_400_000)).toBe('online');
  const total = (flow: string) =>
    fold.cameras.sumUntil(
      fold.cameras.flowId(flow),
      0,
      localDayOf(BASE_MS + 2 * days * 86_400_000),
    );
  expect(total('onlineSeconds')).toBe(days * 1800);
  expect(total('onlineSeconds') + total('unknownSeconds')).toBe(days * 86_400);
});

test('the open tail names the newest state and when silence begins', () => {
  const fold = newFold();
  fold.apply(online(BASE_MS + 500), positionOfSeq(1));
  expect(fold.cameraRows.count).toBe(0);
  fold.apply(
    { kind: 'camera', source: 'cam', id: '1', time: BASE_MS, data: camera },
    positionOfSeq(2),
  );
  expect(fold.cameraRows.tail(0)).toEqual({
    state: 'online',
    fromMs: BASE_MS,
    silentFromMs: BASE_MS + 1_800_000,
    covered: [],
  });
});
