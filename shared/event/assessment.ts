import { type Static, Type } from 'typebox';
import { Code, DayText } from './envelope.ts';

/** A yearly index (PAR INDEX, SIPAS, PAPI, PCI, DTI, 766 …). Record key: `index` + `unit` + `year`. */
export const Assessment = Type.Object(
  {
    index: Code,
    unit: Code,
    year: Type.Integer({ minimum: 1990, maximum: 2099 }),
    score: Type.Optional(Type.Number()),
    rank: Type.Optional(Type.Integer({ minimum: 1 })),
    /** The number of ranked units: 63 until 2024, 34 after. */
    of: Type.Optional(Type.Integer({ minimum: 1 })),
    tier: Type.Optional(Code),
    publishedOn: DayText,
  },
  { additionalProperties: false },
);
export type Assessment = Static<typeof Assessment>;

export const assessmentExample: Assessment = {
  index: '766',
  unit: '74',
  year: 2023,
  score: 80.21,
  rank: 8,
  of: 63,
  publishedOn: '2024-01-23',
};
