import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { DemoCamera } from './demo-cameras.ts';
import { eventLine } from './demo-lines.ts';
import { chance } from './seeded.ts';
import { DAY_SECONDS, dayOfSeconds, instantText, secondsAt } from './working-time.ts';

type State = 'online' | 'offline' | 'degraded' | 'maintenance' | 'tampered';
interface Trouble {
  readonly from: number;
  readonly to: number;
  readonly state: State;
}
export interface TimedLine {
  readonly time: number;
  readonly line: string;
}

export interface CameraLife {
  /** Reports with from < time ≤ to (epoch seconds), in order. */
  reports(from: number, to: number): TimedLine[];
}

export interface CameraLifeOptions {
  readonly cameras: readonly DemoCamera[];
  readonly seed: number;
  /** Until `sparseUntil` a report every 45 minutes, later every five. */
  readonly sparseUntil: number;
  readonly outage: { readonly junction: string; readonly from: number; readonly to: number };
}

const SPARSE = 2700;
const DENSE = 300;

/**
 * What connected cameras report, as a pure function of time: the same instant always brings the same reports, so
 * that a restart may ask again. A fault shows at its first and last second, between them by the usual reports.
 */
export function createCameraLife(options: CameraLifeOptions): CameraLife {
  const { cameras, seed, sparseUntil } = options;
  const troublesOf = createTroubles(options);
  const report = (camera: number, time: number): TimedLine => {
    const { code = '', source = '' } = cameras[camera] ?? {};
    const current = troublesOf(camera, dayOfSeconds(time)).find(
      ({ from, to }) => from <= time && time < to,
    );
    const state = current?.state ?? 'online';
    const data = `{"camera":"${code}","state":"${state}","reportedAt":"${instantText(time)}"}`;
    return { time, line: eventLine('camera-status', source, `${code}@${time}`, time, data) };
  };
  const timesOf = (camera: number, from: number, to: number): number[] => {
    const period = from < sparseUntil ? SPARSE : DENSE;
    const phase = Math.floor(chance(seed, camera, 3) * period);
    const times: number[] = [];
    for (let slot = Math.floor((from - phase) / period) - 1; ; slot++) {
      const time = slot * period + phase + Math.floor(chance(seed, camera, slot) * (period / 9));
      if (time > to) break;
      if (time > from) times.push(time);
    }
    return times;
  };
  const changesOf = (camera: number, from: number, to: number): number[] => {
    const times: number[] = [];
    for (let day = dayOfSeconds(from); day <= dayOfSeconds(to); day++) {
      for (const trouble of troublesOf(camera, day as LocalDay))
        times.push(trouble.from, trouble.to);
    }
    return times.filter((time) => time > from && time <= to);
  };
  return {
    reports: (from, to) =>
      cameras
        .flatMap((_, camera) => {
          const times = new Set([...timesOf(camera, from, to), ...changesOf(camera, from, to)]);
          return [...times].map((time) => report(camera, time));
        })
        .sort((a, b) => a.time - b.time),
  };
}

/** The faults and works that touch a day, for each camera; the first that fits an instant is shown. */
function createTroubles({ cameras, seed, outage }: CameraLifeOptions) {
  const remembered = new Map<LocalDay, Trouble[][]>();
  const of = (day: LocalDay) => {
    let troubles = remembered.get(day);
    if (!troubles) {
      troubles = cameras.map((camera, at) => troublesOn(camera, at, day, seed, outage));
      remembered.set(day, troubles);
      if (remembered.size > 16) remembered.delete([...remembered.keys()][0] ?? day);
    }
    return troubles;
  };
  return (camera: number, day: LocalDay): readonly Trouble[] => of(day)[camera] ?? [];
}

function troublesOn(
  camera: DemoCamera,
  at: number,
  day: LocalDay,
  seed: number,
  outage: CameraLifeOptions['outage'],
): Trouble[] {
  const troubles: Trouble[] = [];
  const start = secondsAt(day, 0);
  if (camera.site.code === outage.junction && touches(outage, start)) {
    troubles.push({ ...outage, state: 'offline' });
  }
  const works = Math.floor(day / 3);
  if (chance(seed, at, works, 11) < 0.006) {
    const from = secondsAt((works * 3) as LocalDay, 30_600);
    troubles.push({ from, to: from + 2 * DAY_SECONDS, state: 'maintenance' });
  }
  const site = [...camera.site.code].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7);
  if (chance(seed, site, day, 5) < 0.004) {
    troubles.push(fault(start, chance(seed, site, day, 6), 1800, 9000, 'offline'));
  }
  const kind = chance(seed, at, day, 7);
  if (kind < 0.012) troubles.push(fault(start, chance(seed, at, day, 8), 300, 7200, 'offline'));
  else if (kind < 0.018)
    troubles.push(fault(start, chance(seed, at, day, 9), 1800, 9000, 'degraded'));
  else if (kind < 0.0186)
    troubles.push(fault(start, chance(seed, at, day, 10), 1200, 3600, 'tampered'));
  return troubles;
}

const touches = ({ from, to }: { from: number; to: number }, dayStart: number) =>
  from < dayStart + DAY_SECONDS && to >= dayStart;

/** Begins and ends within the day. */
function fault(start: number, draw: number, least: number, most: number, state: State): Trouble {
  const length = Math.floor(least + ((draw * 7919) % 1) * (most - least));
  const from = start + Math.floor(draw * (DAY_SECONDS - length - 2));
  return { from, to: from + length, state };
}
