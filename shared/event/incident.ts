import { type Static, Type } from 'typebox';
import { Code, InstantText } from './envelope.ts';

/** A security or traffic incident. Record key: `id`. */
export const Incident = Type.Object(
  {
    id: Code,
    kind: Code,
    unit: Code,
    /** Zone or junction code. */
    place: Type.Optional(Code),
    severity: Type.Enum(['low', 'medium', 'high', 'critical']),
    opened: InstantText,
    closed: Type.Optional(InstantText),
  },
  { additionalProperties: false },
);
export type Incident = Static<typeof Incident>;

export const incidentExample: Incident = {
  id: 'SC-231229-004',
  kind: 'un-tac-giao-thong',
  unit: '724',
  place: 'nga-tu-550',
  severity: 'medium',
  opened: '2023-12-29T16:30:00+07:00',
};
