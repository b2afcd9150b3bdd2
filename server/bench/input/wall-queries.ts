import type { Query } from '../../../shared/query/query.ts';

const UNIT = '74';

/** Questions as the wall's and the desk's tiles ask them, each round about another year. */
export function wallQueries(round: number): Query[] {
  const year = 2019 + (round % 5);
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const odd = { from: `${year}-02-11`, to: `${year}-10-23` };
  const rates = ['dossier.onTimeRate', 'dossier.progressRate', 'dossier.onTimeOfReceived'];
  const counts = ['dossier.received', 'dossier.resolved', 'dossier.open', 'dossier.openLate'];
  return [
    { measures: counts, unit: UNIT, period, compare: 'same-period-last-year' },
    { measures: rates, unit: UNIT, period: odd, compare: 'previous-period' },
    { measures: ['dossier.onTimeRate'], unit: UNIT, by: ['unit'], level: 'district', period },
    { measures: counts, unit: UNIT, by: ['unit'], level: 'commune', period: odd },
    { measures: ['dossier.received'], unit: UNIT, period, grain: 'month' },
    { measures: counts, unit: UNIT, period, grain: 'week' },
    { measures: ['dossier.received', 'dossier.open'], unit: UNIT, period, grain: 'day' },
    { measures: ['dossier.received'], unit: UNIT, by: ['field', 'channel'], period },
    { measures: rates, unit: UNIT, by: ['agency'], period: odd },
    {
      measures: ['dossier.onTimeRate'],
      unit: UNIT,
      by: ['unit'],
      level: 'district',
      period,
      grain: 'month',
    },
    { measures: counts, unit: '725', by: ['field'], period, compare: 'same-period-last-year' },
    { measures: ['dossier.onlineShare'], unit: '718', period, grain: 'quarter' },
    {
      measures: ['dossier.received'],
      unit: UNIT,
      by: ['unit'],
      level: 'district',
      period,
      filter: { channel: ['online-full', 'online-partial'], field: ['dat-dai'] },
    },
    { measures: counts, unit: UNIT, by: ['status'], period },
  ];
}
