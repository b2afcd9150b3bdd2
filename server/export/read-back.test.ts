import { parse } from 'csv-parse/sync';
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../shared/unit/format.ts';
import type { ExportFormat, ExportJob } from './export-job.ts';
import { truetype } from './fonts.ts';
import { partsOf, sheetOf, slideTexts, textsOf } from './read-back.contract.ts';
import { render } from './render.ts';
import { districts, jobOf, months, naming, received } from './sample-job.contract.ts';

const rendered = (format: ExportFormat, changes: Partial<ExportJob> = {}) =>
  render(jobOf({ format, ...changes }), naming);

const rates = districts.answer.rows.map((row) => row.values['dossier.onTimeRate']?.value ?? null);
const counts = districts.answer.rows.map((row) => row.values['dossier.resolved']?.value ?? null);
const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
const NAMES = ['Thủ Dầu Một', 'Bàu Bàng', 'Dầu Tiếng', 'Bến Cát', 'Phú Giáo'];
/** What every file says of itself. */
const PROVENANCE = [
  'Tỷ lệ đúng hạn của các huyện, thị xã, thành phố',
  'Tỉnh Bình Dương',
  'năm 2023',
  '(trước hạn + đúng hạn) / đã giải quyết trong kỳ',
  'Hệ thống thông tin giải quyết TTHC',
  '09:00:00 01/01/2024 (+07:00)',
  'Phân tích 1',
  '09:05:00 01/01/2024 (+07:00)',
  '/studio/chart?id=1',
];

/** What a page draws piece by piece is one text to its reader. */
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return plain(text);
}

describe('a CSV read by another reader', () => {
  const read = async (separator: ExportJob['separator'], delimiter: string) => {
    const bytes = await rendered('csv', { separator });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return parse(bytes, { bom: true, delimiter, relax_column_count: true }) as string[][];
  };
  it('has the figures of the answer, unrounded, and no figure where there is none', async () => {
    const rows = await read('comma', ',');
    expect(rows[0]?.slice(0, 2)).toEqual(['Đơn vị', 'Tỷ lệ đúng hạn']);
    expect(rows.slice(1, 6).map(([name]) => name)).toEqual(NAMES);
    const values = rows.slice(1, 6).map((row) => (row[1] === '' ? null : Number(row[1])));
    for (const [at, value] of rates.entries())
      if (value === null) expect(values[at]).toBeNull();
      else expect(values[at]).toBeCloseTo(value, 9);
    expect(rows.slice(1, 6).map((row) => Number(row[4]))).toEqual(counts);
  });
  it('has decimal commas beside semicolons, and tabs where tabs are wanted', async () => {
    expect((await read('semicolon', ';'))[1]?.[1]).toBe('98,1804');
    expect((await read('tab', '\t'))[1]?.[1]).toBe('98.1804');
  });
  it('tells what it is after the table', async () => {
    const text = (await read('comma', ',')).flat().join(' | ');
    for (const fact of [...PROVENANCE, 'Nội bộ']) expect(text).toContain(fact);
  });
});

describe('a workbook read by another reader', () => {
  it('has the figures of the answer as numbers', async () => {
    const rows = await sheetOf(await rendered('xlsx'), 'Số liệu');
    expect(rows.slice(1, 6).map(([name]) => name)).toEqual(NAMES);
    expect(rows.slice(1, 5).map((row) => Number(row[1]))).toEqual(known(rates));
    expect(rows[5]?.[1]).toBe('');
    expect(rows.slice(1, 6).map((row) => Number(row[4]))).toEqual(counts);
    for (const fact of PROVENANCE.slice(0, 6)) expect(rows.flat().join(' | ')).toContain(fact);
  });
  it('has a sheet of definitions: formula, legal basis, source', async () => {
    const rows = await sheetOf(await rendered('xlsx'), 'Định nghĩa');
    expect(rows[0]?.slice(0, 5)).toEqual([
      'Chỉ tiêu',
      'Công thức',
      'Đơn vị tính',
      'Căn cứ',
      'Nguồn',
    ]);
    expect(rows[1]?.join(' ')).toContain('Thông tư 01/2020/TT-VPCP');
    for (const fact of ['Nội bộ', 'Phân tích 1']) expect(rows.flat()).toContain(fact);
  });
  it('writes numbers as typed cells with the places of their measure', async () => {
    const parts = await partsOf(await rendered('xlsx'));
    const sheet = String(parts.get('xl/worksheets/sheet1.xml'));
    expect(sheet).toMatch(/<c r="B2" s="\d+"><v>98[.]1804<\/v><\/c>/);
    expect(String(parts.get('xl/styles.xml'))).toContain('#,##0.00&quot;%&quot;');
  });
  it('has a sheet for each item, with names that Excel takes', async () => {
    const bytes = await rendered('xlsx', { items: [districts, months, received, received] });
    const names = [
      ...String((await partsOf(bytes)).get('xl/workbook.xml')).matchAll(/sheet name="([^"]*)"/g),
    ];
    expect(names.map(([, name]) => name)).toEqual([
      'Tỷ lệ đúng hạn của các huyện, t',
      'Hồ sơ tiếp nhận theo tháng',
      'Hồ sơ tiếp nhận',
      'Hồ sơ tiếp nhận 2',
      'Định nghĩa',
    ]);
  });
});

describe('a PDF read by another reader', () => {
  it('has the figures as the reader sees them, and tells what it is', async () => {
    const text = await pdfText(await rendered('pdf'));
    for (const value of known(rates)) expect(text).toContain(`${formatNumber(value, 2, 'vi')}%`);
    for (const value of known(counts)) expect(text).toContain(formatNumber(value, 0, 'vi'));
    for (const name of NAMES) expect(text).toContain(name);
    for (const fact of [...PROVENANCE, 'NỘI BỘ', 'DỮ LIỆU MINH HỌA']) expect(text).toContain(fact);
  });
  it('embeds its fonts', async () => {
    const raw = (await rendered('pdf')).toString('latin1');
    expect(raw).toMatch(/\/FontFile2/);
    expect(raw).not.toMatch(/\/BaseFont \/Helvetica/);
  });
  it('speaks English where English is asked for', async () => {
    const text = await pdfText(await rendered('pdf', { language: 'en' }));
    for (const fact of ['98.18%', 'Formula', 'Figures frozen at']) expect(text).toContain(fact);
  });
});

describe('a presentation read by another reader', () => {
  it('has title, figures and what it is as text that can be edited', async () => {
    const texts = await slideTexts(await rendered('pptx', { items: [districts, received] }));
    const text = plain(texts.join(' | '));
    for (const value of known(rates)) expect(text).toContain(`${formatNumber(value, 2, 'vi')}%`);
    for (const value of known(counts)) expect(text).toContain(formatNumber(value, 0, 'vi'));
    for (const fact of [...PROVENANCE, '292.956', 'NỘI BỘ']) expect(text).toContain(fact);
  });
  it('has every part that its relations and content types name, and all are well-formed', async () => {
    const parts = await partsOf(await rendered('pptx', { items: [districts, months] }));
    const types = String(parts.get('[Content_Types].xml'));
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    const xml = [...parts].filter(([name]) => /[.](xml|rels)$/.test(name));
    const links = xml.flatMap(([name, bytes]) => linksOf(name, String(bytes)));
    for (const name of [...named, ...links]) expect([...parts.keys()]).toContain(name);
    for (const [, bytes] of xml) expect(textsOf(String(bytes), 'none')).toEqual([]);
    const slides = [...parts.keys()].filter((name) => /slides\/slide\d+\.xml$/.test(name));
    expect(slidesOf(parts)).toEqual(slides.map((_, at) => `ppt/slides/slide${at + 1}.xml`));
    // A map is a picture; what a presentation can draw itself is a chart with its figures in a workbook.
    const ending = (end: string) => links.filter((name) => name.endsWith(end));
    expect(ending('.png')).toHaveLength(1);
    expect(ending('.xlsx')).toHaveLength(1);
    expect(links.filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(1);
  });
  it('carries the one typeface its slides and charts are set in, regular and bold', async () => {
    const parts = await partsOf(await rendered('pptx', { items: [districts, months] }));
    const shown = [...parts].filter(([name]) =>
      /^ppt\/(slides|charts|theme)\/[^/]+[.]xml$/.test(name),
    );
    const faces = shown.flatMap(([, xml]) => [
      ...String(xml).matchAll(/<a:(?:latin|cs) typeface="([^"]+)"/g),
    ]);
    expect(new Set(faces.map(([, face]) => face))).toEqual(new Set(['Inter']));
    const presentation = String(parts.get('ppt/presentation.xml'));
    const [, list = ''] = /<p:embeddedFontLst>(.*)<\/p:embeddedFontLst>/.exec(presentation) ?? [];
    expect(list).toContain('<p:font typeface="Inter"');
    const targets = targetsOf(parts);
    const styles = [...list.matchAll(/<p:(regular|bold) r:id="([^"]+)"\/>/g)];
    expect(styles.map(([, style, id = '']) => [style, targets.get(id)])).toEqual([
      ['regular', 'ppt/fonts/font1.fntdata'],
      ['bold', 'ppt/fonts/font2.fntdata'],
    ]);
    for (const [at, weight] of ([400, 700] as const).entries())
      expect(parts.get(`ppt/fonts/font${at + 1}.fntdata`)?.includes(truetype(weight))).toBe(true);
    expect(String(parts.get('[Content_Types].xml'))).toContain('Extension="fntdata"');
  });
});

/** What the presentation points to, by the numbers of its relations. */
function targetsOf(parts: ReadonlyMap<string, Uint8Array>): Map<string | undefined, string> {
  const path = 'ppt/_rels/presentation.xml.rels';
  const relations = String(parts.get(path)).matchAll(/Id="([^"]+)" [^>]*Target="([^"]+)"/g);
  return new Map([...relations].map(([, id, target]) => [id, `ppt/${target}`]));
}

/** The slides that the presentation shows, in its order, by path in the archive. */
function slidesOf(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const targets = targetsOf(parts);
  const shown = String(parts.get('ppt/presentation.xml')).matchAll(/<p:sldId [^>]*r:id="([^"]+)"/g);
  return [...shown].map(([, id]) => targets.get(id) ?? `nothing under ${id}`);
}

/** What a part of relations points to, by path in the archive. */
function linksOf(name: string, xml: string): string[] {
  if (!name.endsWith('.rels')) return [];
  const base = name.replace(/_rels\/[^/]+$/, '');
  return [...xml.matchAll(/Target="([^"]+)"/g)].map(([, target = '']) =>
    new URL(target, `http://x/${base}`).pathname.slice(1),
  );
}

describe('a picture', () => {
  it('is a PNG of the size asked for', async () => {
    for (const scale of [1, 2]) {
      const png = await rendered('png', { scale });
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280 * scale, 720 * scale]);
    }
  });
  it('is an SVG with text, its fonts and nothing from elsewhere', async () => {
    const svg = (await rendered('svg', { items: [months] })).toString('utf8');
    const texts = textsOf(svg, 'text').map(plain);
    expect(texts).toContain('Hồ sơ tiếp nhận theo tháng');
    expect(texts).toContain('Nâng cấp phần mềm một cửa');
    expect(svg).toContain('font/woff2;base64');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script/);
  });
});

describe('every format', () => {
  const formats: ExportFormat[] = ['svg', 'png', 'csv', 'xlsx', 'pdf', 'pptx'];
  it.each(formats)(
    '%s has the same bytes for the same state, whatever was drawn before',
    async (format) => {
      const items = [districts, months, received];
      const first = await rendered(format, { items });
      await rendered('svg', { items: [months] });
      expect((await rendered(format, { items })).equals(first)).toBe(true);
    },
  );
  it.each(formats)('%s differs where a figure does', async (format) => {
    const [row, ...rest] = districts.answer.rows;
    const changed = { ...row?.values, 'dossier.onTimeRate': { value: 91.5 } };
    const rows = row ? [{ ...row, values: changed }, ...rest] : [];
    const items = [{ ...districts, answer: { ...districts.answer, rows } }];
    expect((await rendered(format, { items })).equals(await rendered(format))).toBe(false);
  });
});
