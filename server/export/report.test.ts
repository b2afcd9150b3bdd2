import { parse } from 'csv-parse/sync';
import { extractText } from 'unpdf';
import { beforeAll, expect, test } from 'vitest';
import { REPORT_FORMS } from '../../shared/measure/report-forms.ts';
import type { Row } from '../../shared/query/answer.ts';
import type { Principal } from '../access/principal.ts';
import { partsOf, sheetOf } from './read-back.contract.ts';
import { createReportExporter } from './report-exporter.ts';
import { answerOf, naming } from './sample-job.contract.ts';

const WHO: Principal = { role: 'analyst', name: 'Phân tích 1', scope: ['74'] };
const COLUMNS = REPORT_FORMS[0]?.columns ?? [];
/** Adds up by the identities of the form. */
const VALUES = [1200, 500, 300, 400, 700, 200, 400, 100, 400, 300, 100, 100];
const row = (key: string, more: Partial<Row>, times = 1): Row => ({
  key,
  ...more,
  values: Object.fromEntries(
    COLUMNS.map(({ measure }, at) => [measure, { value: (VALUES[at] ?? 0) * times }]),
  ),
});
const FIELDS = naming.pack.pack.fields
  .slice(0, 2)
  .map(({ code, name }) => ({ code, name: name.vi }));

/** The rows are asked with a split, the total without one. */
function exporter(rows: readonly Row[], total: Row, seqs = [7, 7]) {
  const recorded: object[] = [];
  let asked = 0;
  const make = createReportExporter({
    ask: async (query) => {
      const seq = seqs[Math.min(asked++, seqs.length - 1)] ?? 0;
      return answerOf(query.by ? rows : [total], { seq });
    },
    now: () => Date.parse('2024-01-01T02:05:00Z'),
    naming: () => naming,
    record: async (done) => {
      recorded.push(done);
    },
  });
  const fileOf = async (format: 'xlsx' | 'pdf' | 'csv') => {
    const request = {
      form: 'II.06a',
      unit: '74',
      level: 'all',
      by: 'field',
      period: { from: '2023-01-01', to: '2023-12-31' },
      separator: 'semicolon',
    } as const;
    return make(request, { format }, WHO);
  };
  return { fileOf, recorded, askedTimes: () => asked };
}

const fields = FIELDS.map(({ code }) => row(code, { field: code }));
const sample = exporter(fields, row('*', {}, 2));
let sheet: string[][] = [];
beforeAll(async () => {
  sheet = await sheetOf((await sample.fileOf('xlsx')).bytes, 'II.06a', 14);
});

test('a workbook has the head, numbered columns and rows, and the total of the form, in typed cells', async () => {
  expect(sheet[0]?.[0]).toBe('Biểu số II.06a/VPCP/KSTT');
  expect(sheet.flat().join(' ')).toContain('Đơn vị báo cáo: Tỉnh Bình Dương');
  expect(sheet.flat().join(' ')).toContain('từ ngày 01/01/2023 đến ngày 31/12/2023');
  const numbers = sheet.findIndex(([first]) => first === '(1)');
  expect(sheet[numbers]?.slice(0, 4)).toEqual(['(1)', '(2)', '(3)', '(4)']);
  expect(sheet[numbers + 1]).toEqual(['1', FIELDS[0]?.name, ...VALUES.map(String)]);
  expect(sheet[numbers + 3]?.slice(1)).toEqual([
    'Tổng số',
    ...VALUES.map((value) => String(value * 2)),
  ]);
  const xml = String(
    (await partsOf((await sample.fileOf('xlsx')).bytes)).get('xl/worksheets/sheet1.xml'),
  );
  expect(xml).toMatch(/<c r="C10" s="8"><v>1200<\/v><\/c>/);
  expect(xml).toContain('<mergeCell ref="C7:F7"/>');
});

test('a file says that the form adds up, or where it does not', async () => {
  expect(sheet.flat().join(' ')).toContain('Các đẳng thức của biểu đúng ở mọi dòng');
  const [first] = fields;
  const wrong = exporter(first ? [first] : [], row('*', {}, 2));
  const rows = await sheetOf((await wrong.fileOf('xlsx')).bytes, 'II.06a', 14);
  expect(rows.flat().join(' ')).toContain('Biểu không khớp ở: Tổng số (3)');
});

test('a PDF can be read out: figures, names, and places to sign', async () => {
  const { bytes } = await sample.fileOf('pdf');
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  const words = text.normalize('NFC').replace(/\s+/g, ' ');
  const told = [
    '2.400',
    '1.200',
    'Tổng số',
    'Thủ trưởng đơn vị',
    'Người lập biểu',
    'Thông tư 01/2020/TT-VPCP',
  ];
  for (const each of told) expect(words).toContain(each);
});

test('a CSV has one line of heads, then the rows and the total', async () => {
  const { bytes } = await sample.fileOf('csv');
  const rows = parse(Buffer.from(bytes), {
    bom: true,
    delimiter: ';',
    relax_column_count: true,
  }) as string[][];
  expect(rows[0]?.slice(0, 3)).toEqual([
    'STT',
    'Lĩnh vực',
    '(3) Số hồ sơ nhận giải quyết: Tổng số',
  ]);
  expect(rows.slice(1, 4).map((cells) => Number(cells[2]))).toEqual([1200, 1200, 2400]);
});

test('the same state gives the same bytes, and every file is written down', async () => {
  for (const format of ['xlsx', 'pdf', 'csv'] as const) {
    const [one, other] = [await sample.fileOf(format), await sample.fileOf(format)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    expect(one.name).toMatch(new RegExp(`^ii-06a-tinh-binh-duong-.*[.]${format}$`));
  }
  expect(sample.recorded.at(-1)).toMatchObject({
    kind: 'report',
    by: 'Phân tích 1',
    format: 'csv',
  });
});

test('rows and total are of one state of the log: what came in between is asked again', async () => {
  const moving = exporter(fields, row('*', {}, 2), [7, 8, 9, 9]);
  await moving.fileOf('csv');
  expect(moving.askedTimes()).toBe(4);
});
