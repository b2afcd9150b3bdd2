import { expect, test } from 'vitest';
import type { CameraState } from '../../shared/event/camera-status.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import { createFold, type Fold } from '../fold/fold.ts';
import { ask, at, CATALOGUE, cell, column, contextOf } from './sample-context.ts';

const NOW = '2023-12-29T12:00:00+07:00';

interface Sample {
  readonly camera: string;
  readonly stage?: 'surveyed' | 'planned' | 'procuring' | 'installed' | 'connected';
  readonly unit?: string;
  readonly zone?: string;
  readonly reports?: readonly (readonly [time: string, state: CameraState])[];
}

function foldOf(samples: readonly Sample[]): Fold {
  const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  let seq = 0;
  const put = (event: Pick<AcceptedEvent, 'kind' | 'data' | 'time'>) => {
    seq++;
    fold.apply({ ...event, source: 'vms', id: String(seq) } as AcceptedEvent, {
      seq,
      receivedAt: at(NOW),
    });
  };
  for (const { camera, stage = 'connected', unit = '718', zone, reports = [] } of samples) {
    const data = { camera, name: camera, unit, owner: 'cong-an', stage, cadenceSeconds: 300 };
    put({
      kind: 'camera',
      time: at('2023-12-01T00:00:00+07:00'),
      data: zone ? { ...data, zone } : data,
    });
    for (const [reportedAt, state] of reports)
      put({ kind: 'camera-status', time: at(reportedAt), data: { camera, state, reportedAt } });
  }
  return fold;
}

const at1150 = '2023-12-29T11:55:00+07:00';
const FOLD = foldOf([
  { camera: 'c1', zone: 'kcn-1', reports: [[at1150, 'online']] },
  { camera: 'c2', zone: 'kcn-1', reports: [[at1150, 'offline']] },
  { camera: 'c3', zone: 'kcn-2', unit: '719', reports: [['2023-12-29T09:00:00+07:00', 'online']] },
  { camera: 'c4', unit: '719' },
  { camera: 'c5', zone: 'kcn-2', unit: '719', stage: 'installed' },
  { camera: 'c6', zone: 'kcn-2', unit: '719', stage: 'planned' },
]);
const CONTEXT = contextOf(FOLD, { now: at(NOW) });
const TODAY = { period: { relative: 'today' } } as const;

test('the roll-out is counted apart from what cameras report', () => {
  const count = (measure: string) => cell(CONTEXT, measure, TODAY).value;
  expect(['planned', 'installed', 'connected'].map((stage) => count(`camera.${stage}`))).toEqual([
    6, 5, 4,
  ]);
  expect(count('camera.online')).toBe(1);
  expect(count('camera.offline')).toBe(1);
});

test('silence and never having reported are unknown, not offline', () => {
  expect(cell(CONTEXT, 'camera.unknown', TODAY).value).toBe(2);
});

test('the online share has the connected cameras below it, not the installed ones', () => {
  expect(cell(CONTEXT, 'camera.onlineShare', TODAY)).toMatchObject({ value: 25, num: 1, den: 4 });
  const byZone = ask(CONTEXT, { measures: ['camera.onlineShare'], by: ['zone'], ...TODAY });
  expect(column(byZone, 'camera.onlineShare')).toEqual({ 'kcn-1': 50, 'kcn-2': 0 });
});

test('a map gets one row a camera with its state', () => {
  const answer = ask(CONTEXT, {
    measures: ['camera.connected'],
    by: ['camera', 'state'],
    ...TODAY,
  });
  expect(column(answer, 'camera.connected')).toEqual({
    'c1|online': 1,
    'c2|offline': 1,
    'c3|unknown': 1,
    'c4|unknown': 1,
    'c5|unknown': 0,
    'c6|unknown': 0,
  });
  expect(answer.rows[0]).toMatchObject({ camera: 'c1', state: 'online' });
});

test('states can be counted and filtered, and move on with the clock', () => {
  const states = (now: string) =>
    column(
      ask(contextOf(FOLD, { now: at(now) }), {
        measures: ['camera.connected'],
        by: ['state'],
        ...TODAY,
      }),
      'camera.connected',
    );
  expect(states(NOW)).toEqual({ online: 1, offline: 1, unknown: 2 });
  expect(states('2023-12-29T12:30:00+07:00')).toEqual({ unknown: 4 });
  const filtered = cell(CONTEXT, 'camera.connected', { ...TODAY, filter: { state: ['offline'] } });
  expect(filtered.value).toBe(1);
});

test('a funnel splits zones by stage', () => {
  const answer = ask(CONTEXT, {
    measures: ['camera.planned', 'camera.installed'],
    by: ['zone', 'stage'],
    ...TODAY,
  });
  expect(column(answer, 'camera.planned')).toEqual({
    'kcn-1|connected': 2,
    'kcn-2|planned': 1,
    'kcn-2|installed': 1,
    'kcn-2|connected': 1,
  });
  expect(column(answer, 'camera.installed')['kcn-2|planned']).toBe(0);
});

test('availability adds the time since the last report, and silence counts as down', () => {
  const fold = foldOf([
    {
      camera: 'c1',
      reports: [
        ['2023-12-29T10:00:00+07:00', 'online'],
        ['2023-12-29T10:05:00+07:00', 'maintenance'],
        ['2023-12-29T10:10:00+07:00', 'offline'],
        ['2023-12-29T10:15:00+07:00', 'online'],
      ],
    },
  ]);
  const asked = (now: string) =>
    cell(contextOf(fold, { now: at(now) }), 'camera.availability', TODAY);
  // 5 min online, 5 maintenance (left out), 5 offline, then online until silence begins after twice the cadence.
  expect(asked('2023-12-29T10:20:00+07:00')).toMatchObject({ num: 600, den: 900 });
  expect(asked('2023-12-29T10:25:00+07:00')).toMatchObject({ num: 900, den: 1200 });
  expect(asked('2023-12-29T10:45:00+07:00')).toMatchObject({ num: 900, den: 2400 });
});

const RELIABILITY = foldOf([
  {
    camera: 'c1',
    reports: [
      ['2023-12-29T08:00:00+07:00', 'online'],
      ['2023-12-29T08:05:00+07:00', 'offline'],
      ['2023-12-29T08:10:00+07:00', 'offline'],
      ['2023-12-29T08:15:00+07:00', 'online'],
      // Silent from 08:25 on, back at 08:45.
      ['2023-12-29T08:45:00+07:00', 'online'],
    ],
  },
]);
const reliabilityAt = (now: string, measure: string, catalogue = CATALOGUE) =>
  cell(contextOf(RELIABILITY, { now: at(now), catalogue }), `camera.${measure}`, TODAY);
const AT_0850 = '2023-12-29T08:50:00+07:00';

test('an outage begins once, however many reports tell of it, and silence is one too', () => {
  expect(reliabilityAt(AT_0850, 'outages').value).toBe(2);
  // 5 + 10 + 5 min up, 10 down, 20 silent.
  expect(reliabilityAt(AT_0850, 'mtbf').value).toBeCloseTo(20 / 60 / 2, 10);
  expect(reliabilityAt(AT_0850, 'mttr').value).toBeCloseTo(30 / 60 / 2, 10);
});

test('a camera that falls silent has an outage before anything more is heard of it', () => {
  expect(reliabilityAt('2023-12-29T08:54:59+07:00', 'outages').value).toBe(2);
  expect(reliabilityAt('2023-12-29T08:55:00+07:00', 'outages').value).toBe(3);
});

test('a province may leave unknown time out, and every formula says which it is', () => {
  const leftOut = createCatalogue([], { unknownTime: 'left-out' });
  const told = (measure: string) => reliabilityAt(AT_0850, measure, leftOut);
  expect(told('outages').value).toBe(1);
  expect(told('availability')).toMatchObject({ num: 1200, den: 1800 });
  expect(reliabilityAt(AT_0850, 'availability')).toMatchObject({ num: 1200, den: 3000 });
  for (const id of ['availability', 'outages', 'mtbf', 'mttr', 'outageGroups']) {
    expect(leftOut.get(`camera.${id}`)?.formula.text.vi).toContain('không tính thời gian chưa rõ');
    expect(CATALOGUE.get(`camera.${id}`)?.formula.text.vi).toContain('tính là ngừng');
  }
});

test('without an outage there is no mean time, and that is no zero', () => {
  const steady = foldOf([{ camera: 'c1', reports: [['2023-12-29T08:45:00+07:00', 'online']] }]);
  expect(cell(contextOf(steady, { now: at(AT_0850) }), 'camera.mtbf', TODAY)).toMatchObject({
    value: null,
    reason: 'IOC_QUERY_NO_DENOMINATOR',
  });
});

test('cameras that went down together at one site are one group', () => {
  const down = (time: string) =>
    [
      ['2023-12-29T11:30:00+07:00', 'online'],
      [time, 'offline'],
    ] as const;
  const fold = foldOf([
    { camera: 'c1', zone: 'kcn-1', reports: down('2023-12-29T11:51:00+07:00') },
    { camera: 'c2', zone: 'kcn-1', reports: down('2023-12-29T11:54:00+07:00') },
    { camera: 'c3', zone: 'kcn-2', reports: down('2023-12-29T11:54:00+07:00') },
    { camera: 'c4', zone: 'kcn-2', reports: [['2023-12-29T11:58:00+07:00', 'online']] },
  ]);
  const context = contextOf(fold, { now: at(NOW) });
  expect(cell(context, 'camera.outageGroups', TODAY).value).toBe(2);
  const byZone = ask(context, { measures: ['camera.outageGroups'], by: ['zone'], ...TODAY });
  expect(column(byZone, 'camera.outageGroups')).toEqual({ 'kcn-1': 1, 'kcn-2': 1 });
});

test('availability of whole days before is in the cube, and each bucket has its own', () => {
  const reports = Array.from({ length: 24 * 12 }, (_, i) => {
    const time = new Date(at('2023-12-27T00:00:00+07:00') + i * 300_000).toISOString();
    return [time, i < 144 ? 'online' : 'offline'] as const;
  });
  const fold = foldOf([{ camera: 'c1', reports }]);
  const context = contextOf(fold, { now: at('2023-12-29T06:00:00+07:00') });
  const answer = ask(context, {
    measures: ['camera.availability'],
    period: { from: '2023-12-27', to: '2023-12-29' },
    grain: 'day',
  });
  const values = Object.values(column(answer, 'camera.availability'));
  expect(values[0]).toBeCloseTo(50, 5);
  expect(values.slice(1)).toEqual([0, 0]);
});

test('a bucket before the first camera is a gap', () => {
  const answer = ask(CONTEXT, {
    measures: ['camera.connected'],
    period: { from: '2023-11-01', to: '2023-12-31' },
    grain: 'month',
  });
  expect(column(answer, 'camera.connected')).toEqual({ '2023-11': null, '2023-12': 4 });
});
