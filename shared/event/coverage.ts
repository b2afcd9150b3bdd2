import { type Static, Type } from 'typebox';
import { Code, DayText } from './envelope.ts';

/** `done` of `total` things of a programme in a unit (129/129 facilities). Record key: `programme` + `unit`. */
export const Coverage = Type.Object(
  {
    programme: Code,
    unit: Code,
    done: Type.Integer({ minimum: 0, maximum: 1e12 }),
    total: Type.Integer({ minimum: 0, maximum: 1e12 }),
    asOf: DayText,
  },
  { additionalProperties: false },
);
export type Coverage = Static<typeof Coverage>;

export const coverageExample: Coverage = {
  programme: 'camera-zones-surveyed',
  unit: '74',
  done: 17,
  total: 29,
  asOf: '2023-12-31',
};
