import { createHash } from 'node:crypto';
import { type CodedError, codedError } from '../errors.ts';
import { dateReader } from './date-format.ts';
import type { Column, EventRule, FieldValue, Mapping } from './mapping.ts';

/** One row of a file by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** An event as the text that is pushed, or why the row makes none. */
export type Mapped = { readonly line: string } | { readonly fault: CodedError };

type Scalar = string | number | boolean;
/** Undefined leaves the field out. */
type Read = { readonly value: Scalar | undefined } | { readonly fault: CodedError };
type Reader = (row: Row) => Read;

const NOTHING: Read = { value: undefined };

/** The events of a row, in the order of the mapping. Readers of dates and columns are made once. */
export function rowMapper(mapping: Mapping): (row: Row) => Mapped[] {
  const zone = mapping.zone ?? '+07:00';
  const rules = mapping.events.map((rule) => eventMapper(rule, mapping.source, zone));
  return (row) => rules.map((toEvent) => toEvent(row));
}

function eventMapper(rule: EventRule, source: string, zone: string): (row: Row) => Mapped {
  const time = readerOf(rule.time, zone);
  const fields = Object.entries(rule.data).map(
    ([name, value]) => [name, readerOf(value, zone)] as const,
  );
  return (row) => {
    const at = time(row);
    if ('fault' in at) return at;
    if (at.value === undefined) return { fault: faultOf(rule.time.column, 'a date', 'nothing') };
    const data: Record<string, Scalar> = {};
    for (const [name, read] of fields) {
      const result = read(row);
      if ('fault' in result) return result;
      if (result.value !== undefined) data[name] = result.value;
    }
    const content = { type: `ioc.${rule.kind}.v1`, time: at.value, data };
    const id = createHash('sha256')
      .update(JSON.stringify(content))
      .digest('base64url')
      .slice(0, 27);
    return { line: JSON.stringify({ specversion: '1.0', id, source, ...content }) };
  };
}

export function readerOf(field: FieldValue, zone: string): Reader {
  if ('constant' in field) return () => ({ value: field.constant });
  if ('template' in field) return (row) => ({ value: fillTemplate(field.template, row) });
  if ('ifPresent' in field) {
    const whenPresent = readerOf(field.use, zone);
    const whenAbsent = field.else ? readerOf(field.else, zone) : () => NOTHING;
    return (row) => (textOf(row, field.ifPresent) === '' ? whenAbsent(row) : whenPresent(row));
  }
  if (!('date' in field)) return (row) => readColumn(row, field);
  const read = dateReader(field, zone);
  return (row) => {
    const text = textOf(row, field.column);
    if (isMissing(text, field.missing)) return NOTHING;
    const value = read(text);
    const expected = `a date ${field.date}`;
    return value === undefined ? { fault: faultOf(field.column, expected, text) } : { value };
  };
}

function fillTemplate(template: string, row: Row): string {
  return template.replace(/\{([^}]+)\}/g, (_, column: string) => textOf(row, column));
}

function textOf(row: Row, column: string): string {
  const value = row[column];
  return value === undefined || value === null ? '' : String(value).normalize('NFC').trim();
}

function isMissing(text: string, missing: readonly string[] | undefined): boolean {
  return text === '' || (missing?.includes(text) ?? false);
}

function readColumn(row: Row, field: Column): Read {
  const text = textOf(row, field.column);
  if (field.map && Object.hasOwn(field.map, text)) return { value: field.map[text] };
  const missing = isMissing(text, field.missing);
  if (field.map || missing) {
    if (field.otherwise !== undefined) return { value: field.otherwise };
    if (missing) return NOTHING;
    const expected = `one of ${Object.keys(field.map ?? {}).join(', ')}`;
    return { fault: faultOf(field.column, expected, text) };
  }
  return convert(text, field);
}

function convert(text: string, { column, as, code, times = 1 }: Column): Read {
  if (code) return { value: text.replace(/\s+/g, '-') };
  if (as === undefined) return { value: text };
  if (as === 'boolean') {
    if (/^(true|1|yes)$/i.test(text)) return { value: true };
    if (/^(false|0|no)$/i.test(text)) return { value: false };
    return { fault: faultOf(column, 'true or false', text) };
  }
  const value = Number(text) * times;
  return Number.isFinite(value) ? { value } : { fault: faultOf(column, 'a number', text) };
}

/** Only the beginning of what came: a column may hold anybody's name. */
function faultOf(column: string, expected: string, came: string): CodedError {
  return codedError('IOC_SOURCE_VALUE', {
    where: `column ${column}`,
    expected,
    came: JSON.stringify(came.length > 40 ? `${came.slice(0, 12)}…` : came),
  });
}
