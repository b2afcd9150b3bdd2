import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { IocError } from '../errors.ts';
import type { NumberedRow, Row } from './map-row.ts';
import type { Mapping, Workbook } from './mapping.ts';

/** A part of a workbook may unpack to so much; a bomb says more, or lies and is cut off by the unzipper. */
const MAX_PART_BYTES = 256 * 2 ** 20;

type Parts = ReadonlyMap<string, Entry>;

/**
 * The rows of one sheet of a workbook (ECMA-376, `.xlsx`), as the values were when it was saved. Numbers come as their
 * full text, an error (`#N/A`) as nothing. One row is held at a time; shared texts are held all.
 */
export async function* workbookRows(file: string, mapping: Mapping): AsyncGenerator<NumberedRow> {
  const { xlsx } = mapping;
  if (!xlsx) return;
  const zip = await openZip(file);
  try {
    const parts = await listParts(file, zip);
    const texts = await sharedTexts(file, zip, parts);
    const sheet = await partOfSheet(file, zip, parts, xlsx.sheet);
    yield* sheetRows(await openPart(file, zip, parts, sheet), texts, xlsx);
  } catch (cause) {
    throw cause instanceof IocError ? cause : fault(file, 'a workbook (.xlsx)', cause);
  } finally {
    zip.close();
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false });
  } catch (cause) {
    throw fault(file, 'a workbook (.xlsx)', cause);
  }
}

async function listParts(file: string, zip: ZipFile): Promise<Parts> {
  const parts = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.uncompressedSize > MAX_PART_BYTES)
      throw fault(
        `${file}, ${entry.fileName}`,
        `at most ${MAX_PART_BYTES} bytes`,
        `${entry.uncompressedSize}`,
      );
    parts.set(entry.fileName, entry);
  }
  return parts;
}

async function openPart(file: string, zip: ZipFile, parts: Parts, name: string): Promise<Readable> {
  const entry = parts.get(name);
  if (!entry) throw fault(file, `a part ${name}`, 'none');
  return zip.openReadStreamPromise(entry);
}

async function sharedTexts(file: string, zip: ZipFile, parts: Parts): Promise<readonly string[]> {
  const name = 'xl/sharedStrings.xml';
  if (!parts.has(name)) return [];
  const texts: string[] = [];
  let text = '';
  let depth = 0;
  await readXml(await openPart(file, zip, parts, name), {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 't') depth++;
    },
    text: (part) => {
      if (depth > 0) text += part;
    },
    close: (tag) => {
      if (tag === 't') depth--;
      if (tag === 'si') texts.push(text);
    },
  });
  return texts;
}

/** Sheets are found by name, NFC and without the blanks around it, as a reader sees it. */
async function partOfSheet(
  file: string,
  zip: ZipFile,
  parts: Parts,
  wanted: string,
): Promise<string> {
  const ids = new Map<string, string>();
  await readXml(await openPart(file, zip, parts, 'xl/workbook.xml'), {
    open: (tag, attributes) => {
      if (tag === 'sheet') ids.set(plain(attributes.name ?? ''), attributes['r:id'] ?? '');
    },
  });
  const targets = new Map<string, string>();
  await readXml(await openPart(file, zip, parts, 'xl/_rels/workbook.xml.rels'), {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag === 'Relationship') targets.set(Id, Target);
    },
  });
  const target = targets.get(ids.get(plain(wanted)) ?? '');
  if (target === undefined)
    throw fault(file, `a sheet ${wanted}`, [...ids.keys()].join(', ').slice(0, 400));
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

const plain = (text: string) => text.normalize('NFC').trim();

async function* sheetRows(
  stream: Readable,
  texts: readonly string[],
  { firstRow, lastRow = Number.POSITIVE_INFINITY, columns }: Workbook,
): AsyncGenerator<NumberedRow> {
  const names = Object.entries(columns);
  const done: NumberedRow[] = [];
  const parser = sheetParser(texts, (number, cells) => {
    if (number < firstRow || number > lastRow) return;
    const row: Row = Object.fromEntries(
      names.map(([name, letters]) => [name, cells.get(letters) ?? '']),
    );
    done.push({ number, row });
  });
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    parser.write(String(chunk));
    yield* done.splice(0);
  }
  parser.close();
  yield* done.splice(0);
}

type Cells = ReadonlyMap<string, string>;

function sheetParser(
  texts: readonly string[],
  onRow: (number: number, cells: Cells) => void,
): SaxesParser {
  const parser = new SaxesParser();
  let cells = new Map<string, string>();
  let cell = { letters: '', type: '' };
  let text = '';
  let isValue = false;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') cells = new Map();
    if (name === 'c') cell = { letters: lettersOf(attributes.r), type: attributes.t ?? '' };
    if (name === 'c') text = '';
    isValue = name === 'v' || name === 't';
  });
  parser.on('text', (part) => {
    if (isValue) text += part;
  });
  let row = 0;
  parser.on('closetag', ({ name, attributes }) => {
    isValue = false;
    if (name === 'c' && text !== '') cells.set(cell.letters, cellText(cell.type, text, texts));
    if (name !== 'row') return;
    row = attributes.r === undefined ? row + 1 : Number(attributes.r);
    onRow(row, cells);
  });
  return parser;
}

const lettersOf = (reference = '') => reference.replace(/\d+$/, '');

function cellText(type: string, text: string, texts: readonly string[]): string {
  if (type === 's') return texts[Number(text)] ?? '';
  return type === 'e' ? '' : text;
}

interface XmlListener {
  readonly open?: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (part: string) => void;
  readonly close?: (tag: string) => void;
}

async function readXml(stream: Readable, { open, text, close }: XmlListener): Promise<void> {
  const parser = new SaxesParser();
  if (open) parser.on('opentag', ({ name, attributes }) => open(name, attributes));
  if (text) parser.on('text', text);
  if (close) parser.on('closetag', ({ name }) => close(name));
  stream.setEncoding('utf8');
  for await (const chunk of stream) parser.write(String(chunk));
  parser.close();
}

function fault(where: string, expected: string, cause: unknown): IocError {
  const came = cause instanceof Error ? cause.message : String(cause);
  return new IocError('IOC_SOURCE_FILE', { where, expected, came }, cause);
}
