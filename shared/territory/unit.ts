import { type Static, Type } from 'typebox';

const Code = Type.String({ minLength: 1, maxLength: 80 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Bilingual = Type.Object(
  { vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);

/**
 * An administrative unit or a department of one, with the span in which it exists. Codes: statistics office. A code that
 * another unit took over later stands there twice, with days that do not overlap.
 */
export const Unit = Type.Object(
  {
    code: Code,
    name: Type.String({ minLength: 1 }),
    /** For maps and rankings: "Thủ Dầu Một". */
    shortName: Type.String({ minLength: 1 }),
    nameEn: Type.Optional(Type.String({ minLength: 1 })),
    level: Type.Enum(['country', 'province', 'district', 'commune', 'department']),
    parent: Type.Optional(Code),
    validFrom: Type.Optional(Day),
    validTo: Type.Optional(Day),
    /** What it became on the day after `validTo`; several where it was split and nobody knows the shares. */
    successors: Type.Optional(Type.Array(Code)),
    lon: Type.Optional(Type.Number()),
    lat: Type.Optional(Type.Number()),
    population: Type.Optional(Type.Integer({ minimum: 0 })),
    areaKm2: Type.Optional(Type.Number({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type Unit = Static<typeof Unit>;

/** An industrial zone (KCN) or a junction (giao lộ). */
export const Site = Type.Object(
  {
    code: Code,
    name: Type.String({ minLength: 1 }),
    shortName: Type.String({ minLength: 1 }),
    unit: Code,
    lon: Type.Number(),
    lat: Type.Number(),
    kind: Type.Optional(Type.String()),
    areaHa: Type.Optional(Type.Number({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type Site = Static<typeof Site>;

/** A code with its names: an agency, field, procedure, owner or programme. */
export const Named = Type.Object({ code: Code, name: Bilingual }, { additionalProperties: false });
export type Named = Static<typeof Named>;
