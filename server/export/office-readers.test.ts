import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatNumber } from '../../shared/unit/format.ts';
import type { ExportFormat } from './export-job.ts';
import { partsOf } from './read-back.contract.ts';
import { render } from './render.ts';
import { districts, jobOf, months, naming, received } from './sample-job.contract.ts';

/**
 * The programs people open files with, where they are installed: what they read is compared with the answers. Where they
 * are not, the tests say so and are skipped.
 */
const CONVERSION_MS = 90_000;
const folder = mkdtempSync(path.join(tmpdir(), 'ioc-office-'));
const place = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isThere = (program: string, flag: string) => !spawnSync(program, [flag]).error;
const office = isThere('soffice', '--version');
const poppler = isThere('pdftotext', '-v');
const eot = isThere('eotinfo', '');
/** A test that says why it is not run. */
const testWith = (isPresent: boolean, program: string) => (name: string, run: () => void) => {
  if (!isPresent) process.stdout.write(`skipped: ${name} (no ${program} on this machine)\n`);
  test.skipIf(!isPresent)(name, run);
};
const withOffice = testWith(office, 'soffice');
const withPoppler = testWith(poppler, 'pdftotext');
const withEot = testWith(eot, 'eotinfo');
const withBoth = testWith(office && poppler, 'soffice with pdftotext');

const items = [districts, months, received];
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');
const figuresOf = (measure: string) =>
  districts.answer.rows.flatMap(({ values }) => values[measure]?.value ?? []);
const rates = figuresOf('dossier.onTimeRate');
const counts = figuresOf('dossier.resolved');
const NAMES = ['Thủ Dầu Một', 'Bàu Bàng', 'Dầu Tiếng', 'Bến Cát', 'Phú Giáo'];
/** As a reader sees them. */
const SHOWN = [
  ...rates.map((value) => `${formatNumber(value, 2, 'vi')}%`),
  ...counts.map((value) => formatNumber(value, 0, 'vi')),
  ...NAMES,
  '292.956',
  'Tỷ lệ đúng hạn của các huyện, thị xã, thành phố',
  '09:00:00 01/01/2024 (+07:00)',
];

function convert(target: string, file: string): void {
  const profile = `-env:UserInstallation=file://${place('profile')}`;
  const args = [profile, '--headless', '--convert-to', target, '--outdir', folder, file];
  execFileSync('soffice', args, { timeout: CONVERSION_MS, stdio: 'ignore' });
}

const wordsOf = (pdf: string) =>
  plain(execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' }));

beforeAll(async () => {
  // Under names of their own: what is converted to a PDF must not be taken for the PDF that was written.
  const names: Partial<Record<ExportFormat, string>> = {
    pdf: 'chart',
    xlsx: 'book',
    pptx: 'slides',
  };
  for (const [format, name] of Object.entries(names) as [ExportFormat, string][])
    writeFileSync(place(`${name}.${format}`), await render(jobOf({ format, items }), naming));
});

describe('other people’s programs', () => {
  withPoppler('pdftotext finds every figure and name of a PDF, with all Vietnamese letters', () => {
    const words = wordsOf(place('chart.pdf'));
    for (const shown of SHOWN) expect(words).toContain(shown);
  });

  withOffice(
    'LibreOffice finds the figures of a workbook as numbers, and its sheet of definitions',
    () => {
      const sheets =
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
      convert(sheets, place('book.xlsx'));
      const named = readdirSync(folder).filter((name) => name.endsWith('.csv'));
      const rowsIn = (part: string) => {
        const file = named.find((name) => name.normalize('NFC').includes(part));
        expect(file, `${part} among ${named.join()}`).toBeDefined();
        return parse(readFileSync(place(file ?? '')), { relax_column_count: true }) as string[][];
      };
      const rows = rowsIn('Tỷ lệ đúng hạn').slice(1, 6);
      expect(rows.map(([name]) => name?.normalize('NFC'))).toEqual(NAMES);
      expect(rows.flatMap((row) => (row[1] ? [Number(row[1])] : []))).toEqual(rates);
      expect(rows.map((row) => Number(row[4]))).toEqual(counts);
      expect(rowsIn('Định nghĩa').flat().join(' ')).toContain('Thông tư 01/2020/TT-VPCP');
    },
  );

  withBoth('LibreOffice shows every slide of a presentation, with its figures and letters', () => {
    convert('pdf', place('slides.pptx'));
    const words = wordsOf(place('slides.pdf'));
    for (const shown of SHOWN) expect(words).toContain(shown);
  });

  withEot('eotinfo of the W3C reads the fonts of a presentation', async () => {
    const parts = await partsOf(readFileSync(place('slides.pptx')));
    const fonts = [...parts].filter(([name]) => name.endsWith('.fntdata'));
    const told = fonts.map(([name, bytes]) => {
      const file = place(path.basename(name));
      writeFileSync(file, bytes);
      return spawnSync('eotinfo', [file], { encoding: 'utf8' }).stdout;
    });
    expect(told.map((text) => /FullName: *(.*)/.exec(text)?.[1]?.trim())).toEqual([
      'Inter Regular',
      'Inter Bold',
    ]);
  });
});
