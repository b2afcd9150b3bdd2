import { expect, test } from 'vitest';
import type { FlowSource, Measure, Term } from '../../shared/measure/measure.ts';
import {
  formatInteger,
  formatPercent,
  formatPoints,
  formatRelative,
} from '../../shared/unit/format.ts';
import { FlowCube } from '../fold/cube.ts';
import { CAMERA_FLOWS, DOSSIER_FLOWS, INCIDENT_FLOWS, PETITION_FLOWS } from '../fold/flows.ts';
import { createFold } from '../fold/fold.ts';
import type { FoldView } from '../fold/view.ts';
import {
  ask,
  at,
  CATALOGUE,
  cell,
  column,
  contextOf,
  type Posted,
  post,
  SPREAD_EVENTS,
  timeOf,
  YEAR_2023,
} from './sample-context.ts';

const EMPTY = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });

/** A view over totals posted straight into a cube. */
function viewOf(posted: readonly Posted[], dataTo: string | null): FoldView {
  const cube = new FlowCube(EMPTY.dossiers.dimensions, DOSSIER_FLOWS);
  return { ...EMPTY, seq: 7, dossiers: post(cube, posted), dataTo: () => timeOf(dataTo) };
}

/** FX-BD-2023 and the year before, as integer totals. */
const BINH_DUONG = viewOf(
  [
    { on: '2022-06-15', channel: 'online-full', received: 144_272, early: 144_272 },
    { on: '2022-06-15', channel: 'direct', received: 57_448, early: 57_448 },
    { on: '2023-06-15', channel: 'online-full', received: 185_969, early: 185_969 },
    { on: '2023-06-15', channel: 'online-partial', received: 65_833, onTime: 65_833 },
    { on: '2023-06-15', channel: 'post', received: 2488, onTime: 2488 },
    {
      on: '2023-06-15',
      channel: 'direct',
      received: 38_666,
      onTime: 29_244,
      late: 5256,
      returnedByPost: 84_269,
    },
  ],
  '2023-12-31T16:00:00+07:00',
);

const SPREAD = viewOf(SPREAD_EVENTS, '2023-12-30T10:00:00+07:00');

test('FX-BD-2023: every printed figure comes out as printed', () => {
  const context = contextOf(BINH_DUONG);
  const lastYear = { compare: 'same-period-last-year' } as const;
  const value = (measure: string) => cell(context, measure).value;
  expect(formatInteger(value('dossier.received'), 'vi')).toBe('292.956');
  expect(formatInteger(value('dossier.resolved'), 'vi')).toBe('288.790');
  expect(formatInteger(value('dossier.open'), 'vi')).toBe('4.166');
  expect(formatInteger(value('dossier.resolvedLate'), 'vi')).toBe('5.256');
  expect(formatInteger(value('dossier.resolvedOnTime'), 'vi')).toBe('283.534');
  expect(formatPercent(value('dossier.onTimeRate'), 'vi')).toBe('98,18%');
  expect(formatPercent(value('dossier.progressRate'), 'vi')).toBe('98,21%');
  expect(formatPercent(value('dossier.onTimeOfReceived'), 'vi')).toBe('96,78%');
  expect(formatPercent(value('dossier.returnedByPostShare'), 'vi')).toBe('29,18%');
  expect(formatPercent(value('dossier.resolutionRate'), 'vi')).toBe('98,58%');
  const online = cell(context, 'dossier.onlineShare', lastYear);
  expect(formatPercent(online.value, 'vi')).toBe('85,95%');
  expect(online).toMatchObject({ num: 251_802, den: 292_956, deltaKind: 'points' });
  expect(formatPoints(online.delta, 'vi')).toBe('+14,43\u00a0điểm\u00a0%');
  const received = cell(context, 'dossier.received', lastYear);
  expect(formatRelative(received.delta, 'vi')).toBe('+45,23%');
  expect(received).toMatchObject({ base: 201_720, deltaKind: 'percent' });
});

test('the four on-time rates stay four', () => {
  const view = viewOf(
    [
      {
        on: '2023-05-02',
        received: 10,
        early: 3,
        onTime: 2,
        late: 1,
        withdrawnOnTime: 1,
        closedOther: 1,
        openLate: 1,
      },
    ],
    '2023-05-02T12:00:00+07:00',
  );
  const context = contextOf(view);
  const parts = (measure: string) => {
    const { num, den } = cell(context, measure);
    return `${num}/${den}`;
  };
  expect(parts('dossier.onTimeRate')).toBe('6/7');
  expect(parts('dossier.progressRate')).toBe('7/9');
  expect(parts('dossier.onTimeOfReceived')).toBe('6/10');
  expect(parts('dossier.onTimeOfReleased')).toBe('5/6');
  expect(cell(context, 'dossier.open').value).toBe(2);
  expect(cell(context, 'dossier.openInTerm').value).toBe(1);
});

const CUBES: Readonly<
  Record<FlowSource, { flows: readonly string[]; dimensions: readonly string[] }>
> = {
  dossier: { flows: DOSSIER_FLOWS, dimensions: EMPTY.dossiers.dimensions },
  camera: { flows: CAMERA_FLOWS, dimensions: [...EMPTY.cameras.dimensions, 'state'] },
  petition: { flows: PETITION_FLOWS, dimensions: EMPTY.petitions.dimensions },
  incident: { flows: INCIDENT_FLOWS, dimensions: EMPTY.incidents.dimensions },
};

/** The terms of a measure, each with the source it is read from. */
function termsOf({ source, expression }: Measure): (readonly [FlowSource, Term])[] {
  if (expression.kind === 'score')
    return expression.parts.flatMap((part) =>
      [...part.num, ...part.den].map((term) => [part.source, term] as const),
    );
  const terms = expression.kind === 'sum' ? expression.terms : [];
  const parts = expression.kind === 'ratio' ? [...expression.num, ...expression.den] : [];
  return [...terms, ...parts].map((term) => [source as FlowSource, term]);
}

const isFlowMeasure = ({ source }: Measure) => source in CUBES;

test('every flow a measure names is a flow of the fold', () => {
  const unknown = CATALOGUE.measures.filter(isFlowMeasure).flatMap((measure) => {
    const terms = termsOf(measure);
    expect(terms.length, measure.id).toBeGreaterThan(0);
    return terms.flatMap(([source, term]) => {
      const flow = flowOf(term);
      return CUBES[source].flows.includes(flow) ? [] : [`${measure.id}: ${flow}`];
    });
  });
  expect(unknown).toEqual([]);
});

function flowOf(term: Term): string {
  if ('during' in term) return term.during;
  if ('until' in term) return term.until;
  if ('before' in term) return term.before;
  if ('outages' in term || 'outageGroups' in term) return 'outages';
  return 'live' in term ? `${term.live}Seconds` : `${term.seconds}Seconds`;
}

test('every dimension a measure names is one of its cube', () => {
  for (const { id, source, dimensions } of CATALOGUE.measures.filter(isFlowMeasure)) {
    const known = CUBES[source as FlowSource].dimensions;
    expect(
      dimensions.filter((dimension) => !known.includes(dimension)),
      id,
    ).toEqual([]);
  }
});

test('figures roll up to the unit asked and everything below it', () => {
  const context = contextOf(SPREAD);
  expect(cell(context, 'dossier.received').value).toBe(18);
  expect(cell(context, 'dossier.received', { unit: '718' }).value).toBe(8);
  expect(cell(context, 'dossier.received', { unit: '25747' }).value).toBe(5);
});

test('rows by unit and level stand in Vietnamese order, with those not connected among them', () => {
  const context = contextOf(SPREAD);
  const answer = ask(context, { measures: ['dossier.received'], by: ['unit'], level: 'district' });
  expect(answer.rows.map(({ key }) => key)).toEqual(['719', '726', '718']);
  expect(column(answer, 'dossier.received')).toEqual({ '718': 8, '719': 7, '726': null });
  expect(answer.rows[1]?.values['dossier.received']?.reason).toBe('IOC_QUERY_NOT_CONNECTED');
  const departments = ask(context, {
    measures: ['dossier.received'],
    by: ['unit'],
    level: 'department',
  });
  expect(column(departments, 'dossier.received')).toEqual({ '74-so': 1 });
  const own = ask(context, { measures: ['dossier.received'], by: ['unit'] });
  expect(column(own, 'dossier.received')).toMatchObject({ '718': 3, '25747': 5, 'unheard-of': 2 });
});

test('a district’s rate is made of its parts and not of their rates', () => {
  const answer = ask(contextOf(SPREAD), {
    measures: ['dossier.onTimeRate'],
    by: ['unit'],
    level: 'district',
  });
  expect(answer.rows[2]?.values['dossier.onTimeRate']).toMatchObject({ num: 4, den: 6 });
});

test('several dimensions make one row a combination, filters narrow them', () => {
  const context = contextOf(SPREAD);
  const measures = ['dossier.received', 'dossier.onlineShare'];
  const answer = ask(context, { measures, by: ['field', 'channel'] });
  expect(column(answer, 'dossier.received')).toEqual({
    'dat-dai|online-full': 7,
    'dat-dai|direct': 8,
    'ho-tich|direct': 3,
  });
  expect(answer.rows[0]).toMatchObject({ field: 'dat-dai', channel: 'online-full' });
  expect(column(answer, 'dossier.onlineShare')['ho-tich|direct']).toBe(0);
  const filtered = cell(context, 'dossier.received', { filter: { channel: ['online-full'] } });
  expect(filtered.value).toBe(7);
  expect(cell(context, 'dossier.received', { filter: { unit: ['718'] } }).value).toBe(8);
  expect(cell(context, 'dossier.onlineShare', { filter: { channel: ['direct'] } }).value).toBe(0);
});

test('no denominator is no value, and says why', () => {
  const figure = cell(contextOf(SPREAD), 'dossier.onTimeRate', { unit: '74-so' });
  expect(figure).toEqual({ value: null, num: 0, den: 0, reason: 'IOC_QUERY_NO_DENOMINATOR' });
});

test('the answer says what it stands on', () => {
  const answer = ask(contextOf(BINH_DUONG), { measures: ['dossier.received'] });
  expect(answer).toMatchObject({
    epoch: 'e1',
    seq: 7,
    asOf: '2024-01-05T02:00:00.000Z',
    period: YEAR_2023,
    freshness: { dataTo: at('2023-12-31T16:00:00+07:00'), closed: true },
  });
  const running = contextOf(BINH_DUONG, { now: at('2023-12-31T20:00:00+07:00') });
  expect(ask(running, { measures: ['dossier.received'] }).freshness.closed).toBe(false);
});
