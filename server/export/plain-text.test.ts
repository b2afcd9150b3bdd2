import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-file.ts';
import { looksLikeFormula, plainText } from './plain-text.ts';
import { partsOf, sheetOf, textsOf } from './read-back.contract.ts';
import { render } from './render.ts';
import { answerOf, chartOf, jobOf, naming } from './sample-job.contract.ts';

const ATTACKS = [
  '=cmd|"/C calc"!A0',
  '+1+cmd',
  '-2+3+cmd',
  '@SUM(1+1)',
  '\tx=1',
  '\r=1',
  '  =1+1',
  '＝1+1',
  '=HYPERLINK("http://x","y")',
];

describe('text that a spreadsheet could compute', () => {
  it.each(ATTACKS)('is made harmless: %j', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
    expect(plainText(text).startsWith("'")).toBe(true);
  });
  it('is not confused with figures and names', () => {
    for (const text of ['−5', '-5', '+14,43 điểm %', 'Đất đai', '98,18%', 'A-B', '—', ''])
      expect(plainText(text), text).toBe(text);
  });
  it('never begins a cell of a CSV, whatever the text and the separator', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...ATTACKS));
    const separators = fc.constantFrom('comma' as const, 'semicolon' as const, 'tab' as const);
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        separators,
        (texts, separator) => {
          const line = csvLine(
            texts.map((each) => ({ text: each })),
            { separator, language: 'vi' },
          );
          const delimiter = { comma: ',', semicolon: ';', tab: '\t' }[separator];
          const [cells = []] = parse(line, { delimiter, record_delimiter: '\r\n' }) as string[][];
          expect(cells).toHaveLength(texts.length);
          for (const cell of cells) expect(/^[=+@\t\r]/.test(cell)).toBe(false);
        },
      ),
    );
  });
});

describe('a workbook with such names', () => {
  const rows = ATTACKS.map((unit) => ({
    key: unit,
    unit,
    values: { 'dossier.received': { value: 1 } },
  }));
  const chart = chartOf({
    title: '=cmd|"/C calc"!A0',
    form: 'table',
    query: { measures: ['dossier.received'], by: ['unit'] },
  });
  const job = jobOf({
    format: 'xlsx',
    title: chart.title,
    items: [{ chart, answer: answerOf(rows) }],
  });

  it('has no formula in it, and the names as they are', async () => {
    const bytes = await render(job, naming);
    for (const [name, part] of await partsOf(bytes))
      if (name.includes('sheet')) expect(textsOf(String(part), 'f'), name).toEqual([]);
    const read = await sheetOf(bytes, 'Số liệu');
    const names = read.slice(1, ATTACKS.length + 1).map(([name]) => name?.trim());
    expect(names).toEqual(ATTACKS.map((text) => text.replace(/\r/g, '\n').trim()));
  });
});
