import type { CameraMaintenance } from '../shared/event/camera-maintenance.ts';
import {
  type CameraWindowRow,
  MAX_WINDOW_DAYS,
  MAX_WINDOW_LATE_HOURS,
  type NewWindow,
  type WindowDeed,
} from '../shared/record/camera-window.ts';
import type { Borders } from '../shared/territory/borders.ts';
import type { Territory } from '../shared/territory/territory.ts';
import { DAY_MS, isoDay, localDayOf } from '../shared/unit/local-day.ts';
import type { Principal } from './access/principal.ts';
import type { CoreCalls } from './core-calls.ts';
import { IocError } from './errors.ts';
import type { CameraWindow } from './fold/camera-windows.ts';
import type { CameraRecord, CameraRows } from './fold/view.ts';
import type { PushResult } from './http/ports.ts';

export interface WindowPorts {
  readonly rows: CameraRows;
  readonly territory: Territory;
  readonly now: () => number;
  readonly push: (
    body: Uint8Array<ArrayBuffer>,
    contentType: 'application/x-ndjson',
  ) => Promise<PushResult>;
}

type WindowCall = 'windows' | 'planWindow' | 'changeWindow';

/** CloudEvents source of what people at desks enter. */
const SOURCE = 'desk';
const TYPE = 'ioc.camera-maintenance.v1';
const HOUR_MS = 3_600_000;
/** Windows that ended longer ago are no longer listed. */
const LISTED_DAYS = 30;
const NAMED = 3;

/**
 * Planned maintenance of cameras: people enter it, it goes through the log as events, one a camera, and what the wall, the
 * alarms and the availability say of the cameras follows from them.
 */
export function windowCalls(ports: WindowPorts): Pick<CoreCalls, WindowCall> {
  const { rows, now } = ports;
  let lastStamp = 0;
  return {
    windows: async (unit, principal) => {
      const borders = bordersFor(unit, principal, ports);
      return listWindows(
        partsBelow(rows, (record) => borders.isWithin(record.unit, unit)),
        now(),
      );
    },
    planWindow: async (asked, principal) => {
      const at = now();
      checkSpan(asked, at);
      const borders = bordersFor(asked.unit, principal, ports);
      const cameras = camerasOf(asked, rows, borders);
      lastStamp = Math.max(at, lastStamp + 1);
      const window = `BT-${isoDay(localDayOf(at))}-${(lastStamp % DAY_MS).toString(36)}`;
      const { from: begins, to: ends, reason } = asked;
      await send(
        ports,
        cameras.map((camera) => ({ window, camera, begins, ends, reason })),
      );
      return window;
    },
    changeWindow: async (window, { deed }, principal) => {
      const parts = partsBelow(rows, () => true).filter(({ planned }) => planned.window === window);
      const borders = ports.territory.on(localDayOf(now()));
      const isSeen = ({ record }: Part) => isInScope(record.unit, principal, ports, borders);
      if (parts.length === 0 || !parts.every(isSeen))
        throw new IocError('IOC_DUTY_UNKNOWN', { expected: 'window', where: window.slice(0, 80) });
      const state = stateOf(parts[0]?.planned, now());
      if (state !== (deed === 'end' ? 'running' : 'planned'))
        throw new IocError('IOC_DUTY_STATE', { where: deed, came: state });
      await send(
        ports,
        parts.map((part) => changed(part, deed, now())),
      );
    },
  };
}

/** A camera and one window it is part of. */
interface Part {
  readonly record: CameraRecord;
  readonly planned: CameraWindow;
}

function partsBelow(rows: CameraRows, isWanted: (record: CameraRecord) => boolean): Part[] {
  return Array.from({ length: rows.count }, (_, row) => row).flatMap((row) => {
    const windows = rows.windows(row);
    if (windows.length === 0) return [];
    const record = rows.camera(row);
    return isWanted(record) ? windows.map((planned) => ({ record, planned })) : [];
  });
}

/** Those to come and running first, then the newest that ended. */
function listWindows(parts: readonly Part[], nowMs: number): CameraWindowRow[] {
  const byWindow = new Map<string, Part[]>();
  for (const part of parts) {
    const { window, toMs } = part.planned;
    if (toMs < nowMs - LISTED_DAYS * DAY_MS) continue;
    const known = byWindow.get(window);
    if (known) known.push(part);
    else byWindow.set(window, [part]);
  }
  return [...byWindow.values()].flatMap((all) => rowOf(all, nowMs)).sort((a, b) => b.from - a.from);
}

function rowOf(parts: readonly Part[], nowMs: number): CameraWindowRow[] {
  const planned = parts[0]?.planned;
  if (!planned) return [];
  const { window, fromMs, toMs, reason } = planned;
  const names = parts.slice(0, NAMED).map(({ record }) => record.name);
  const state = stateOf(planned, nowMs);
  return [{ window, from: fromMs, to: toMs, state, reason, count: parts.length, names, by: null }];
}

function stateOf(planned: CameraWindow | undefined, nowMs: number): CameraWindowRow['state'] {
  if (!planned || planned.isCancelled) return 'cancelled';
  if (nowMs < planned.fromMs) return 'planned';
  return nowMs < planned.toMs ? 'running' : 'over';
}

function changed(
  { record: { camera }, planned }: Part,
  deed: WindowDeed['deed'],
  nowMs: number,
): CameraMaintenance {
  const { window, fromMs, toMs, reason } = planned;
  const begins = new Date(fromMs).toISOString();
  const ends = new Date(deed === 'end' ? nowMs : toMs).toISOString();
  return {
    window,
    camera,
    begins,
    ends,
    reason,
    ...(deed === 'cancel' ? { cancelled: true } : {}),
  };
}

function checkSpan({ from, to }: NewWindow, nowMs: number): void {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  const refuse = (where: string, expected: string, came: string): never => {
    throw new IocError('IOC_HTTP_INVALID', { where, expected, came });
  };
  if (toMs <= fromMs) refuse('/to', `a time after ${from}`, to);
  if (toMs <= nowMs) refuse('/to', 'a time to come', to);
  if (toMs - fromMs > MAX_WINDOW_DAYS * DAY_MS)
    refuse('/to', `at most ${MAX_WINDOW_DAYS} days after its beginning`, to);
  if (fromMs < nowMs - MAX_WINDOW_LATE_HOURS * HOUR_MS)
    refuse('/from', `no more than ${MAX_WINDOW_LATE_HOURS} hours ago`, from);
}

function bordersFor(unit: string, principal: Principal, ports: WindowPorts): Borders {
  const borders = ports.territory.on(localDayOf(ports.now()));
  if (!isInScope(unit, principal, ports, borders)) {
    const expected = principal.scope.join(', ') || 'nothing';
    throw new IocError('IOC_ACCESS_UNIT', { expected, came: unit, where: 'unit' });
  }
  if (!borders.unit(unit)) throw new IocError('IOC_QUERY_UNKNOWN_UNIT', { came: unit });
  return borders;
}

function isInScope(
  unit: string,
  { scope }: Principal,
  { territory }: WindowPorts,
  borders: Borders,
): boolean {
  return scope.some((each) => each === territory.root || borders.isWithin(unit, each));
}

/** Codes of the cameras asked for; throws where there is none, or where a single one is not below the unit. */
function camerasOf(asked: NewWindow, rows: CameraRows, borders: Borders): string[] {
  const { unit, by, key } = asked;
  const below = Array.from({ length: rows.count }, (_, row) => rows.camera(row)).filter(
    (record) => record.stage !== 'decommissioned' && borders.isWithin(record.unit, unit),
  );
  const known = new Set(below.map(({ camera }) => camera));
  const stranger = asked.cameras?.find((camera) => !known.has(camera));
  if (stranger !== undefined)
    throw new IocError('IOC_HTTP_INVALID', {
      where: '/cameras',
      expected: `cameras of ${unit}`,
      came: stranger,
    });
  const wanted = new Set(asked.cameras ?? known);
  const chosen = below.filter(
    (record) => wanted.has(record.camera) && (by === undefined || record[by] === key),
  );
  if (chosen.length > 0) return chosen.map(({ camera }) => camera);
  throw new IocError('IOC_HTTP_INVALID', {
    where: '/key',
    expected: 'at least one camera',
    came: [unit, by, key].filter((part) => part !== undefined).join(' '),
  });
}

/** Durable and folded when it resolves. */
async function send({ push, now }: WindowPorts, all: readonly CameraMaintenance[]): Promise<void> {
  const time = new Date(now()).toISOString();
  const lines = all.map((data) => {
    const id = `${data.window}/${data.camera}/${time}`;
    return JSON.stringify({ specversion: '1.0', type: TYPE, source: SOURCE, id, time, data });
  });
  const body = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const { quarantined } = await push(body, 'application/x-ndjson');
  const [first] = quarantined;
  if (first)
    throw new IocError('IOC_HTTP_INVALID', {
      where: first.path ?? '',
      expected: first.code,
      came: first.message,
    });
}
