import { createReadStream } from 'node:fs';
import { type Info, parse } from 'csv-parse';
import { IocError } from '../errors.ts';
import { dateReader } from './date-format.ts';
import { jsonElements } from './json-elements.ts';
import { type NumberedRow, type Row, rowFilter } from './map-row.ts';
import type { Mapping } from './mapping.ts';
import { nestedRows } from './nested-rows.ts';
import { workbookRows } from './workbook-rows.ts';

/** The rows of a file one after the other, whatever its size; a file that cannot be read stops with its position. */
export async function* readRows(file: string, mapping: Mapping): AsyncGenerator<NumberedRow> {
  const isWanted = rowFilter(mapping);
  for await (const { row, number } of fileRows(file, mapping)) {
    for (const each of mapping.unpivot ? unpivot(row, mapping.unpivot) : [row])
      if (isWanted(each)) yield { row: each, number };
  }
}

function fileRows(file: string, mapping: Mapping): AsyncGenerator<NumberedRow> {
  if (mapping.format === 'xlsx') return workbookRows(file, mapping);
  const texts = decode(file, mapping.csv?.encoding ?? 'utf-8');
  if (mapping.format === 'csv') return csvRows(file, texts, mapping);
  return mapping.json ? deepRows(file, texts, mapping.json.rows) : jsonRows(file, texts);
}

/** A row for each column that is not kept. */
function unpivot(row: Row, { keep, name, value }: NonNullable<Mapping['unpivot']>): Row[] {
  const kept = Object.fromEntries(keep.map((column) => [column, row[column]]));
  return Object.entries(row)
    .filter(([column]) => !keep.includes(column))
    .map(([column, each]) => ({ ...kept, [name]: column, [value]: each }));
}

async function* decode(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let read = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 262_144 })) {
      const bytes: Uint8Array = chunk;
      yield decoder.decode(bytes, { stream: true });
      read += bytes.length;
    }
    yield decoder.decode();
  } catch (cause) {
    const came = cause instanceof Error ? cause.message : 'an error';
    const where = `${file}, byte ${read} or after`;
    throw new IocError('IOC_SOURCE_FILE', { where, expected: encoding, came }, cause);
  }
}

async function* csvRows(
  file: string,
  texts: AsyncIterable<string>,
  mapping: Mapping,
): AsyncGenerator<NumberedRow> {
  const parser = parse({
    columns: (header: string[]) => checkHeader(file, header, mapping),
    delimiter: mapping.csv?.delimiter ?? ',',
    info: true,
    skip_empty_lines: true,
    max_record_size: 1_048_576,
  });
  const feeding = feed(texts, parser);
  try {
    for await (const entry of parser) {
      const { record, info }: { record: Row; info: Info } = entry;
      yield { number: info.lines, row: record };
    }
    await feeding;
  } catch (cause) {
    if (cause instanceof IocError) throw cause;
    const came = cause instanceof Error ? cause.message : 'an error';
    throw new IocError('IOC_SOURCE_FILE', { where: file, expected: 'CSV', came }, cause);
  } finally {
    parser.destroy();
  }
}

type Parser = ReturnType<typeof parse>;

async function feed(texts: AsyncIterable<string>, parser: Parser): Promise<void> {
  try {
    for await (const text of texts) {
      if (parser.destroyed) return;
      if (!parser.write(text)) await drained(parser);
    }
    parser.end();
  } catch (cause) {
    parser.destroy(cause instanceof Error ? cause : undefined);
  }
}

function drained(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    parser.once('drain', resolve);
    parser.once('close', resolve);
  });
}

function checkHeader(file: string, header: readonly string[], mapping: Mapping): string[] {
  const columns = header.map((name) => name.trim().normalize('NFC'));
  const twice = columns.find((name, index) => columns.indexOf(name) < index);
  const absent = columnsOf(mapping).find((name) => !columns.includes(name));
  if (twice === undefined && absent === undefined) return columns;
  throw new IocError('IOC_SOURCE_FILE', {
    where: `${file}, header`,
    expected: absent === undefined ? 'each column once' : `a column ${absent}`,
    came: absent === undefined ? `${twice} twice` : columns.join(', ').slice(0, 400),
  });
}

/** Every column of the file that the mapping names; those that unpivoting makes are not in it. */
function columnsOf(mapping: Mapping): string[] {
  const names: string[] = [];
  JSON.stringify(mapping, (key, value: unknown) => {
    if ((key === 'column' || key === 'ifPresent') && typeof value === 'string') names.push(value);
    return value;
  });
  const { record, unpivot: wide } = mapping;
  const made = [wide?.name, wide?.value];
  return [...names, ...(record?.key ?? []), ...(wide?.keep ?? [])].filter(
    (name) => !made.includes(name),
  );
}

async function* jsonRows(file: string, texts: AsyncIterable<string>): AsyncGenerator<NumberedRow> {
  let number = 0;
  try {
    for await (const text of jsonElements(texts)) {
      number++;
      yield { number, row: Object(JSON.parse(text)) };
    }
  } catch (cause) {
    if (cause instanceof IocError) throw cause;
    const where = `${file}, element ${number}`;
    const came = cause instanceof SyntaxError ? cause.message : 'an error';
    throw new IocError('IOC_SOURCE_FILE', { where, expected: 'a JSON array', came }, cause);
  }
}

/** A file whose rows lie deep inside is read as a whole. */
const MAX_DEEP_CHARACTERS = 64 * 2 ** 20;

async function* deepRows(
  file: string,
  texts: AsyncIterable<string>,
  place: string,
): AsyncGenerator<NumberedRow> {
  const fault = (expected: string, came: string, cause?: unknown) =>
    new IocError('IOC_SOURCE_FILE', { where: file, expected, came }, cause);
  let text = '';
  for await (const part of texts) {
    text += part;
    if (text.length > MAX_DEEP_CHARACTERS)
      throw fault(`at most ${MAX_DEEP_CHARACTERS} characters`, 'more');
  }
  let number = 0;
  try {
    for (const row of nestedRows(JSON.parse(text), place)) yield { number: ++number, row };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw fault(`JSON with rows at ${place}`, cause.message, cause);
  }
}

/** One row for each run of rows with the same key; without `record` in the mapping, every row. */
export async function* pickRecords(
  rows: AsyncIterable<NumberedRow>,
  mapping: Mapping,
): AsyncGenerator<NumberedRow> {
  const { record } = mapping;
  if (!record) return yield* rows;
  const isBetter = preference(record, mapping.zone ?? '+07:00');
  let kept: NumberedRow | undefined;
  let keptKey: string | undefined;
  for await (const next of rows) {
    const key = JSON.stringify(record.key.map((column) => next.row[column] ?? null));
    if (kept && key !== keptKey) yield kept;
    if (!kept || key !== keptKey || isBetter(next.row, kept.row)) kept = next;
    keptKey = key;
  }
  if (kept) yield kept;
}

function preference(
  { pick, by }: NonNullable<Mapping['record']>,
  zone: string,
): (next: Row, kept: Row) => boolean {
  if (pick === 'first') return () => false;
  if (pick === 'last' || !by) return () => true;
  const read = dateReader(by, zone);
  const timeOf = (row: Row) => Date.parse(read(String(row[by.column] ?? '')) ?? '');
  return (next, kept) => timeOf(next) >= timeOf(kept);
}
