import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { fromBufferPromise } from 'yauzl';
import { workbookRows } from '../source/workbook-rows.ts';
import { columnName } from './xlsx-parts.ts';
import { bytesOf } from './zip-file.ts';

/** Readers of the tests that share no code with the writers. */

/** A sheet of a workbook as texts, read by the importer's reader. */
export async function sheetOf(bytes: Uint8Array, sheet: string, columns = 10): Promise<string[][]> {
  const directory = mkdtempSync(path.join(tmpdir(), 'ioc-export-'));
  const file = path.join(directory, 'x.xlsx');
  writeFileSync(file, bytes);
  const letters = Array.from({ length: columns }, (_, at) => columnName(at));
  const xlsx = { sheet, firstRow: 1, columns: Object.fromEntries(letters.map((a) => [a, a])) };
  const rows: string[][] = [];
  try {
    const mapping = { xlsx } as unknown as Parameters<typeof workbookRows>[1];
    for await (const { row } of workbookRows(file, mapping))
      rows.push(letters.map((letter) => String(row[letter] ?? '')));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return rows;
}

/** Parts of a zip by their paths. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false });
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await bytesOf(await zip.openReadStreamPromise(entry)));
  zip.close();
  return parts;
}

/** Texts of elements called `tag`, in order; throws where the XML is not well-formed. */
export function textsOf(xml: string, tag: string): string[] {
  const texts: string[] = [];
  let isOpen = false;
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('opentag', ({ name }) => {
    isOpen = name === tag;
    if (isOpen) texts.push('');
  });
  parser.on('text', (text) => {
    if (isOpen) texts[texts.length - 1] += text;
  });
  parser.on('closetag', () => {
    isOpen = false;
  });
  parser.write(xml).close();
  return texts;
}

/** All words of the slides of a presentation. */
export async function slideTexts(bytes: Uint8Array): Promise<string[]> {
  const parts = await partsOf(bytes);
  const slides = [...parts].filter(([name]) => /^ppt\/slides\/slide\d+[.]xml$/.test(name));
  return slides.flatMap(([, xml]) => textsOf(xml.toString('utf8'), 'a:t'));
}
