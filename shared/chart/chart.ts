import { type Static, Type } from 'typebox';
import { Query } from '../query/query.ts';

const closed = { additionalProperties: false };
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** How an answer is shown; `table` and `map` are drawn by whoever has a table or a map. */
export const ChartForm = Type.Enum([
  'line',
  'bar',
  'stacked',
  'ranking',
  'table',
  'map',
  'distribution',
  'bump',
]);
export type ChartForm = Static<typeof ChartForm>;

/** A remark on a day, drawn where the axis is time. */
export const ChartNote = Type.Object(
  { at: Day, text: Type.String({ minLength: 1, maxLength: 120 }) },
  closed,
);
export type ChartNote = Static<typeof ChartNote>;

/**
 * A question and how its answer is shown. Rows with a `period` (a grain) lie along time, else along the first dimension
 * asked by; every other dimension makes series. A comparison (`query.compare`) is a quieter series of its own. Numbers
 * are written as their measures say.
 */
export const Chart = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200 }),
    query: Query,
    form: ChartForm,
    /** Measures shown, in order; without it all that are asked. */
    measures: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 120 }), { minItems: 1, maxItems: 24 }),
    ),
    notes: Type.Optional(Type.Array(ChartNote, { maxItems: 20 })),
    /** Order of a ranking; `descending` without it. */
    order: Type.Optional(Type.Enum(['best-first', 'worst-first', 'descending', 'as-asked'])),
    /** Bars of a ranking at most; 20 without it. */
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
);
export type Chart = Static<typeof Chart>;
