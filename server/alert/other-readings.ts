import type { OutageSpan } from '../../shared/alarm/deed.ts';
import type { CameraOutage } from '../../shared/alarm/outage.ts';
import type { RuleCondition } from '../../shared/alarm/rule.ts';
import type { Reading } from './reading.ts';

/** How a source keeps its promise, as far as a rule asks. */
export interface SourceSilence {
  readonly source: string;
  readonly cadenceSeconds: number;
  /** Arrival of its newest event, ms; null when nothing ever came. */
  readonly lastReceivedAt: number | null;
}

type Stale = Extract<RuleCondition, { readonly kind: 'stale-source' }>;
type Outage = Extract<RuleCondition, { readonly kind: 'outage' }>;

/** One reading a source: how many cadences it has been silent. A source that has never sent anything is not connected, not stale. */
export function readSilence(
  { cadences, sources }: Stale,
  states: readonly SourceSilence[],
  root: string,
  nowMs: number,
): Reading[] {
  return states
    .filter(({ source }) => sources?.includes(source) ?? true)
    .map(({ source, cadenceSeconds, lastReceivedAt }) => {
      const silentMs = lastReceivedAt === null ? null : Math.max(0, nowMs - lastReceivedAt);
      const value = silentMs === null ? null : silentMs / (cadenceSeconds * 1000);
      return {
        subject: { key: source, unit: root, codes: { source } },
        stands: value === null ? 'between' : value > cadences ? 'beyond' : 'back',
        value,
        limit: cadences,
        members: 1,
      };
    });
}

/** Outages that begin no farther apart than this may have one cause (`server/query/outage-groups.ts`). */
const TOGETHER_MS = 5 * 60_000;

/**
 * One reading a cause. While cameras come back, what is left of an outage of a whole owner would fall apart into sites: as
 * long as that alarm stands (`standing`: span by subject), sites of the same owner that went down within its span stay with it.
 */
export function readOutages(
  { minCameras }: Outage,
  outages: readonly CameraOutage[],
  standing: ReadonlyMap<string, OutageSpan>,
): Reading[] {
  const found = new Map<string, Reading>();
  for (const outage of outages) {
    const held = outage.by === 'site' ? holderOf(outage, standing) : undefined;
    const key = held ?? `${outage.by}:${outage.code}`;
    const known = found.get(key);
    const cameras = (known?.value ?? 0) + outage.cameras;
    const reading = readingOf(key, outage, cameras, minCameras, known);
    const stands = standOf(cameras, minCameras, standing.has(key));
    found.set(key, { ...reading, stands });
  }
  return [...found.values()];
}

/** Below this share of what it takes to raise it an outage counts as over, above it what is left still belongs to it. */
const LEFT_SHARE = 0.1;
const LEFT_CAMERAS = 2;

function standOf(cameras: number, minCameras: number, isStanding: boolean): Reading['stands'] {
  if (cameras >= minCameras) return 'beyond';
  return isStanding && cameras >= Math.max(LEFT_CAMERAS, minCameras * LEFT_SHARE)
    ? 'between'
    : 'back';
}

function holderOf(
  { owners, fromMs, toMs }: CameraOutage,
  standing: ReadonlyMap<string, OutageSpan>,
): string | undefined {
  return owners
    .map((owner) => `owner:${owner}`)
    .find((key) => {
      const span = standing.get(key);
      return span && fromMs >= span.fromMs - TOGETHER_MS && toMs <= span.toMs + TOGETHER_MS;
    });
}

function readingOf(
  key: string,
  { by, code, unit, owners, sites, fromMs, toMs }: CameraOutage,
  cameras: number,
  minCameras: number,
  known: Reading | undefined,
): Omit<Reading, 'stands'> {
  const isOwner = key.startsWith('owner:');
  const owner = isOwner ? key.slice('owner:'.length) : owners.length === 1 ? owners[0] : undefined;
  const codes = {
    ...(isOwner || by === 'owner' ? {} : { site: code }),
    ...(owner === undefined ? {} : { owner }),
  };
  const span = known?.span;
  return {
    subject: known?.subject ?? { key, unit, codes },
    value: cameras,
    limit: minCameras,
    members: (known?.members ?? 0) + sites,
    span: {
      fromMs: Math.min(span?.fromMs ?? fromMs, fromMs),
      toMs: Math.max(span?.toMs ?? toMs, toMs),
    },
  };
}
