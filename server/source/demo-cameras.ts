import type { DemoCameras } from '../../shared/territory/demo.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import type { Site } from '../../shared/territory/unit.ts';
import { dayOf } from '../../shared/unit/local-day.ts';
import { eventLine } from './demo-lines.ts';
import { chance, spread } from './seeded.ts';
import { secondsAt } from './working-time.ts';

/** Who tells of the cameras: the operators of roads and of zones. */
export const CAMERA_SOURCES = ['camera-bot', 'camera-kcn'] as const;

export interface DemoCamera {
  readonly code: string;
  readonly source: (typeof CAMERA_SOURCES)[number];
  /** Zone or junction. */
  readonly site: Site;
  readonly isJunction: boolean;
  readonly owner: string;
  readonly contractor: string | undefined;
  /** Reports its state; else only planned. */
  readonly connected: boolean;
  readonly number: number;
}

/** Longest normal silence of a camera, seconds. */
const SILENCE = 3600;

/** The cameras of the scheme: those of the BOT roads, those installed in zones, those still being bought. */
export function listCameras(pack: Pack, cameras: DemoCameras): DemoCamera[] {
  const junctions = countAtJunctions(pack, cameras);
  const inZones = (codes: readonly string[], total: number) => {
    const sites = pack.zones.filter(({ code }) => codes.includes(code));
    return {
      sites,
      counts: spread(
        total,
        sites.map(({ areaHa = 100 }) => Math.sqrt(areaHa)),
      ),
    };
  };
  const installed = inZones(cameras.zoneInstalled.zones, cameras.zoneInstalled.cameras);
  const procuring = inZones(cameras.zoneProcuring.zones, cameras.zoneProcuring.cameras);
  const make = (site: Site, count: number, isJunction: boolean, connected: boolean) =>
    Array.from(
      { length: count },
      (_, n): DemoCamera => ({
        ...whoseAt(site, isJunction, cameras),
        code: `CAM-${site.code.toUpperCase()}-${String(n + 1).padStart(2, '0')}`,
        source: isJunction ? 'camera-bot' : 'camera-kcn',
        site,
        isJunction,
        connected,
        number: n + 1,
      }),
    );
  return [
    ...pack.junctions.flatMap((site) => make(site, junctions.get(site.code) ?? 0, true, true)),
    ...installed.sites.flatMap((site, i) => make(site, installed.counts[i] ?? 0, false, true)),
    ...procuring.sites.flatMap((site, i) => make(site, procuring.counts[i] ?? 0, false, false)),
  ];
}

function whoseAt(
  site: Site,
  isJunction: boolean,
  { owners, contractors, zoneContractor }: DemoCameras,
) {
  if (!isJunction) return { owner: `bql-${site.code}`, contractor: zoneContractor };
  const owner = owners[site.code] ?? '';
  return { owner, contractor: contractors?.[owner] };
}

function countAtJunctions(pack: Pack, cameras: DemoCameras): Map<string, number> {
  const large = Object.entries(cameras.junctionLarge);
  const rest = pack.junctions.filter(({ code }) => !(code in cameras.junctionLarge));
  const left = cameras.junctionTotal - large.reduce((sum, [, count]) => sum + count, 0);
  const counts = spread(
    left,
    rest.map(() => 1),
  );
  return new Map([...large, ...rest.map(({ code }, i) => [code, counts[i] ?? 0] as const)]);
}

/** The register's revisions of a camera: planned or procuring, then connected. */
export function registerLines(camera: DemoCamera, at: number): { time: number; line: string }[] {
  const opening = (month: number, span: number) =>
    secondsAt(dayOf({ year: 2023, month, day: 1 }), 32_400) +
    Math.floor(chance(at, month) * span) * 86_400 +
    camera.number * 60;
  const revision = (stage: string, time: number) => ({
    time,
    line: eventLine(
      'camera',
      camera.source,
      `${camera.code}.${stage}`,
      time,
      register(camera, at, stage),
    ),
  });
  if (camera.isJunction) return [revision('connected', opening(2, 120))];
  const planned = revision('planned', opening(3, 60));
  if (!camera.connected) return [planned, revision('procuring', opening(9, 80))];
  return [planned, revision('connected', opening(6, 150))];
}

function register(camera: DemoCamera, at: number, stage: string): string {
  const { site, isJunction } = camera;
  const reach = isJunction ? 0.0012 : Math.sqrt(site.areaHa ?? 100) * 0.0004;
  const near = (centre: number, salt: number) =>
    Math.round((centre + (chance(at, salt) - 0.5) * 2 * reach) * 1e5) / 1e5;
  return JSON.stringify({
    camera: camera.code,
    name: `${site.shortName} – camera ${camera.number}`,
    unit: site.unit,
    [isJunction ? 'junction' : 'zone']: site.code,
    owner: camera.owner,
    contractor: camera.contractor,
    stage,
    lon: near(site.lon, 1),
    lat: near(site.lat, 2),
    cadenceSeconds: SILENCE,
  });
}
