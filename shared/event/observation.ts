import { type Static, Type } from 'typebox';
import { Code, DayText, Label } from './envelope.ts';

/** ước tính, sơ bộ, chính thức, điều chỉnh */
export const Vintage = Type.Enum(['estimate', 'preliminary', 'official', 'revised']);
export type Vintage = Static<typeof Vintage>;

/** How the source states the value: `at-least` is "ít nhất", `above` is "hơn", `about` is "khoảng". */
export const Operator = Type.Enum(['equal', 'at-least', 'above', 'at-most', 'below', 'about']);

/**
 * One published or counted value of an indicator. Record key: `indicator` + `unit` + `period` + `part` + `yearToDate`.
 * A value with `num` and `den` can be rolled up, one with `value` alone is published only.
 */
export const Observation = Type.Object(
  {
    indicator: Code,
    unit: Code,
    /** `2023`, `2023-H1`, `2023-9M`, `2023-Q4`, `2023-12`, `2023-12-31` */
    period: Type.String({ pattern: '^\\d{4}(-(Q[1-4]|H[12]|9M|\\d{2}|\\d{2}-\\d{2}))?$' }),
    /** The value counts from 1 January to the end of `period` (lũy kế). */
    yearToDate: Type.Optional(Type.Boolean()),
    /** A part of a composition, e.g. `CNXD` of GRDP_STRUCTURE. */
    part: Type.Optional(Code),
    value: Type.Optional(Type.Number()),
    num: Type.Optional(Type.Number()),
    den: Type.Optional(Type.Number()),
    operator: Type.Optional(Operator),
    vintage: Vintage,
    asOf: DayText,
    publisher: Type.Optional(Label),
  },
  { additionalProperties: false },
);
export type Observation = Static<typeof Observation>;

export const observationExample: Observation = {
  indicator: 'IIP',
  unit: '74',
  period: '2023-12',
  value: 105.9,
  vintage: 'estimate',
  asOf: '2023-12-29',
};
