import type { Reported } from '../../shared/published/reported.ts';
import type { Demo } from '../../shared/territory/demo.ts';
import type { Calendar, Pack } from '../../shared/territory/pack.ts';
import { type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import { type CameraLife, createCameraLife, type TimedLine } from './camera-life.ts';
import { batchUntil, type DemoBatch } from './demo-bulk.ts';
import { CAMERA_SOURCES, listCameras, registerLines } from './demo-cameras.ts';
import { daysOf } from './demo-columns.ts';
import { planDossiers } from './demo-dossiers.ts';
import { coverageLines, observationLines } from './demo-figures.ts';
import { incidentLines } from './demo-incidents.ts';
import { createDossierLines, type DossierLines, eventLine } from './demo-lines.ts';
import { createOffices } from './demo-offices.ts';
import { petitionLines } from './demo-petitions.ts';
import { reportedLines } from './reported-lines.ts';
import { seeded } from './seeded.ts';
import { createWorkingTime, instantText } from './working-time.ts';

export interface DemoEvents {
  /** Where the live part begins and ends (ms); camera life goes on after it. */
  readonly replay: { readonly from: number; readonly to: number };
  /** Everything before the live part in the order of time, each dossier once, as it stood then. */
  bulk(batchSize?: number): Generator<DemoBatch>;
  /** What happens with from < time ≤ to (ms), in order: dossiers step by step, camera reports, links. */
  live(from: number, to: number): TimedLine[];
}

/** What a pack without a `demo.json` has to tell: its reported figures, and nothing after them. */
export function createReportedOnly(reported: Reported): DemoEvents {
  const lines = reportedLines(reported);
  const end = lines.reduce((latest, { time }) => Math.max(latest, time), 0);
  return {
    replay: { from: end * 1000, to: end * 1000 },
    bulk: (batchSize = 2000) => batchUntil(end, [], lines, batchSize),
    live: () => [],
  };
}

/**
 * Synthesises the events of a pack's `demo.json` and tells its reported figures among them. Pure: the same pack gives
 * the same bytes.
 */
export function createDemo(
  pack: Pack,
  calendar: Calendar,
  demo: Demo,
  reported: Reported = [],
): DemoEvents {
  const from = Date.parse(demo.replay.from) / 1000;
  const to = Date.parse(demo.replay.to) / 1000;
  const cameras = cameraEvents(pack, demo, from);
  let made: DossierLines[] | undefined;
  const dossiers = () => (made ??= planYears(pack, calendar, demo, to));
  const figures = [
    ...cameras.register,
    ...coverageLines(demo, pack.root, 9),
    ...observationLines(demo, pack.root, to),
    ...reportedLines(reported, { from, to }),
    ...petitionLines(pack, demo, createWorkingTime(calendar), to),
    ...incidentLines(pack, demo, to),
  ];
  let steps: TimedLine[] | undefined;
  const liveSteps = () =>
    (steps ??= [...dossiers().flatMap((year) => stepsOf(year, from, to)), ...figures].sort(
      (a, b) => a.time - b.time,
    ));
  return {
    replay: { from: from * 1000, to: to * 1000 },
    bulk: (batchSize = 2000) => {
      const before = (line: TimedLine) => line.time <= from;
      const others = [...figures.filter(before), ...cameras.reports(cameras.historyFrom, from)];
      return batchUntil(from, dossiers(), others, batchSize);
    },
    live: (fromMs, toMs) => {
      const [after, until] = [Math.floor(fromMs / 1000), Math.floor(toMs / 1000)];
      const within = ({ time }: TimedLine) => time > after && time <= until;
      const ended = after >= to ? [] : liveSteps().filter(within);
      const links = linkLines(demo, after, until);
      return [...ended, ...cameras.reports(after, until), ...links].sort((a, b) => a.time - b.time);
    },
  };
}

interface CameraEvents extends CameraLife {
  readonly register: readonly TimedLine[];
  /** Epoch seconds. */
  readonly historyFrom: number;
}

function cameraEvents(pack: Pack, demo: Demo, sparseUntil: number): CameraEvents {
  if (!demo.cameras) return { register: [], historyFrom: sparseUntil, reports: () => [] };
  const { historyFrom, outage } = demo.cameras;
  const secondsOf = (instant: string) => Date.parse(instant) / 1000;
  const cameras = listCameras(pack, demo.cameras);
  const life = createCameraLife({
    cameras: cameras.filter(({ connected }) => connected),
    seed: demo.seed,
    sparseUntil,
    outage: { ...outage, from: secondsOf(outage.from), to: secondsOf(outage.to) },
  });
  return {
    ...life,
    register: cameras.flatMap(registerLines),
    historyFrom: secondsOf(historyFrom),
  };
}

const USUAL_APOLOGIES = { sent: 0.9, beforeDue: 0.8 };

function planYears(pack: Pack, calendar: Calendar, demo: Demo, end: number): DossierLines[] {
  const lastDay = Math.max(...demo.years.map((year) => daysOf(year)[1])) as LocalDay;
  const offices = createOffices(pack, demo.shape, lastDay);
  const work = createWorkingTime(calendar);
  const apologies = demo.shape.apologies ?? USUAL_APOLOGIES;
  return demo.years.map((spec) => {
    const random = seeded(demo.seed + (parseDay(spec.from ?? '') ?? spec.year));
    const dossiers = planDossiers({ spec, offices, work, random, apologies, end });
    return createDossierLines(dossiers, offices, demo.dossierSource);
  });
}

/** All changes of dossiers that fall into the span, each as a revision of its own. */
function stepsOf(year: DossierLines, from: number, to: number): TimedLine[] {
  const steps: TimedLine[] = [];
  for (let i = 0; i < year.count; i++) {
    if (year.lastChange(i) <= from) continue;
    for (const time of year.changes(i)) {
      if (time > from && time < to) steps.push({ time, line: year.line(i, time) });
    }
  }
  return steps;
}

const LINK_SECONDS = 900;

/** Each system tells every quarter of an hour that its connection stands, also when nothing comes in. */
function linkLines(demo: Demo, from: number, to: number): TimedLine[] {
  const { dossierSource, cameras, petitions, incidents } = demo;
  const streams = [petitions, incidents].flatMap((stream) => stream?.source ?? []);
  const systems = [dossierSource, ...(cameras ? CAMERA_SOURCES : []), ...streams];
  return systems.flatMap((system) => linkLinesOf(system, from, to));
}

function linkLinesOf(system: string, from: number, to: number): TimedLine[] {
  const lines: TimedLine[] = [];
  const first = (Math.floor(from / LINK_SECONDS) + 1) * LINK_SECONDS;
  for (let time = first; time <= to; time += LINK_SECONDS) {
    const lastExchange = instantText(time);
    const data = JSON.stringify({ system, cadenceSeconds: LINK_SECONDS, lastExchange });
    lines.push({ time, line: eventLine('link', system, `link@${time}`, time, data) });
  }
  return lines;
}
