import { Check } from 'typebox/value';
import { Chart } from '../../../shared/chart/chart.ts';
import type { Query, QueryPeriod } from '../../../shared/query/query.ts';

/** A chart without a title is called by its question; without a form it takes the one that suits its question. */
export type DraftChart = Partial<Pick<Chart, 'title' | 'form'>> & Omit<Chart, 'title' | 'form'>;

/** What the address holds besides the chart is left alone. */
const OWN = [
  'm',
  'u',
  'l',
  'by',
  'p',
  'g',
  'c',
  'b',
  'at',
  'pr',
  'top',
  't',
  'form',
  's',
  'n',
  'o',
  'max',
];
const FILTER = 'f.';

const DEFAULT_PERIOD: QueryPeriod = { relative: 'last-12-months' };

/**
 * The chart as parameters of the address, read by people too: `m` measures, `u` unit, `l` level, `by`, `p` period
 * (`2023-01-01..2023-12-31` or `last-year`), `g` grain, `f.<dimension>` filters, `c` comparison, `b` borders, `at`
 * what was known then, `pr` programmes, `top` rows kept; `form`, `t` title, `n` notes, `s` measures shown, `o` order.
 * What may be there several times is repeated.
 */
export function chartParams(chart: DraftChart, others = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams();
  const { query } = chart;
  const put = (name: string, values: readonly string[] | string | null | undefined) => {
    for (const value of [values ?? []].flat()) params.append(name, value);
  };
  put('m', query.measures);
  put('u', query.unit);
  put('l', query.level);
  put('by', query.by);
  put('p', periodParam(query.period));
  put('g', query.grain);
  for (const [dimension, values] of Object.entries(query.filter ?? {})) {
    put(`${FILTER}${dimension}`, values);
  }
  put('c', query.compare);
  put('b', query.borders);
  put('at', query.asOf);
  put('pr', query.programme);
  put('top', query.top && `${query.top.n} ${query.top.order}`);
  put('form', chart.form);
  put('t', chart.title);
  put('s', chart.measures);
  put(
    'n',
    chart.notes?.map(({ at, text }) => `${at} ${text}`),
  );
  put('o', chart.order);
  put('max', chart.limit === undefined ? undefined : String(chart.limit));
  for (const [name, value] of others) if (!isOwn(name)) params.append(name, value);
  return params;
}

/** The chart in the address; null where it names no measure or is none. */
export function chartOf(params: URLSearchParams, root: string): DraftChart | null {
  const measures = params.getAll('m');
  if (measures.length === 0) return null;
  const chart = { query: queryOf(params, measures, root), ...showingOf(params) };
  const whole = { title: '-', form: 'table', ...chart };
  return Check(Chart, whole) ? (chart as DraftChart) : null;
}

const isOwn = (name: string) => OWN.includes(name) || name.startsWith(FILTER);

function queryOf(params: URLSearchParams, measures: string[], root: string) {
  const filters = [...new Set(params.keys())].filter((name) => name.startsWith(FILTER));
  return {
    measures,
    unit: params.get('u') ?? root,
    period: periodOf(params.get('p')),
    ...one(params, 'l', 'level'),
    ...many(params, 'by', 'by'),
    ...one(params, 'g', 'grain'),
    ...one(params, 'c', 'compare'),
    ...one(params, 'b', 'borders'),
    ...one(params, 'at', 'asOf'),
    ...many(params, 'pr', 'programme'),
    ...topOf(params.get('top')),
    ...(filters.length > 0 && {
      filter: Object.fromEntries(
        filters.map((name) => [name.slice(FILTER.length), params.getAll(name)]),
      ),
    }),
  };
}

function showingOf(params: URLSearchParams) {
  const notes = params.getAll('n').map((note) => ({ at: note.slice(0, 10), text: note.slice(11) }));
  const limit = params.get('max');
  return {
    ...one(params, 'form', 'form'),
    ...one(params, 't', 'title'),
    ...many(params, 's', 'measures'),
    ...(notes.length > 0 && { notes }),
    ...one(params, 'o', 'order'),
    ...(limit !== null && { limit: Number(limit) }),
  };
}

function one(params: URLSearchParams, name: string, as: string) {
  const value = params.get(name);
  return value === null ? {} : { [as]: value };
}

function many(params: URLSearchParams, name: string, as: string) {
  const values = params.getAll(name);
  return values.length === 0 ? {} : { [as]: values };
}

function topOf(text: string | null): Pick<Query, 'top'> {
  const [n, order] = text?.split(' ') ?? [];
  return n === undefined ? {} : { top: { n: Number(n), order: order as 'ascending' } };
}

export function periodParam(period: QueryPeriod): string {
  return 'relative' in period ? period.relative : `${period.from}..${period.to}`;
}

export function periodOf(text: string | null): QueryPeriod {
  if (text === null) return DEFAULT_PERIOD;
  const [from = '', to] = text.split('..');
  return to === undefined ? ({ relative: from } as QueryPeriod) : { from, to };
}
