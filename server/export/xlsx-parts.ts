import { xmlText } from './svg-parts.ts';

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** How a number is shown: places behind the point, and what follows it. */
export interface NumberLook {
  readonly decimals: number;
  readonly sign: string;
  readonly isDelta: boolean;
}

/** Styles before those of numbers; `form…` are those of a printed form, in boxes. */
export const STYLE = {
  plain: 0,
  head: 1,
  title: 2,
  label: 3,
  /** Text that looks like a formula. */
  quoted: 4,
  day: 5,
  formHead: 6,
  formText: 7,
  formNumber: 8,
  formTotal: 9,
  formTotalText: 10,
  centred: 11,
} as const;
const FIRST_NUMBER_STYLE = Object.keys(STYLE).length;
const FIRST_FORMAT = 170;

/** Number formats in the order in which they are first asked for. */
export class NumberStyles {
  readonly #codes: string[] = [];

  styleOf(look: NumberLook): number {
    return this.styleOfCode(formatCode(look));
  }

  styleOfCode(code: string): number {
    if (!this.#codes.includes(code)) this.#codes.push(code);
    return FIRST_NUMBER_STYLE + this.#codes.indexOf(code);
  }

  xml(): string {
    const formats = ['dd/mm/yyyy', ...this.#codes].map(
      (code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${xmlText(code)}"/>`,
    );
    const numbers = this.#codes.map(
      (_, at) =>
        `<xf numFmtId="${FIRST_FORMAT + 1 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    );
    const count = FIRST_NUMBER_STYLE + numbers.length;
    return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts>${FIXED_STYLES}<cellXfs count="${count}">${FIXED_XFS}${numbers.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}

/** `#,##0.00"%"`; a difference has its sign, also where it is positive. */
export function formatCode({ decimals, sign, isDelta }: NumberLook): string {
  const places = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
  const quoted = sign ? `"${sign}"` : '';
  const number = `#,##0${places}${quoted}`;
  return isDelta ? `+${number};-${number};${number}` : number;
}

const FONT = '<name val="Arial"/><family val="2"/>';
const FIXED_STYLES = [
  `<fonts count="4"><font><sz val="10"/>${FONT}</font><font><b/><sz val="10"/>${FONT}</font><font><b/><sz val="14"/>${FONT}</font><font><sz val="10"/><color rgb="FF5C6875"/>${FONT}</font></fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4E9EE"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF5C6875"/></bottom><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
].join('');
/** Excel's own format `#,##0`. */
const WHOLE = 3;
const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const WRAP = '<alignment vertical="top" wrapText="1"/>';
const FIXED_XFS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${WRAP}</xf>`,
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  `<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${WRAP}</xf>`,
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>',
  `<xf numFmtId="${FIRST_FORMAT}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  `<xf numFmtId="0" fontId="1" fillId="0" borderId="2" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">${CENTRED}</xf>`,
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="2" xfId="0" applyBorder="1" applyAlignment="1">${WRAP}</xf>`,
  `<xf numFmtId="${WHOLE}" fontId="0" fillId="0" borderId="2" xfId="0" applyNumberFormat="1" applyBorder="1"/>`,
  `<xf numFmtId="${WHOLE}" fontId="1" fillId="0" borderId="2" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/>`,
  `<xf numFmtId="0" fontId="1" fillId="0" borderId="2" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">${WRAP}</xf>`,
  `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${CENTRED}</xf>`,
].join('');

/** `A`, `Z`, `AA` … from 0. */
export function columnName(at: number): string {
  const first = Math.floor(at / 26);
  const letter = String.fromCharCode(65 + (at % 26));
  return first > 0 ? columnName(first - 1) + letter : letter;
}

/** Names of sheets: at most 31 characters, none that a formula would trip over, none twice whatever their case. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const clean =
      title
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '-';
    let name = clean.slice(0, 31);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1)
      name = `${clean.slice(0, 30 - String(count).length)} ${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Everything of a workbook but its sheets and styles, by path. */
export function workbookParts(names: readonly string[], properties: string): [string, string][] {
  const each = <T>(make: (at: number) => T) => names.map((_, at) => make(at + 1));
  const sheets = names.map(
    (name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = each(
    (at) =>
      `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${office}.worksheet+xml"/>`,
  );
  const links = each(
    (at) =>
      `<Relationship Id="rId${at}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${office}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    ['docProps/core.xml', properties],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ];
}

/** Title, author and time of a document in the way all OOXML files have them. */
export function coreProperties(title: string, by: string, atMs: number): string {
  const at = new Date(atMs).toISOString().replace(/[.]\d+Z$/, 'Z');
  const time = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(by)}</dc:creator>${time('created')}${time('modified')}</cp:coreProperties>`;
}

export const SHEET_OPEN = `${XML}<worksheet xmlns="${MAIN}">`;
