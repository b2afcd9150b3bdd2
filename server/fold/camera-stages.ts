import { CAMERA_STAGES, type CameraStage } from '../../shared/event/camera.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import type { FlowCube } from './cube.ts';
import { positionOf } from './day-axis.ts';
import { CAMERA_FLOWS, type CameraFlow } from './flows.ts';

const flowId = (flow: CameraFlow) => CAMERA_FLOWS.indexOf(flow);
const ROLL_OUT = (
  ['surveyed', 'planned', 'procuring', 'installed', 'connected', 'shared'] as const
).map(flowId);

/** The stocks a camera of a stage belongs to; see `CAMERA_FLOWS` for the two stages outside the roll-out. */
const STOCKS: Readonly<Record<CameraStage, readonly number[]>> = {
  surveyed: ROLL_OUT.slice(0, 1),
  planned: ROLL_OUT.slice(0, 2),
  procuring: ROLL_OUT.slice(0, 3),
  installed: ROLL_OUT.slice(0, 4),
  connected: ROLL_OUT.slice(0, 5),
  shared: ROLL_OUT,
  relocated: ROLL_OUT.slice(0, 4),
  decommissioned: [flowId('decommissioned')],
};

/** A revision of the register as the stage stocks need it: pairs of time (ms) and stage, sorted by time. */
export type StageHistory = [number, CameraStage][];

/**
 * Puts a revision into the history and moves the stocks on its day and on the next revision's day. A revision of the
 * very same time replaces the earlier one: that is how a source corrects the past.
 */
export function addStage(
  cube: FlowCube<CameraFlow>,
  series: number,
  history: StageHistory,
  timeMs: number,
  stage: CameraStage,
): void {
  let index = history.length;
  while (index > 0 && (history[index - 1]?.[0] ?? 0) >= timeMs) index--;
  const replaces = history[index]?.[0] === timeMs ? 1 : 0;
  postChange(cube, series, history, index, -1);
  if (replaces) postChange(cube, series, history, index + 1, -1);
  history.splice(index, replaces, [timeMs, stage]);
  postChange(cube, series, history, index, 1);
  postChange(cube, series, history, index + 1, 1);
}

/** The change of stocks that the revision at `index` brings against the one before it. */
function postChange(
  cube: FlowCube<CameraFlow>,
  series: number,
  history: StageHistory,
  index: number,
  sign: 1 | -1,
): void {
  const revision = history[index];
  if (!revision) return;
  const day = positionOf(localDayOf(revision[0]));
  const before = history[index - 1];
  if (before) for (const flow of STOCKS[before[1]]) cube.addAt(flow, series, day, -sign);
  for (const flow of STOCKS[revision[1]]) cube.addAt(flow, series, day, sign);
}

export function stageCode(stage: CameraStage): number {
  return CAMERA_STAGES.indexOf(stage);
}
