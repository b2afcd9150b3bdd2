import type { Page } from '@playwright/test';
import { SaxesParser } from 'saxes';
import { extractTextItems } from 'unpdf';
import { fromBufferPromise } from 'yauzl';

/** Readers of exported files that share no code with their writers. */

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Opens an OOXML package (a zip): a part by its path, read as XML; throws where there is none. */
async function partsOf(bytes: Uint8Array): Promise<(path: string) => Element> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  zip.close();
  return (path) => {
    const xml = parts.get(path);
    if (xml === undefined) throw new Error(`no part ${path} among ${[...parts.keys()].join(', ')}`);
    return parseXml(xml);
  };
}

/** Throws where the XML is not well-formed. */
function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root;
}

/** All elements of that name inside, in the order of the document. */
function within({ children }: Element, name: string): Element[] {
  return children.flatMap((each) => [...(each.name === name ? [each] : []), ...within(each, name)]);
}

/** `format` is the code by which a number is shown; `''` is "general". */
export interface WorkbookCell {
  readonly text: string;
  readonly isNumber: boolean;
  readonly format: string;
}

/** Rows of the sheet of that name, cells by their column's letters (ECMA-376 part 1, 18.3). */
export async function workbookRows(
  bytes: Uint8Array,
  sheet: string,
): Promise<Map<string, WorkbookCell>[]> {
  const part = await partsOf(bytes);
  const tabs = within(part('xl/workbook.xml'), 'sheet');
  const id = tabs.find(({ attributes }) => attributes.name === sheet)?.attributes['r:id'];
  const links = within(part('xl/_rels/workbook.xml.rels'), 'Relationship');
  const target = links.find(({ attributes }) => attributes.Id === id)?.attributes.Target;
  const formats = formatsOf(part('xl/styles.xml'));
  return within(part(`xl/${target}`), 'row').map(
    (row) =>
      new Map(
        within(row, 'c').map(({ attributes, text }) => [
          attributes.r?.replace(/\d+$/, '') ?? '',
          {
            text,
            isNumber: (attributes.t ?? 'n') === 'n',
            format: formats[Number(attributes.s ?? 0)] ?? '',
          },
        ]),
      ),
  );
}

/** Number formats by the index of a cell's style. */
function formatsOf(styles: Element): string[] {
  const codes = new Map(
    within(styles, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]),
  );
  const [looks] = within(styles, 'cellXfs');
  return (looks ? within(looks, 'xf') : []).map(
    ({ attributes }) => codes.get(attributes.numFmtId) ?? '',
  );
}

/** Rows of the tables of all slides in their order, as the texts of their cells. */
export async function slideRows(bytes: Uint8Array): Promise<string[][]> {
  const part = await partsOf(bytes);
  const links = within(part('ppt/_rels/presentation.xml.rels'), 'Relationship');
  const targets = new Map(links.map(({ attributes }) => [attributes.Id, attributes.Target]));
  const slides = within(part('ppt/presentation.xml'), 'p:sldId').map(({ attributes }) =>
    part(`ppt/${targets.get(attributes['r:id'])}`),
  );
  return slides
    .flatMap((slide) => within(slide, 'a:tr'))
    .map((row) => within(row, 'a:tc').map(({ text }) => text));
}

/** Lines of each page of a PDF: texts on one baseline from left to right, one space between them. */
export async function pdfLines(bytes: Uint8Array): Promise<string[][]> {
  const { items } = await extractTextItems(new Uint8Array(bytes));
  return items.map((texts) => {
    const lines = new Map<number, typeof texts>();
    for (const text of texts) {
      const baseline = Math.round(text.y);
      lines.set(baseline, [...(lines.get(baseline) ?? []), text]);
    }
    return [...lines.values()].map((line) =>
      line
        .toSorted((a, b) => a.x - b.x)
        .map(({ str }) => str)
        .join(' ')
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  });
}

/** Pixels of a PNG, decoded by the browser: a picture cut short or damaged is refused. */
export function pictureSize(page: Page, bytes: Buffer): Promise<{ width: number; height: number }> {
  return page.evaluate(async (base64) => {
    const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([raw], { type: 'image/png' }));
    const { width, height } = picture;
    picture.close();
    return { width, height };
  }, bytes.toString('base64'));
}
