import { type InstantSpans, spanEndAt } from '../../shared/unit/instant-spans.ts';
import { dayOfSecond, isDown } from './camera-states.ts';
import type { FlowCube } from './cube.ts';
import { CAMERA_FLOWS, type CameraFlow } from './flows.ts';
import type { Timeline } from './timeline.ts';

const OUTAGES = CAMERA_FLOWS.indexOf('outages');
const FAILURES = CAMERA_FLOWS.indexOf('failures');

/** The reports of one camera, how long each may stand without another (seconds), and planned maintenance (seconds). */
export interface ReportedStates {
  readonly reports: Timeline;
  readonly covered: InstantSpans;
  readonly silenceOf: (code: number) => number;
}

/**
 * Posts what begins with a report: an outage, when the camera was neither down nor silent before it; a failure, when
 * it was not down by the report before, however long that is ago. What begins with silence or with the end of a
 * maintenance window is posted with the interval in which that lies; within a window nothing begins.
 */
export function postBeginning(
  cube: FlowCube<CameraFlow>,
  series: number,
  states: ReportedStates,
  index: number,
  sign: 1 | -1,
): void {
  const { reports, covered } = states;
  if (index < 0 || index >= reports.count || !isDown(reports.codeAt(index))) return;
  const second = secondOf(reports, index);
  if (spanEndAt(covered, second) !== undefined) return;
  const day = dayOfSecond(second);
  const wasInWindow = spanEndAt(covered, second - 1) !== undefined;
  const wasDown = index > 0 && !wasInWindow && isDown(reports.codeAt(index - 1));
  if (wasDown) return;
  cube.addAt(FAILURES, series, day, sign);
  if (wasInWindow || !isSilentBefore(states, index)) cube.addAt(OUTAGES, series, day, sign);
}

/** Of the newest report asked about: the next answer needs not go back beyond it. */
interface KnownOutage {
  readonly reportMs: number;
  readonly sinceMs: number;
  readonly rewrites: number;
}
const knownOutages = new WeakMap<Timeline, KnownOutage>();

/** Since when (ms) a camera that is down or silent at an instant has been so, seamlessly; null when it is up or under planned maintenance. */
export function downSince(states: ReportedStates, atMs: number): number | null {
  const { covered } = states;
  const second = Math.floor(atMs / 1000);
  if (spanEndAt(covered, second) !== undefined) return null;
  const sinceMs = reportedDownSince(states, atMs);
  if (sinceMs === null) return null;
  const ends = covered.filter((end, i) => i % 2 === 1 && end <= second);
  return Math.max(sinceMs, (ends.at(-1) ?? 0) * 1000);
}

function reportedDownSince(states: ReportedStates, atMs: number): number | null {
  const { reports } = states;
  const index = reports.lastUpTo(atMs);
  if (index < 0) return null;
  if (!isDown(reports.codeAt(index))) {
    const silentFrom = silentFromMs(states, index);
    return atMs < silentFrom ? null : silentFrom;
  }
  const sinceMs = beginningOf(states, index);
  const { rewrites } = reports;
  if (index === reports.count - 1)
    knownOutages.set(reports, { reportMs: reports.timeAt(index), sinceMs, rewrites });
  return sinceMs;
}

/** Back from a report of being down to where the camera was last up. */
function beginningOf(states: ReportedStates, from: number): number {
  const { reports } = states;
  const known = knownOutages.get(reports);
  const isKnown = known?.rewrites === reports.rewrites;
  let index = from;
  while (index > 0) {
    if (isKnown && reports.timeAt(index) === known?.reportMs) return known.sinceMs;
    const isSilent = isSilentBefore(states, index);
    if (!isDown(reports.codeAt(index - 1)))
      return isSilent ? silentFromMs(states, index - 1) : secondOf(reports, index) * 1000;
    index--;
  }
  return secondOf(reports, 0) * 1000;
}

const secondOf = (reports: Timeline, index: number) => Math.floor(reports.timeAt(index) / 1000);

function silentFromMs({ reports, silenceOf }: ReportedStates, index: number): number {
  return (secondOf(reports, index) + silenceOf(reports.codeAt(index))) * 1000;
}

/** Whether the report before had grown too old by the time of this one. */
function isSilentBefore(states: ReportedStates, index: number): boolean {
  return index > 0 && silentFromMs(states, index - 1) < secondOf(states.reports, index) * 1000;
}
