import type { CameraOutage } from '../shared/alarm/outage.ts';
import type { Sources } from '../shared/territory/pack.ts';
import type { Territory } from '../shared/territory/territory.ts';
import { type LocalDay, localDayOf } from '../shared/unit/local-day.ts';
import type { DaySpan } from '../shared/unit/period.ts';
import type { Principal } from './access/principal.ts';
import { codedError, IocError } from './errors.ts';
import { FED } from './fold/source-activities.ts';
import type { FoldView } from './fold/view.ts';
import type {
  CameraPlace,
  RecentEvent,
  RevisionsAsked,
  RevisionsTold,
  SourceQuality,
  SourceState,
} from './http/ports.ts';
import { parseLogged } from './ingest/logged.ts';
import type { Log } from './log/log.ts';
import { keepingOf } from './query/cadence.ts';
import { readCameraOutages } from './query/camera-outages.ts';
import { type QualityContext, reportQuality } from './query/quality-report.ts';
import { readRevisions } from './query/revisions.ts';

/** How each promised source keeps its cadence at `nowMs`, by the arrival of its newest event. */
export function readSources(view: FoldView, promised: Sources, nowMs: number): SourceState[] {
  const newest = new Map<string, number>();
  for (const { source, lastReceivedAtMs } of view.sources()) {
    newest.set(source, Math.max(newest.get(source) ?? 0, lastReceivedAtMs));
  }
  return promised.map(({ source, name, kinds, cadenceSeconds }) => {
    const lastReceivedAt = newest.get(source) ?? null;
    const silentMs = lastReceivedAt === null ? null : nowMs - lastReceivedAt;
    const state = keepingOf(silentMs, cadenceSeconds * 1000);
    return { source, name, kinds, cadenceSeconds, lastReceivedAt, state };
  });
}

/**
 * Those that concern a scope: something about its units has come from them, or those units owe it. They are told as they
 * stand for all, since of a part of the province a source keeps no cadence.
 */
export function sourcesInScope(
  states: readonly SourceState[],
  promised: Sources,
  { scope }: Pick<Principal, 'scope'>,
  { log, territory, now }: SourcePorts,
): readonly SourceState[] {
  if (scope.includes(territory.root)) return states;
  const borders = territory.on(localDayOf(now()));
  const isSeen = (unit: string) => scope.some((each) => borders.isWithin(unit, each));
  const concerned = new Set(
    log.arrivals().flatMap(({ source, unit }) => (isSeen(unit) ? [source] : [])),
  );
  for (const { source, owes } of promised) {
    if (owes && 'units' in owes && owes.units.some(isSeen)) concerned.add(source);
  }
  return states.filter(({ source }) => concerned.has(source));
}

interface SourcePorts {
  readonly log: Pick<Log, 'arrivals'>;
  readonly territory: Territory;
  readonly now: () => number;
}

const SHOWN_DAYS = 30;

/** Whoever has no unit above it learns nothing, not even whether it exists. */
function checkedUnit(
  unit: string,
  day: LocalDay,
  { scope, territory }: Pick<QualityContext, 'scope' | 'territory'>,
): string {
  const borders = territory.on(day);
  if (!scope.some((each) => each === territory.root || borders.isWithin(unit, each))) {
    throw new IocError('IOC_ACCESS_UNIT', { expected: scope.join(', '), came: unit });
  }
  if (borders.unit(unit)) return unit;
  throw new IocError('IOC_QUERY_UNKNOWN_UNIT', { where: '?unit', came: unit });
}

/** The four meters over a period of arrival, without one over the last thirty days. */
export function readQuality(
  {
    fold,
    log,
    ...rest
  }: Omit<QualityContext, 'arrivals' | 'activities' | 'fed'> & {
    readonly fold: FoldView;
    readonly log: Pick<Log, 'arrivals'>;
  },
  period: DaySpan | undefined,
  unit?: string,
): SourceQuality {
  const to = localDayOf(rest.nowMs);
  const span = period ?? { from: (to - SHOWN_DAYS + 1) as LocalDay, to };
  const activities = fold.sources();
  const scope = unit === undefined ? rest.scope : [checkedUnit(unit, span.to, rest)];
  return reportQuality({ ...rest, scope, fed: FED, arrivals: log.arrivals(), activities }, span);
}

/** Events looked through for the newest ones of a kind, a piece at a time so that others get their turn. */
const LOOKED_THROUGH = 100_000;
const AT_A_TIME = 2000;

/** Newest first; none where the last hundred thousand events hold none. */
export async function readRecent(
  log: Pick<Log, 'lastSeq' | 'read'>,
  pause: () => Promise<void>,
  feeds: string,
  limit: number,
): Promise<RecentEvent[]> {
  const types = Object.entries(FED).flatMap(([kind, fed]) =>
    fed === feeds ? `ioc.${kind}.v1` : [],
  );
  const found: RecentEvent[] = [];
  const end = Math.max(log.lastSeq - LOOKED_THROUGH, 0);
  for (let to = log.lastSeq; to > end && found.length < limit; to -= AT_A_TIME) {
    const lines = [...log.read(Math.max(to - AT_A_TIME, end) + 1, to)].flatMap(
      ({ firstSeq, receivedAt, lines }) =>
        lines.map((line, i) => ({ line, seq: firstSeq + i, receivedAt })),
    );
    // Most are of other kinds: only what names a wanted type is taken apart.
    const maybe = lines.filter(({ line }) => types.some((type) => line.includes(type))).reverse();
    for (const { line, ...place } of maybe.slice(0, limit)) {
      const { kind, source, id, time, data } = parseLogged(line);
      const unit = 'unit' in data ? data.unit : '';
      if (FED[kind] === feeds) found.push({ ...place, kind, source, id, time, unit });
    }
    await pause();
  }
  return found.slice(0, limit);
}

/** Whoever may not see a unit learns nothing of its figures. */
export function readRevisionsFor(
  { scope }: Principal,
  asked: RevisionsAsked,
  { fold, territory, now }: { fold: FoldView; territory: Territory; now: () => number },
): RevisionsTold {
  const borders = territory.on(localDayOf(now()));
  const isSeen = scope.some(
    (each) => each === territory.root || borders.isWithin(asked.unit, each),
  );
  if (isSeen) return readRevisions(fold.observations, asked);
  const expected = scope.join(', ') || 'nothing';
  return { refused: codedError('IOC_ACCESS_UNIT', { expected, came: asked.unit, where: '?unit' }) };
}

/** Of the cameras of a unit, those inside the scope. */
export function readOutagesFor(
  { scope }: Principal,
  { unit, silence }: { readonly unit: string; readonly silence: boolean },
  { fold, territory, now }: { fold: FoldView; territory: Territory; now: () => number },
): CameraOutage[] {
  const nowMs = now();
  const borders = territory.on(localDayOf(nowMs));
  const isWithin = (code: string, root: string) =>
    root === territory.root || borders.isWithin(code, root);
  const seen = scope.some((each) => isWithin(unit, each))
    ? [unit]
    : scope.filter((each) => isWithin(each, unit));
  const kind = silence ? 'down-or-silent' : 'down';
  return readCameraOutages({ view: fold, borders, kind, nowMs }, seen);
}

/** Cameras inside the scope; of a unit that ended, whoever sees all sees them. */
export function readCamerasFor(
  { scope }: Principal,
  { fold, territory, now }: { fold: FoldView; territory: Territory; now: () => number },
): CameraPlace[] {
  const nowMs = now();
  const cameras = readCameras(fold, nowMs);
  if (scope.includes(territory.root)) return cameras;
  const borders = territory.on(localDayOf(nowMs));
  return cameras.filter(({ unit }) => scope.some((each) => borders.isWithin(unit, each)));
}

function readCameras({ cameraRows }: FoldView, nowMs: number): CameraPlace[] {
  return Array.from({ length: cameraRows.count }, (_, row) => {
    const { zone, junction, contractor, lon, lat, ...rest } = cameraRows.camera(row);
    return {
      ...rest,
      state: cameraRows.stateAt(row, nowMs) ?? 'unknown',
      ...(zone === '' ? {} : { zone }),
      ...(junction === '' ? {} : { junction }),
      ...(contractor === '' ? {} : { contractor }),
      ...(lon === undefined ? {} : { lon }),
      ...(lat === undefined ? {} : { lat }),
    };
  });
}
