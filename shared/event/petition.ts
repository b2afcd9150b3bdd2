import { type Static, Type } from 'typebox';
import { Code, InstantText } from './envelope.ts';

/** A petition or report of a citizen, without the citizen. Record key: `id`. */
export const Petition = Type.Object(
  {
    id: Code,
    received: InstantText,
    due: Type.Optional(InstantText),
    answered: Type.Optional(InstantText),
    published: Type.Optional(InstantText),
    field: Code,
    unit: Code,
    satisfaction: Type.Optional(Type.Enum(['satisfied', 'neutral', 'dissatisfied'])),
  },
  { additionalProperties: false },
);
export type Petition = Static<typeof Petition>;

export const petitionExample: Petition = {
  id: 'PA-2023-000417',
  received: '2023-11-02T09:00:00+07:00',
  due: '2023-11-23T17:00:00+07:00',
  answered: '2023-11-20T15:10:00+07:00',
  field: 'thu-tuc-hanh-chinh',
  unit: '725',
  satisfaction: 'satisfied',
};
