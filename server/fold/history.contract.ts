import fc from 'fast-check';
import type { Assessment } from '../../shared/event/assessment.ts';
import type { Camera } from '../../shared/event/camera.ts';
import type { CameraMaintenance } from '../../shared/event/camera-maintenance.ts';
import type { CameraStatus } from '../../shared/event/camera-status.ts';
import type { Coverage } from '../../shared/event/coverage.ts';
import type { Dossier } from '../../shared/event/dossier.ts';
import type { Incident } from '../../shared/event/incident.ts';
import type { AcceptedEvent, LoggedPosition } from '../../shared/event/kinds.ts';
import type { Link } from '../../shared/event/link.ts';
import type { Observation } from '../../shared/event/observation.ts';
import type { Petition } from '../../shared/event/petition.ts';
import type { StagePlan } from '../../shared/event/stage-plan.ts';
import type { Calendar } from '../../shared/territory/pack.ts';
import { createFold, type Fold, type FoldSettings } from './fold.ts';

/** Random histories for the property tests: few records, many revisions, days close together so that things collide. */
export const BASE_MS = Date.UTC(2024, 0, 20);
const DAY_MS = 86_400_000;
export const HISTORY_DAYS = 40;

export const CALENDAR: Calendar = {
  workingHours: [
    ['07:00', '11:30'],
    ['13:30', '17:00'],
  ],
  holidays: ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'].map((day) => ({
    day,
    name: { vi: 'Tết', en: 'Tet' },
  })),
  makeUpDays: [{ day: '2024-02-17' }],
};

export const SETTINGS: FoldSettings = {
  withdrawnCountsOnTime: false,
  cameras: {
    cadenceSeconds: { cam: 1200, vms: 1200 },
    defaultCadenceSeconds: 600,
    silenceFactor: 1.5,
    lateDays: 62,
  },
};

const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const instantMs = fc
  .tuple(fc.integer({ min: 0, max: HISTORY_DAYS }), fc.constantFrom(0, 1, 8, 16.999, 17, 23.99))
  .map(([day, hour]) => BASE_MS + day * DAY_MS + Math.floor(hour * 3600) * 1000);

function textOf(ms: number, zone: string): string {
  const offsetMs = zone === 'Z' ? 0 : Number(zone.slice(0, 3)) * 3_600_000;
  return new Date(ms + offsetMs).toISOString().slice(0, 19) + zone;
}
const instant = fc
  .tuple(instantMs, fc.constantFrom('+07:00', '+07:00', 'Z', '-05:00'))
  .map(([ms, zone]) => textOf(ms, zone));

const dossier: fc.Arbitrary<Dossier> = fc
  .record({
    agency: fc.constantFrom('H09.14', 'H09.15'),
    code: fc.constantFrom('1', '2', '3'),
    procedure: fc.constant('1.003560'),
    field: fc.constantFrom('dat-dai', 'ho-tich'),
    level: fc.constantFrom('district' as const, 'commune' as const),
    intakeUnit: fc.constant('718'),
    unit: fc.constantFrom('718', '724'),
    channel: fc.constantFrom('direct' as const, 'online-full' as const),
    status: fc.constantFrom(
      ...(['1', '2', '3', '4', '5', '6', '7', '8', '9', '9', '10', '10'] as const),
    ),
    received: instant,
    due: optional(instant),
    extendedDue: fc.option(instant, { nil: undefined, freq: 8 }),
    finished: optional(instant),
    returned: optional(instant),
    returnedBy: optional(fc.constantFrom('desk' as const, 'post' as const)),
    paused: optional(
      fc.array(
        fc.record({ from: instant, to: optional(instant) }).map(({ from, to }) => ({
          from,
          ...(to ? { to } : {}),
        })),
        { maxLength: 3 },
      ),
    ),
    digitisedPapers: optional(fc.boolean()),
    digitisedResult: optional(fc.boolean()),
    electronicResult: optional(fc.boolean()),
    hasFee: optional(fc.boolean()),
    paidOnline: optional(fc.boolean()),
    apology: optional(fc.record({ sent: instant, newDue: instant })),
  })
  .map((record) => withoutUndefined(record) as Dossier);

function withoutUndefined(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** Instants of camera reports lie on a grid of ten minutes, so that the oracle can walk it. */
export const GRID_MS = 600_000;
const cameraCode = fc.constantFrom('CAM-1', 'CAM-2');

const camera: fc.Arbitrary<Camera> = fc
  .record({
    camera: cameraCode,
    name: fc.constant('Ngã tư'),
    unit: fc.constantFrom('718', '724'),
    zone: optional(fc.constantFrom('vsip-1', 'vsip-2')),
    owner: fc.constantFrom('bot', 'kcn'),
    contractor: optional(fc.constantFrom('a', 'b')),
    stage: fc.constantFrom(
      ...([
        'surveyed',
        'planned',
        'installed',
        'connected',
        'relocated',
        'decommissioned',
      ] as const),
    ),
    cadenceSeconds: optional(fc.constantFrom(400, 2400)),
  })
  .map((record) => withoutUndefined(record) as Camera);

const cameraStatus: fc.Arbitrary<CameraStatus> = fc.record({
  camera: cameraCode,
  state: fc.constantFrom(
    ...(['online', 'offline', 'degraded', 'maintenance', 'tampered'] as const),
  ),
  reportedAt: fc
    .integer({ min: 0, max: 500 })
    .map((step) => textOf(BASE_MS + step * GRID_MS, '+07:00')),
});

const gridInstant = fc
  .integer({ min: -20, max: 600 })
  .map((step) => textOf(BASE_MS + step * GRID_MS, '+07:00'));

const cameraMaintenance: fc.Arbitrary<CameraMaintenance> = fc
  .record({
    window: fc.constantFrom('BT-1', 'BT-2', 'BT-3'),
    camera: cameraCode,
    begins: gridInstant,
    ends: gridInstant,
    reason: fc.constant('Thay nguồn'),
    cancelled: fc.option(fc.boolean(), { nil: undefined, freq: 3 }),
  })
  .map((record) => withoutUndefined(record) as CameraMaintenance);

const observation: fc.Arbitrary<Observation> = fc.record({
  indicator: fc.constantFrom('IIP', 'FDI'),
  unit: fc.constantFrom('74', '718'),
  period: fc.constantFrom('2023', '2023-12'),
  yearToDate: fc.boolean(),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  vintage: fc.constantFrom('estimate' as const, 'official' as const),
  asOf: fc.constant('2023-12-31'),
});

const coverage: fc.Arbitrary<Coverage> = fc.record({
  programme: fc.constantFrom('schools', 'hamlets'),
  unit: fc.constantFrom('74', '718'),
  done: fc.nat(500),
  total: fc.nat(900),
  asOf: fc.constant('2023-12-31'),
});

const petition: fc.Arbitrary<Petition> = fc
  .record({
    id: fc.constantFrom('PA-1', 'PA-2', 'PA-3'),
    received: instant,
    due: optional(instant),
    answered: optional(instant),
    published: optional(instant),
    field: fc.constantFrom('dat-dai', 'moi-truong'),
    unit: fc.constantFrom('718', '724'),
    satisfaction: optional(fc.constantFrom('satisfied' as const, 'dissatisfied' as const)),
  })
  .map((record) => withoutUndefined(record) as Petition);

const incident: fc.Arbitrary<Incident> = fc
  .record({
    id: fc.constantFrom('SC-1', 'SC-2', 'SC-3'),
    kind: fc.constantFrom('tai-nan', 'un-tac'),
    unit: fc.constantFrom('718', '724'),
    place: optional(fc.constantFrom('nga-tu-550')),
    severity: fc.constantFrom('low' as const, 'critical' as const),
    opened: instant,
    closed: optional(instant),
  })
  .map((record) => withoutUndefined(record) as Incident);

const assessment: fc.Arbitrary<Assessment> = fc
  .record({
    index: fc.constantFrom('PAR', '766'),
    unit: fc.constantFrom('74', '718'),
    year: fc.constantFrom(2022, 2023),
    score: optional(fc.double({ noNaN: true, noDefaultInfinity: true })),
    rank: optional(fc.integer({ min: 1, max: 63 })),
    of: optional(fc.constantFrom(34, 63)),
    tier: optional(fc.constantFrom('tot', 'kha')),
    publishedOn: fc.constant('2024-01-23'),
  })
  .map((record) => withoutUndefined(record) as Assessment);

const stagePlan: fc.Arbitrary<StagePlan> = fc.record({
  plan: fc.constantFrom('sap-xep', 'nhiem-vu'),
  item: fc.constantFrom('1', '2', '3'),
  unit: fc.constantFrom('718', '724'),
  stage: fc.constantFrom('du-thao', 'da-trinh', 'hoan-thanh'),
  asOf: fc.integer({ min: 10, max: 28 }).map((day) => `2024-02-${day}`),
});

const link: fc.Arbitrary<Link> = fc
  .record({
    system: fc.constantFrom('cong-dvcqg', 'truc-lien-thong'),
    cadenceSeconds: fc.constantFrom(900, 86_400),
    lastExchange: optional(instant),
    rejected: optional(fc.nat(9)),
  })
  .map((record) => withoutUndefined(record) as Link);

type Draft = Pick<AcceptedEvent, 'kind' | 'data'>;
export const dossierDraft = dossier.map((data): Draft => ({ kind: 'dossier', data }));
export const cameraDraft = fc.oneof(
  { weight: 1, arbitrary: camera.map((data): Draft => ({ kind: 'camera', data })) },
  { weight: 5, arbitrary: cameraStatus.map((data): Draft => ({ kind: 'camera-status', data })) },
  {
    weight: 1,
    arbitrary: cameraMaintenance.map((data): Draft => ({ kind: 'camera-maintenance', data })),
  },
);
export const petitionDraft = petition.map((data): Draft => ({ kind: 'petition', data }));
export const incidentDraft = incident.map((data): Draft => ({ kind: 'incident', data }));
export const stagePlanDraft = stagePlan.map((data): Draft => ({ kind: 'stage-plan', data }));
const recordDraft = fc.oneof(
  stagePlanDraft,
  assessment.map((data): Draft => ({ kind: 'assessment', data })),
  link.map((data): Draft => ({ kind: 'link', data })),
  petitionDraft,
  incidentDraft,
  observation.map((data): Draft => ({ kind: 'observation', data })),
  coverage.map((data): Draft => ({ kind: 'coverage', data })),
);
export const anyDraft = fc.oneof(
  { weight: 5, arbitrary: dossierDraft },
  { weight: 4, arbitrary: cameraDraft },
  { weight: 6, arbitrary: recordDraft },
);

/** Events of any order of times; equal times, and clocks that step back, are common. */
export function history(draft: fc.Arbitrary<Draft>, maxLength: number) {
  return fc
    .array(fc.tuple(draft, instantMs, fc.constantFrom('mc', 'cam')), { maxLength })
    .map((rows) => rows.map(([row, time, source], i) => eventOf(row, time, source, i)));
}

/** The same with all times different, so that the order of arrival may not matter at all. */
export function timedHistory(draft: fc.Arbitrary<Draft>, maxLength: number) {
  return fc
    .uniqueArray(fc.integer({ min: 0, max: HISTORY_DAYS * 24 }), { maxLength })
    .chain((hours) =>
      fc.tuple(
        ...hours.map((hour) =>
          fc
            .tuple(draft, fc.constantFrom('cam', 'vms'))
            .map(([row, source]) => eventOf(row, BASE_MS + hour * 3_600_000, source, hour)),
        ),
      ),
    );
}

function eventOf(draft: Draft, time: number, source: string, n: number): AcceptedEvent {
  return { ...draft, source, id: `${n}`, time } as AcceptedEvent;
}

const ARRIVED_MS = BASE_MS + 2 * HISTORY_DAYS * DAY_MS;

export function positionOfSeq(seq: number): LoggedPosition {
  return { seq, receivedAt: ARRIVED_MS };
}

export function newFold(settings: FoldSettings = SETTINGS): Fold {
  return createFold({ calendar: CALENDAR, settings });
}

export function applyAll(fold: Fold, events: readonly AcceptedEvent[], firstSeq = 1): Fold {
  for (const [i, event] of events.entries()) fold.apply(event, positionOfSeq(firstSeq + i));
  return fold;
}

/** The whole state as bytes. */
export function bytesOfFold(fold: Fold): string {
  return [...fold.dump()]
    .map(({ name, bytes }) => `${name} ${Buffer.from(bytes).toString('latin1')}`)
    .join('\n');
}
