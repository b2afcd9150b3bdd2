import { expect, test } from 'vitest';
import type { CameraState } from '../../shared/event/camera-status.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { createFold, type Fold } from '../fold/fold.ts';
import { type LadderAsked, readCameraLadder } from './camera-ladder.ts';
import { at, cell, contextOf } from './sample-context.ts';

const NOW = '2023-12-29T12:00:00+07:00';
const FRESH = '2023-12-29T11:57:00+07:00';
const STALE = '2023-12-29T09:00:00+07:00';

interface Sample {
  readonly camera: string;
  readonly stage?: 'installed' | 'connected' | 'shared' | 'decommissioned';
  readonly unit?: string;
  readonly owner?: string;
  readonly contractor?: string;
  readonly junction?: string;
  readonly reports?: readonly (readonly [time: string, state: CameraState])[];
}

function foldOf(samples: readonly Sample[]): Fold {
  const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  let seq = 0;
  const put = (event: Pick<AcceptedEvent, 'kind' | 'data' | 'time'>) => {
    seq++;
    const known = { ...event, source: 'vms', id: String(seq) } as AcceptedEvent;
    fold.apply(known, { seq, receivedAt: at(NOW) });
  };
  for (const { reports = [], ...own } of samples) {
    const data = {
      name: own.camera,
      unit: '718',
      owner: 'bot',
      stage: 'connected' as const,
      ...own,
    };
    put({
      kind: 'camera',
      time: at('2023-12-01T00:00:00+07:00'),
      data: { ...data, cadenceSeconds: 300 },
    });
    for (const [reportedAt, state] of reports) {
      const data = { camera: own.camera, state, reportedAt };
      put({ kind: 'camera-status', time: at(reportedAt), data });
    }
  }
  return fold;
}

const FOLD = foldOf([
  { camera: 'ok', reports: [[FRESH, 'online']], stage: 'shared' },
  { camera: 'dim', reports: [[FRESH, 'degraded']], unit: '25747' },
  { camera: 'off', reports: [[FRESH, 'offline']], junction: 'nut-1' },
  { camera: 'off-2', reports: [[FRESH, 'offline']], junction: 'nut-1' },
  { camera: 'stale', reports: [[STALE, 'online']], owner: 'kcn', unit: '719' },
  { camera: 'new', owner: 'kcn', unit: '719' },
  {
    camera: 'work',
    reports: [
      ['2023-12-29T11:00:00+07:00', 'maintenance'],
      [FRESH, 'maintenance'],
    ],
  },
  { camera: 'planned', stage: 'installed', unit: '719' },
  { camera: 'gone', stage: 'decommissioned' },
]);
const CONTEXT = contextOf(FOLD, { now: at(NOW) });
const ladder = (asked: Partial<LadderAsked> = {}, scope = ['74']) =>
  readCameraLadder({ unit: '74', by: 'unit', ...asked }, { ...CONTEXT, scope });

test('each rung is what is known of a part of the one before', () => {
  expect(ladder().total).toEqual({
    key: '',
    registered: 8,
    connected: 7,
    reachable: 4,
    fresh: 3,
    healthy: 1,
    degraded: 1,
    maintenance: 1,
    down: 2,
    silent: 2,
    maintenanceHours: 0.2,
  });
});

test('the rungs agree with the measures of the wall', () => {
  const count = (measure: string) =>
    cell(CONTEXT, measure, { period: { relative: 'today' } }).value;
  const { total, groups } = ladder();
  expect(count('camera.connected')).toBe(total.connected);
  expect(count('camera.online')).toBe(total.healthy);
  expect(count('camera.degraded')).toBe(total.degraded);
  expect(count('camera.maintenance')).toBe(total.maintenance);
  expect(count('camera.unknown')).toBe(total.silent);
  expect(count('camera.outageGroups')).toBe(groups.length);
});

test('rows are units below, owners or zones, with the most that is missing first', () => {
  const rows = (asked: Partial<LadderAsked>) =>
    ladder(asked).rows.map(({ key, connected, healthy }) => [key, connected, healthy]);
  expect(rows({})).toEqual([
    ['718', 5, 1],
    ['719', 2, 0],
  ]);
  expect(rows({ by: 'owner' })).toEqual([
    ['bot', 5, 1],
    ['kcn', 2, 0],
  ]);
  expect(rows({ unit: '718' })).toEqual([
    ['718', 4, 1],
    ['25747', 1, 0],
  ]);
});

test('what went down together at one site is one group, with its cameras', () => {
  expect(ladder().groups).toMatchObject([
    {
      cause: 'site',
      key: 'nut-1',
      count: 2,
      from: at(FRESH),
      to: at(FRESH),
      cameras: [{ camera: 'off', state: 'offline' }, { camera: 'off-2' }],
    },
    { cause: 'site', key: 'stale', count: 1, cameras: [{ state: 'unknown' }] },
  ]);
});

test('what is under maintenance is listed with its newest report', () => {
  expect(ladder().maintenance).toMatchObject([{ camera: 'work', since: at(FRESH) }]);
});

test('nobody sees beyond the scope, and no unit that is not there', () => {
  const code = (run: () => unknown) => {
    try {
      run();
      return 'none';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(code(() => ladder({ unit: '718' }, ['719']))).toBe('IOC_ACCESS_UNIT');
  expect(code(() => ladder({ unit: 'x' }))).toBe('IOC_QUERY_UNKNOWN_UNIT');
  expect(ladder({ unit: '719' }, ['719']).total.registered).toBe(3);
});

test('cameras, their state and their availability are told by contractor, and those without one together', () => {
  const fold = foldOf([
    { camera: 'a-1', contractor: 'a', reports: [[FRESH, 'online']] },
    { camera: 'a-2', contractor: 'a', reports: [[FRESH, 'offline']] },
    { camera: 'b-1', contractor: 'b', reports: [[FRESH, 'online']] },
    { camera: 'none', reports: [[FRESH, 'online']] },
  ]);
  const context = contextOf(fold, { now: at(NOW) });
  const { rows } = readCameraLadder(
    { unit: '74', by: 'contractor' },
    { ...context, scope: ['74'] },
  );
  const told = rows.map(({ key, connected, healthy }) => [key, connected, healthy]);
  expect(told).toEqual([
    ['a', 2, 1],
    ['', 1, 1],
    ['b', 1, 1],
  ]);
});
