import { type Static, Type } from 'typebox';

/** RFC 3339 with an offset, e.g. `2023-12-29T16:42:00+07:00`; the year is bounded so that a slip of a key is caught. */
export const InstantText = Type.String({
  pattern:
    '^(19[5-9]\\d|20\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-](0\\d|1[0-4]):[0-5]\\d)$',
  maxLength: 40,
});

export const DayText = Type.String({
  pattern: '^(19[5-9]\\d|20\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
});

/** A code of some register: unit, agency, field, zone … Codes are strings, also where they look like numbers. */
export const Code = Type.String({
  minLength: 1,
  maxLength: 80,
  pattern: '^[^\\s\\u0000-\\u001f]+$',
});

/** A short label that names a thing, never a person. */
export const Label = Type.String({ minLength: 1, maxLength: 200 });

/** CloudEvents 1.0 without `data`; `source` + `id` identify an event. */
export const Envelope = Type.Object(
  {
    specversion: Type.Literal('1.0'),
    id: Type.String({ minLength: 1, maxLength: 128 }),
    source: Type.String({ minLength: 1, maxLength: 128 }),
    type: Type.String({ pattern: '^ioc\\.[a-z-]+\\.v1$' }),
    time: InstantText,
    subject: Type.Optional(Type.String({ maxLength: 256 })),
    datacontenttype: Type.Optional(Type.Literal('application/json')),
    dataschema: Type.Optional(Type.String({ maxLength: 256 })),
  },
  { additionalProperties: false },
);
export type Envelope = Static<typeof Envelope>;
