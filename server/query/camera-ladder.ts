import {
  type LADDER_BY,
  type LadderAnswer,
  type LadderCamera,
  type LadderRow,
  MAINTENANCE_DAYS,
  type OutageGroupRow,
} from '../../shared/record/camera-ladder.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import { type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import { IocError } from '../errors.ts';
import type { CameraRecord, FoldView, ShownCameraState } from '../fold/view.ts';
import { type CameraLife, createCameraLife } from './camera-live.ts';
import { groupOutages, type Outage, type OutageGroup } from './outage-groups.ts';

export interface LadderAsked {
  readonly unit: string;
  readonly by: (typeof LADDER_BY)[number];
}

export interface LadderContext {
  readonly view: FoldView;
  readonly territory: Territory;
  /** The server's clock, ms. */
  readonly now: number;
  readonly scope: readonly string[];
}

const LISTED_OF_GROUP = 20;
const LISTED_IN_MAINTENANCE = 100;
const HOUR_SECONDS = 3600;
const DOWN: readonly string[] = ['offline', 'tampered'];
const CONNECTED: readonly string[] = ['connected', 'shared'];

/** What is really known of the cameras below a unit. Throws `IOC_ACCESS_UNIT`, `IOC_QUERY_UNKNOWN_UNIT`. */
export function readCameraLadder({ unit, by }: LadderAsked, context: LadderContext): LadderAnswer {
  const { view, now } = context;
  const today = localDayOf(now);
  const borders = context.territory.on(today);
  checkUnit(unit, context, borders);
  const life = createCameraLife(view, now, today);
  const cameras = camerasBelow(unit, borders, view, now);
  const groupOf = grouping(unit, by, borders);
  const byKey = new Map<string, Known[]>();
  for (const camera of cameras) {
    const key = groupOf(camera.record);
    const known = byKey.get(key);
    if (known) known.push(camera);
    else byKey.set(key, [camera]);
  }
  const rowOf = (key: string, known: readonly Known[]) => ladderOf(key, known, view, life, today);
  const rows = [...byKey].map(([key, known]) => rowOf(key, known));
  const missing = ({ connected, healthy }: LadderRow) => connected - healthy;
  rows.sort((a, b) => missing(b) - missing(a) || (a.key < b.key ? -1 : 1));
  return {
    unit,
    by,
    seq: view.seq,
    asOf: new Date(now).toISOString(),
    total: rowOf('', cameras),
    rows,
    groups: outagesOf(cameras.filter(isOutIn(borders)), view, now),
    maintenance: cameras
      .filter(({ isConnected, state }) => isConnected && state === 'maintenance')
      .slice(0, LISTED_IN_MAINTENANCE)
      .map((known) => inMaintenance(known, view, now)),
  };
}

/** Whoever has no unit above it learns nothing, not even whether it exists. */
function checkUnit(unit: string, { scope, territory }: LadderContext, borders: Borders): void {
  const isSeen = scope.some((each) => each === territory.root || borders.isWithin(unit, each));
  const where = '?unit';
  if (!isSeen) {
    const expected = scope.join(', ') || 'nothing';
    throw new IocError('IOC_ACCESS_UNIT', { expected, came: unit, where });
  }
  if (!borders.unit(unit)) throw new IocError('IOC_QUERY_UNKNOWN_UNIT', { came: unit, where });
}

interface Known {
  readonly row: number;
  readonly record: CameraRecord;
  readonly isConnected: boolean;
  readonly state: ShownCameraState;
  /** Undefined before the first report. */
  readonly reported: string | undefined;
}

/** All that are registered and not decommissioned. */
function camerasBelow(unit: string, borders: Borders, view: FoldView, now: number): Known[] {
  const { cameraRows } = view;
  const cameras: Known[] = [];
  for (let row = 0; row < cameraRows.count; row++) {
    const record = cameraRows.camera(row);
    if (record.stage === 'decommissioned' || !borders.isWithin(record.unit, unit)) continue;
    cameras.push({
      row,
      record,
      isConnected: CONNECTED.includes(record.stage),
      state: cameraRows.stateAt(row, now) ?? 'unknown',
      reported: cameraRows.tail(row)?.state,
    });
  }
  return cameras;
}

/** By unit: the one below the asked unit; the asked one itself for its own cameras. */
function grouping(
  unit: string,
  by: LadderAsked['by'],
  borders: Borders,
): (record: CameraRecord) => string {
  if (by !== 'unit') return (record) => record[by];
  return ({ unit: code }) => {
    const lineage = borders.lineage(code);
    const place = lineage.indexOf(unit);
    return place > 0 ? (lineage[place - 1] ?? unit) : unit;
  };
}

function ladderOf(
  key: string,
  cameras: readonly Known[],
  view: FoldView,
  life: CameraLife,
  today: LocalDay,
): LadderRow {
  const connected = cameras.filter(({ isConnected }) => isConnected);
  const reachable = connected.filter(
    ({ reported }) => reported !== undefined && reported !== 'offline',
  );
  const fresh = reachable.filter(({ state }) => state !== 'unknown');
  const inState = (...states: readonly string[]) =>
    connected.filter(({ state }) => states.includes(state)).length;
  const rows = cameras.map(({ row }) => row);
  const span = { from: (today - MAINTENANCE_DAYS + 1) as LocalDay, to: today };
  const flow = view.cameras.flowId('maintenanceSeconds');
  const seconds =
    view.cameras.sumOver(flow, rows, span.from, span.to) +
    life.tailSeconds(rows, 'maintenance', span);
  return {
    key,
    registered: cameras.length,
    connected: connected.length,
    reachable: reachable.length,
    fresh: fresh.length,
    healthy: fresh.filter(({ state }) => state === 'online').length,
    degraded: inState('degraded'),
    maintenance: inState('maintenance'),
    down: inState(...DOWN),
    silent: inState('unknown'),
    maintenanceHours: Math.round((seconds / HOUR_SECONDS) * 10) / 10,
  };
}

/** What the pack says of silence holds here too, so that there are as many groups as the measure counts. */
function isOutIn({ pack }: Borders): (camera: Known) => boolean {
  const out = pack.unknownTime === 'left-out' ? DOWN : [...DOWN, 'unknown'];
  return ({ isConnected, state }) => isConnected && out.includes(state);
}

interface KnownOutage extends Outage {
  readonly known: Known;
}

function outagesOf(cameras: readonly Known[], view: FoldView, now: number): OutageGroupRow[] {
  const outages = cameras.flatMap((known): KnownOutage[] => {
    const sinceMs = view.cameraRows.downSince(known.row, now);
    if (sinceMs === null) return [];
    const { camera, junction, zone, owner } = known.record;
    return [{ site: junction || zone || camera, owner, sinceMs, known }];
  });
  return groupOutages(outages)
    .map(groupRow)
    .sort((a, b) => b.count - a.count || a.from - b.from || (a.key < b.key ? -1 : 1));
}

function groupRow({ by, code, outages }: OutageGroup<KnownOutage>): OutageGroupRow {
  return {
    cause: by,
    key: code,
    from: outages[0]?.sinceMs ?? 0,
    to: outages.at(-1)?.sinceMs ?? 0,
    count: outages.length,
    cameras: outages.slice(0, LISTED_OF_GROUP).map(({ known, sinceMs }) => listed(known, sinceMs)),
  };
}

function inMaintenance(known: Known, { cameraRows }: FoldView, now: number): LadderCamera {
  const planned = cameraRows
    .windows(known.row)
    .find(({ fromMs, toMs, isCancelled }) => !isCancelled && fromMs <= now && now < toMs);
  if (!planned) return listed(known, cameraRows.tail(known.row)?.fromMs ?? now);
  const { fromMs, toMs, reason } = planned;
  return { ...listed(known, fromMs), until: toMs, reason };
}

function listed({ record, state }: Known, since: number): LadderCamera {
  const { camera, name, unit, zone, junction, owner, contractor } = record;
  return { camera, name, unit, zone, junction, owner, contractor, state, since };
}
