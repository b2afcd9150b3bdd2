import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { KINDS } from '../../shared/event/kinds.ts';
import { IocError } from '../errors.ts';

const closed = { additionalProperties: false };
const Text = Type.String({ minLength: 1, maxLength: 200 });
const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
type Scalar = Static<typeof Scalar>;
const Table = Type.Record(Type.String(), Scalar);
export type Table = Static<typeof Table>;

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
    /** Like `map`, by the name of one of the mapping's `tables`. */
    table: Type.Optional(Text),
    /** Makes a text a code: its runs of white space become hyphens. */
    code: Type.Optional(Type.Literal(true)),
    /** `grouped-number` reads points as marks of thousands: `2.154` is 2154, and `2.18`, which lost a zero, 2180. */
    as: Type.Optional(Type.Enum(['number', 'grouped-number', 'boolean'])),
    /** Factor of a number: 8 makes working days the working hours of `durationHours`. */
    times: Type.Optional(Type.Number()),
  },
  closed,
);

/** A column's text read as a date, `zone` where it has no offset. Becomes an instant, a day, or the period it lies in. */
const DateColumn = Type.Object(
  {
    column: Text,
    /**
     * `yyyy MM dd HH mm ss S… ZZ`, `d` and `M` for one or two digits; all else stands for itself. Without a day it is
     * the first of the month. `epoch-ms` is milliseconds since 1970, `excel-days` a workbook's days since 1900.
     */
    date: Text,
    missing: Type.Optional(Type.Array(Type.String())),
    as: Type.Optional(Type.Enum(['instant', 'day', 'month', 'quarter', 'year'])),
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
    /** A constant is an instant with its offset: the day a report without dates came out. */
    time: Type.Union([DateColumn, Constant]),
    data: Type.Record(Type.String(), FieldValue),
    /** Only rows in which these columns hold something make this event. */
    where: Type.Optional(Type.Array(Text, { maxItems: 5 })),
  },
  closed,
);
export type EventRule = Static<typeof EventRule>;

/** Rows of one sheet of a workbook, columns named by their letters. */
const Workbook = Type.Object(
  {
    sheet: Text,
    firstRow: Type.Integer({ minimum: 1 }),
    lastRow: Type.Optional(Type.Integer({ minimum: 1 })),
    columns: Type.Record(Type.String(), Type.String({ pattern: '^[A-Z]{1,3}$' })),
  },
  closed,
);
export type Workbook = Static<typeof Workbook>;

/** A wide table made long: each column but those kept becomes a row of its own. */
const Unpivot = Type.Object(
  { keep: Type.Array(Text, { minItems: 1 }), name: Text, value: Text },
  closed,
);

/** How rows of a file become events. */
export const Mapping = Type.Object(
  {
    format: Type.Enum(['csv', 'json', 'xlsx']),
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
    xlsx: Type.Optional(Workbook),
    json: Type.Optional(
      Type.Object(
        {
          /**
           * Where the rows lie if the file is not an array of them: `report[].data[]`. A row then also has the plain
           * fields of what it lies in; the places of an array are columns `0`, `1` …
           */
          rows: Text,
        },
        closed,
      ),
    ),
    unpivot: Type.Optional(Unpivot),
    /** Texts and what they stand for, to be used by many columns: in place, or a JSON file beside the mapping. */
    tables: Type.Optional(Type.Record(Type.String(), Type.Union([Text, Table]))),
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
    /** Only rows whose columns hold one of the texts, or of those a table knows. */
    only: Type.Optional(
      Type.Array(
        Type.Union([
          Type.Object({ column: Text, in: Type.Array(Type.String()) }, closed),
          Type.Object({ column: Text, table: Text }, closed),
        ]),
      ),
    ),
    events: Type.Array(EventRule, { minItems: 1, maxItems: 40 }),
  },
  closed,
);
export type Mapping = Static<typeof Mapping>;

export function readMapping(file: string): Mapping {
  const mapping = readJson(file);
  if (!Value.Check(Mapping, mapping)) throw shapeFault(file, mapping);
  if (mapping.format === 'xlsx' && !mapping.xlsx)
    throw fault(`${file} /xlsx`, 'sheet, firstRow and columns', 'nothing');
  const tables = Object.entries(mapping.tables ?? {}).map(([name, table]) => [
    name,
    typeof table === 'string' ? readTable(path.resolve(path.dirname(file), table)) : table,
  ]);
  return mapping.tables ? { ...mapping, tables: Object.fromEntries(tables) } : mapping;
}

function readTable(file: string): Record<string, Scalar> {
  const table = readJson(file);
  if (Value.Check(Table, table)) return table;
  throw fault(file, 'texts and what they stand for', 'something else');
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw fault(file, 'JSON', cause instanceof Error ? cause.message : 'none', cause);
  }
}

function shapeFault(file: string, mapping: unknown): IocError {
  const errors = Value.Errors(Mapping, mapping).filter(({ keyword }) => keyword !== 'anyOf');
  const [error] = errors.sort((a, b) => b.instancePath.length - a.instancePath.length);
  const expected = error?.message ?? 'the shape of server/source/mapping.ts';
  return fault(`${file} ${error?.instancePath ?? ''}`, expected, 'something else');
}

function fault(where: string, expected: string, came: string, cause?: unknown): IocError {
  return new IocError('IOC_SOURCE_MAPPING', { where, expected, came }, cause);
}
