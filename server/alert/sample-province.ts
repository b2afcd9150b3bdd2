import type { CameraOutage } from '../../shared/alarm/outage.ts';
import type { Answer, Cell, Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import {
  DAY_MS,
  isoDay,
  type LocalDay,
  localDayOf,
  parseDay,
} from '../../shared/unit/local-day.ts';
import type { SourceSilence } from './other-readings.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Uniform in [0, 1) from whole numbers: the same month for the same seed, in whatever order it is asked. */
export type Chance = (...parts: readonly number[]) => number;

export interface SampleProvince {
  readonly root: string;
  readonly districts: readonly string[];
  readonly sites: readonly { readonly code: string; readonly owner: string }[];
  readonly sources: readonly { readonly source: string; readonly cadenceSeconds: number }[];
  readonly startMs: number;
  readonly chance: Chance;
}

/**
 * A province as its core would tell of it, day after day: late dossiers that drift, days before holidays with more due, sources
 * that fall silent for hours, cameras that fail a few at a time and two fibres that are cut. Pure: an instant says all.
 */
export function simulateProvince(province: SampleProvince) {
  return {
    answer: (query: Query, nowMs: number) => answerAt(province, query, nowMs),
    sources: (nowMs: number) => silencesAt(province, nowMs),
    outages: (nowMs: number) => outagesAt(province, nowMs),
  };
}

/** A value that wanders around its mean: cubic noise over knots so many hours apart. */
function wander({ chance }: SampleProvince, name: number, nowMs: number, everyHours: number) {
  const at = nowMs / (everyHours * HOUR_MS);
  const knot = Math.floor(at);
  const part = at - knot;
  const smooth = part * part * (3 - 2 * part);
  const [from, to] = [chance(name, knot), chance(name, knot + 1)];
  return (from + (to - from) * smooth) * 2 - 1;
}

interface Asked {
  readonly measure: string;
  /** 0: the province, else a district. */
  readonly place: number;
  readonly severity: string | undefined;
}

/** Each new dossier makes a figure jump a little; without dead bands that is where alarms flutter. */
function jitter({ chance }: SampleProvince, name: number, nowMs: number) {
  return chance(name, Math.floor(nowMs / MINUTE_MS)) * 2 - 1;
}

function figureOf(
  province: SampleProvince,
  { measure, place, severity }: Asked,
  nowMs: number,
): number {
  const name = hashOf(measure) + place;
  const slow = wander(province, name, nowMs, 60);
  const quick = jitter(province, name, nowMs);
  const weight = province.chance(name, 7);
  switch (measure) {
    case 'dossier.openLate':
      return place === 0
        ? 45 + 12 * slow + quick
        : Math.max(0, 12 + 8 * weight * slow + 1.4 * quick);
    case 'dossier.onTimeRate':
      return place === 0 ? 98.3 + 0.2 * slow : 97.6 + 2 * weight * slow + 0.2 * quick;
    case 'dossier.dueIn8h':
      return 32 + 20 * weight * slow + 2.4 * quick;
    case 'petition.openLate':
      return Math.max(0, Math.round(4 + 3 * slow + quick));
    case 'incident.open':
      return isOpen(province, severity === 'critical' ? 0.05 : 0.4, nowMs) ? 1 : 0;
    default:
      return 1;
  }
}

/** One begins in such a share of the days, for an hour or two. */
function isOpen({ chance }: SampleProvince, share: number, nowMs: number): boolean {
  const day = Math.floor(nowMs / DAY_MS);
  if (chance(day, share * 100, 11) > share) return false;
  const fromMs = day * DAY_MS + chance(day, 12) * 20 * HOUR_MS;
  return nowMs >= fromMs && nowMs < fromMs + (0.5 + 1.5 * chance(day, 13)) * HOUR_MS;
}

function answerAt(province: SampleProvince, query: Query, nowMs: number): Answer {
  const [measure = ''] = query.measures;
  const places = query.by?.includes('unit') ? province.districts : [province.root];
  const period = 'from' in query.period ? query.period : todayOf(nowMs);
  const days = query.grain === 'day' ? [period.from, period.to] : [undefined];
  const rows = days.flatMap((day) =>
    places.map((unit): Row => {
      const place = province.districts.indexOf(unit) + 1;
      const atMs = day === undefined ? nowMs : nowMs - daysBetween(day, period.to) * DAY_MS;
      const asked = { measure, place, severity: query.filter?.severity?.[0] };
      const cell: Cell = { value: figureOf(province, asked, atMs) };
      if (query.compare === 'target') cell.target = 98;
      const values = { [measure]: cell };
      return { key: unit, values, unit, ...(day === undefined ? {} : { period: day }) };
    }),
  );
  const frame = { epoch: 'e', seq: 1, asOf: new Date(nowMs).toISOString() };
  return { ...frame, period, freshness: { dataTo: nowMs, closed: false }, rows };
}

function todayOf(nowMs: number) {
  const today = isoDay(localDayOf(nowMs));
  return { from: today, to: today };
}

function daysBetween(from: string, to: string): number {
  const day = (text: string): LocalDay => parseDay(text) ?? (0 as LocalDay);
  return day(to) - day(from);
}

/** Each source falls silent for some hours about every fifth day; all of them send again together with their next cadence. */
function silencesAt(province: SampleProvince, nowMs: number): SourceSilence[] {
  return province.sources.map(({ source, cadenceSeconds }, i) => {
    const day = Math.floor(nowMs / DAY_MS);
    const isOut = province.chance(day, i, 21) < 0.2;
    const fromMs = day * DAY_MS + province.chance(day, i, 22) * 12 * HOUR_MS;
    const toMs = fromMs + (1 + 5 * province.chance(day, i, 23)) * HOUR_MS;
    const heardMs = isOut && nowMs >= fromMs && nowMs < toMs ? fromMs : nowMs;
    const everyMs = cadenceSeconds * 1000;
    return { source, cadenceSeconds, lastReceivedAt: Math.floor(heardMs / everyMs) * everyMs };
  });
}

/** A site fails about once in twelve days; on the 9th and the 21st day the fibre of an owner is cut. */
function outagesAt(province: SampleProvince, nowMs: number): CameraOutage[] {
  const { sites, startMs, chance } = province;
  const day = Math.floor(nowMs / DAY_MS);
  const down = sites.flatMap(({ code, owner }, i): CameraOutage[] => {
    if (chance(day, i, 31) > 0.08) return [];
    const fromMs = day * DAY_MS + chance(day, i, 32) * 16 * HOUR_MS;
    const toMs = fromMs + (0.2 + 6 * chance(day, i, 33)) * HOUR_MS;
    if (nowMs < fromMs || nowMs >= toMs) return [];
    const size = { sites: 1, cameras: 1 + Math.floor(4 * chance(day, i, 34)) };
    return [
      { by: 'site', code, unit: province.root, owners: [owner], ...size, fromMs, toMs: fromMs },
    ];
  });
  return [...down, ...[9, 21].flatMap((cut) => cutOn(province, startMs + cut * DAY_MS, nowMs))];
}

function cutOn({ sites, root }: SampleProvince, fromMs: number, nowMs: number): CameraOutage[] {
  if (nowMs < fromMs || nowMs >= fromMs + 3 * HOUR_MS) return [];
  const owners = [...new Set(sites.map(({ owner }) => owner))].slice(0, 4);
  const span = { fromMs, toMs: fromMs + 4 * MINUTE_MS };
  return owners.map((owner) => ({
    ...{ by: 'owner', code: owner, unit: root, owners: [owner], sites: 170, cameras: 2500 },
    ...span,
  }));
}

function hashOf(text: string): number {
  let hash = 0;
  for (const char of text) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0;
  return Math.abs(hash) % 100_000;
}
