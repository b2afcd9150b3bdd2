import { createHash } from 'node:crypto';
import { type CodedError, codedError, IocError } from '../errors.ts';
import { dateReader } from './date-format.ts';
import type { Column, EventRule, FieldValue, Mapping, Table } from './mapping.ts';

/** One row of a file by column name. */
export type Row = Readonly<Record<string, unknown>>;

export interface NumberedRow {
  /** Line in a CSV file, element from 1 in JSON, row of a sheet. */
  readonly number: number;
  readonly row: Row;
}

/** An event as the text that is pushed, or why the row makes none. */
export type Mapped = { readonly line: string } | { readonly fault: CodedError };

type Scalar = string | number | boolean;
/** Undefined leaves the field out. */
type Read = { readonly value: Scalar | undefined } | { readonly fault: CodedError };
type Reader = (row: Row) => Read;

const NOTHING: Read = { value: undefined };

/** The events of a row, in the order of the mapping. Readers of dates and columns are made once. */
export function rowMapper(mapping: Mapping): (row: Row) => Mapped[] {
  const rules = mapping.events.map((rule) => {
    const where = rule.where ?? [];
    return { where, toEvent: eventMapper(rule, mapping) };
  });
  return (row) =>
    rules
      .filter(({ where }) => where.every((column) => textOf(row, column) !== ''))
      .map(({ toEvent }) => toEvent(row));
}

function eventMapper(rule: EventRule, mapping: Mapping): (row: Row) => Mapped {
  const { source } = mapping;
  const time = readerOf(rule.time, mapping);
  const fields = Object.entries(rule.data).map(
    ([name, value]) => [name, readerOf(value, mapping)] as const,
  );
  const timeColumn = 'column' in rule.time ? rule.time.column : 'time';
  return (row) => {
    const at = time(row);
    if ('fault' in at) return at;
    if (at.value === undefined) return { fault: faultOf(timeColumn, 'a date', 'nothing') };
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

function readerOf(field: FieldValue, mapping: Mapping): Reader {
  if ('constant' in field) return () => ({ value: field.constant });
  if ('template' in field) return (row) => ({ value: fillTemplate(field.template, row) });
  if ('ifPresent' in field) {
    const whenPresent = readerOf(field.use, mapping);
    const whenAbsent = field.else ? readerOf(field.else, mapping) : () => NOTHING;
    return (row) => (textOf(row, field.ifPresent) === '' ? whenAbsent(row) : whenPresent(row));
  }
  if (!('date' in field)) {
    const known = field.map ?? tableOf(mapping, field.table);
    return (row) => readColumn(row, field, known);
  }
  const read = dateReader(field, mapping.zone ?? '+07:00');
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

function readColumn(row: Row, field: Column, known: Table | undefined): Read {
  const text = textOf(row, field.column);
  if (known && Object.hasOwn(known, text)) return { value: known[text] };
  const missing = isMissing(text, field.missing);
  if (known || missing) {
    if (field.otherwise !== undefined) return { value: field.otherwise };
    if (missing) return NOTHING;
    const texts = Object.keys(known ?? {});
    const expected =
      texts.length > 12 ? `a text of table ${field.table}` : `one of ${texts.join(', ')}`;
    return { fault: faultOf(field.column, expected, text) };
  }
  return convert(text, field);
}

function tableOf({ tables }: Mapping, name: string | undefined): Table | undefined {
  if (name === undefined) return undefined;
  const table = tables?.[name];
  if (typeof table === 'object') return table;
  throw new IocError('IOC_SOURCE_MAPPING', {
    where: '/tables',
    expected: `a table ${name}`,
    came: Object.keys(tables ?? {}).join(', ') || 'none',
  });
}

/** Whether the mapping's `skip` and `only` let a row through. */
export function rowFilter(mapping: Mapping): (row: Row) => boolean {
  const skipped = (mapping.skip ?? []).map((rule) => ({ ...rule, in: new Set(rule.in) }));
  const wanted = (mapping.only ?? []).map((rule) => ({
    column: rule.column,
    in: new Set('in' in rule ? rule.in : Object.keys(tableOf(mapping, rule.table) ?? {})),
  }));
  return (row) =>
    wanted.every((rule) => rule.in.has(textOf(row, rule.column))) &&
    !skipped.some((rule) => rule.in.has(textOf(row, rule.column)));
}

function convert(text: string, { column, as, code, times = 1 }: Column): Read {
  if (code) return { value: text.replace(/\s+/g, '-') };
  if (as === undefined) return { value: text };
  if (as === 'boolean') {
    if (/^(true|1|yes)$/i.test(text)) return { value: true };
    if (/^(false|0|no)$/i.test(text)) return { value: false };
    return { fault: faultOf(column, 'true or false', text) };
  }
  const value = (as === 'grouped-number' ? groupedNumber(text) : Number(text)) * times;
  return Number.isFinite(value) ? { value } : { fault: faultOf(column, 'a number', text) };
}

/** Whole numbers whose points mark thousands; a short last group has lost its zeros on the way. */
function groupedNumber(text: string): number {
  if (!/^\d{1,3}([.]\d{1,3})*$/.test(text)) return Number.NaN;
  const [first = '', ...groups] = text.split('.');
  return Number(first + groups.map((group) => group.padEnd(3, '0')).join(''));
}

/** Only the beginning of what came: a column may hold anybody's name. */
function faultOf(column: string, expected: string, came: string): CodedError {
  return codedError('IOC_SOURCE_VALUE', {
    where: `column ${column}`,
    expected,
    came: JSON.stringify(came.length > 40 ? `${came.slice(0, 12)}…` : came),
  });
}
