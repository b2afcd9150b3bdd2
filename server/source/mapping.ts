import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { KINDS } from '../../shared/event/kinds.ts';
import { IocError } from '../errors.ts';

const closed = { additionalProperties: false };
const Text = Type.String({ minLength: 1, maxLength: 200 });
const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

/** The same for every row. */
const Constant = Type.Object({ constant: Scalar }, closed);

/** A column's text, translated. An empty or missing one leaves the field out. */
const Column = Type.Object(
  {
    column: Text,
    /** Texts that mean the same as an empty one. */
    missing: Type.Optional(Type.Array(Type.String())),
    /** Text → value; a text that is not in it is a fault unless there is `otherwise`. */
    map: Type.Optional(Type.Record(Type.String(), Scalar)),
    /** For texts outside `map` and, without `map`, for missing ones. */
    otherwise: Type.Optional(Scalar),
    /** Makes a text a code: its runs of white space become hyphens. */
    code: Type.Optional(Type.Literal(true)),
    as: Type.Optional(Type.Enum(['number', 'boolean'])),
    /** Factor of a number: 8 makes working days the working hours of `durationHours`. */
    times: Type.Optional(Type.Number()),
  },
  closed,
);

/** A column's text read as a date, `zone` where it has no offset. Becomes an instant, or a day. */
const DateColumn = Type.Object(
  {
    column: Text,
    /** `yyyy MM dd HH mm ss S… ZZ`, `d` and `M` for one or two digits; all else stands for itself. */
    date: Text,
    missing: Type.Optional(Type.Array(Type.String())),
    as: Type.Optional(Type.Enum(['instant', 'day'])),
    /** A due date written as a time before this one (`HH:mm`) is the end of the day before, at +07:00. */
    dayBegins: Type.Optional(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })),
  },
  closed,
);

/** `{column}` is replaced by the column's text. */
const Template = Type.Object({ template: Text }, closed);

const Simple = Type.Union([Constant, Column, DateColumn, Template]);

/** One of two, by whether a column holds something. */
const Choice = Type.Object({ ifPresent: Text, use: Simple, else: Type.Optional(Simple) }, closed);

export const FieldValue = Type.Union([Constant, Column, DateColumn, Template, Choice]);
export type FieldValue = Static<typeof FieldValue>;
export type DateColumn = Static<typeof DateColumn>;
export type Column = Static<typeof Column>;

/** An event made of each row or record. Its id follows from its content, so the same content is a duplicate. */
const EventRule = Type.Object(
  {
    kind: Type.Enum(Object.keys(KINDS)),
    time: DateColumn,
    data: Type.Record(Type.String(), FieldValue),
  },
  closed,
);
export type EventRule = Static<typeof EventRule>;

/** How rows of a file become events. */
export const Mapping = Type.Object(
  {
    format: Type.Enum(['csv', 'json']),
    /** `source` of the events. */
    source: Type.String({ minLength: 1, maxLength: 128 }),
    csv: Type.Optional(
      Type.Object(
        {
          delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 4 })),
          encoding: Type.Optional(Type.Enum(['utf-8', 'utf-16le', 'windows-1258', 'windows-1252'])),
        },
        closed,
      ),
    ),
    /** Offset of dates that are written without one. */
    zone: Type.Optional(Type.String({ pattern: '^[+-]\\d{2}:\\d{2}$' })),
    /** Rows that follow each other with the same key are one record; one of them stands for it. */
    record: Type.Optional(
      Type.Object(
        {
          key: Type.Array(Text, { minItems: 1, maxItems: 5 }),
          pick: Type.Enum(['first', 'last', 'newest']),
          /** What `newest` goes by. */
          by: Type.Optional(DateColumn),
        },
        closed,
      ),
    ),
    /** Rows left out: those whose column holds one of the texts. */
    skip: Type.Optional(
      Type.Array(Type.Object({ column: Text, in: Type.Array(Type.String()) }, closed)),
    ),
    events: Type.Array(EventRule, { minItems: 1, maxItems: 10 }),
  },
  closed,
);
export type Mapping = Static<typeof Mapping>;

export function readMapping(file: string): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const came = cause instanceof Error ? cause.message : 'none';
    throw new IocError('IOC_SOURCE_MAPPING', { where: file, expected: 'JSON', came }, cause);
  }
  if (Value.Check(Mapping, value)) return value;
  const errors = Value.Errors(Mapping, value).filter(({ keyword }) => keyword !== 'anyOf');
  const [error] = errors.sort((a, b) => b.instancePath.length - a.instancePath.length);
  throw new IocError('IOC_SOURCE_MAPPING', {
    where: `${file} ${error?.instancePath ?? ''}`,
    expected: error?.message ?? 'the shape of server/source/mapping.ts',
    came: 'something else',
  });
}
