import { type Static, Type } from 'typebox';

export const HIT_KINDS = ['unit', 'zone', 'junction', 'camera', 'procedure', 'dossier'] as const;

/** Something found by a search. */
export const SearchHit = Type.Object(
  {
    kind: Type.Enum([...HIT_KINDS]),
    code: Type.String(),
    /** As people write it; the code where there is no other name. */
    name: Type.String(),
    /** Where it lies: the unit above a unit, the unit of a site, a camera or a dossier; '' where that says nothing. */
    unit: Type.String(),
    /** Of a dossier: its code is known within it. */
    agency: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type SearchHit = Static<typeof SearchHit>;

export const SearchAnswer = Type.Array(SearchHit);

/** Shortest text that is looked for inside dossier codes. */
export const MIN_CODE_PART = 3;
