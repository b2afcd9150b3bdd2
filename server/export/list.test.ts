import { parse } from 'csv-parse/sync';
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { ListExport } from '../../shared/export/export-request.ts';
import type { RecordRow, RecordsQuery } from '../../shared/record/records.ts';
import type { DoneExport } from './exporter.ts';
import { createListExporter } from './list-exporter.ts';
import { sheetOf } from './read-back.contract.ts';
import { naming } from './sample-job.contract.ts';
import { bytesOf } from './zip-file.ts';

const who = { role: 'operator', name: 'Trực ca 1', scope: ['74'] } as const;

function rowAt(at: number): RecordRow {
  return {
    agency: 'H09.14',
    code: at === 1 ? '=cmd|"/C calc"!A0' : `H09.14-${at}`,
    unit: '718',
    field: 'dat-dai',
    procedure: 'tt-dat-dai-1',
    level: 'district',
    channel: 'online-full',
    status: '4',
    received: '2023-12-01',
    due: at % 2 ? '2023-12-29' : null,
    dueTime: null,
    closed: null,
    state: at % 2 ? 'open-late' : 'in-term',
    lateDays: at % 2 ? 3 : -2,
    workingHoursLeft: at % 2 ? 0 : 7.5,
    apology: 'none',
  };
}

function sampleExporter(total: number) {
  const asked: RecordsQuery[] = [];
  const done: DoneExport[] = [];
  const exportList = createListExporter({
    records: async (query) => {
      asked.push(query);
      const { offset = 0, limit = 0 } = query;
      const count = Math.max(0, Math.min(limit, total - offset));
      const rows = Array.from({ length: count }, (_, at) => rowAt(offset + at));
      return { total, seq: 7, asOf: '2024-01-01T02:00:00.000Z', rows };
    },
    naming: () => naming,
    now: () => Date.parse('2024-01-01T02:05:00Z'),
    record: async (each) => {
      done.push(each);
    },
  });
  const run = async (format: 'csv' | 'xlsx' | 'pdf', more: Partial<ListExport> = {}) => {
    const list = { kind: 'dossier', unit: '718', filter: { state: 'open-late' } } as const;
    const file = await exportList({ list, ...more }, { format }, who);
    const { content } = file;
    return { ...file, bytes: content instanceof Uint8Array ? content : await bytesOf(content) };
  };
  return { run, asked, done };
}

describe('a list of dossiers as a file', () => {
  it('has every row once, read page by page, and says what it is after them', async () => {
    const { run, asked, done } = sampleExporter(1203);
    const { bytes, name } = await run('csv');
    const rows = parse(bytes, { bom: true, relax_column_count: true }) as string[][];
    const codes = rows.slice(1, 1204).map(([code]) => code);
    expect(new Set(codes).size).toBe(1203);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 500, 1000]);
    expect(name).toBe('danh-sach-ho-so-2024-01-01.csv');
    const text = rows.flat().join(' | ');
    for (const fact of ['Thủ Dầu Một', 'đang giải quyết, quá hạn', 'Trực ca 1', 'Nội bộ', '1203'])
      expect(text).toContain(fact);
    expect(done).toMatchObject([{ by: 'Trực ca 1', kind: 'list', format: 'csv' }]);
  });

  it('keeps days and numbers as such in a workbook, and a formula as text', async () => {
    const { run } = sampleExporter(3);
    const [head = [], ...rows] = await sheetOf((await run('xlsx')).bytes, 'Số liệu', 20);
    const cell = (row: number, title: string) => rows[row]?.[head.indexOf(title)];
    expect(cell(1, 'Mã hồ sơ')).toBe('=cmd|"/C calc"!A0');
    // 29/12/2023 as a workbook counts days.
    expect(cell(1, 'Hạn trả')).toBe('45289');
    expect(cell(1, 'Số ngày trễ')).toBe('3');
    expect(cell(0, 'Giờ làm việc còn lại')).toBe('7.5');
  });

  it('has each code beside its name', async () => {
    const { run } = sampleExporter(1);
    const [head = [], row = []] = parse((await run('csv')).bytes, {
      bom: true,
      relax_column_count: true,
    }) as string[][];
    const pairs = [
      ['Mã đơn vị', '718', 'Đơn vị', 'Thủ Dầu Một'],
      ['Mã lĩnh vực', 'dat-dai', 'Lĩnh vực', 'Đất đai'],
      ['Mã thủ tục', 'tt-dat-dai-1', 'Thủ tục', 'Đất đai: thủ tục 1 (minh họa)'],
      ['Mã trạng thái', '4', 'Trạng thái', 'Đang xử lý'],
    ];
    for (const [code = '', value, name = '', text] of pairs)
      expect([row[head.indexOf(code)], row[head.indexOf(name)]]).toEqual([value, text]);
    expect(row[head.indexOf('Cơ quan')]).not.toBe(row[head.indexOf('Mã cơ quan')]);
  });

  it('is a PDF whose text can be read', async () => {
    const { run } = sampleExporter(120);
    const { bytes } = await run('pdf', { title: 'Hồ sơ quá hạn của Thủ Dầu Một' });
    const { text, totalPages } = await extractText(new Uint8Array(bytes), { mergePages: true });
    expect(totalPages).toBe(8);
    for (const fact of [
      'Hồ sơ quá hạn của Thủ Dầu Một',
      'H09.14-119',
      '29/12/2023',
      'Trực ca 1',
      'Trực tuyến toàn trình',
      'Cấp huyện',
      'Giờ còn lại',
      'chưa có',
      '7,5',
    ])
      expect(text.normalize('NFC')).toContain(fact);
  });

  it('says in words which dossiers it has', async () => {
    const { run } = sampleExporter(1);
    const list = {
      kind: 'dossier' as const,
      unit: '718',
      filter: { field: ['dat-dai'], closedFrom: '2023-12-25', withoutApology: true },
    } satisfies ListExport['list'];
    const text = (await run('csv', { list })).bytes.toString();
    for (const fact of ['Lĩnh vực: Đất đai', 'Kết thúc từ: 25/12/2023', 'Chưa có thư xin lỗi: có'])
      expect(text).toContain(fact);
  });

  it('is refused where it is longer than its format holds', async () => {
    const { run, done } = sampleExporter(1_048_576);
    await expect(run('xlsx')).rejects.toMatchObject({ code: 'IOC_EXPORT_TOO_LARGE', status: 413 });
    await expect(run('pdf')).rejects.toMatchObject({ code: 'IOC_EXPORT_TOO_LARGE' });
    expect(done).toEqual([]);
  });

  it('has the same bytes for the same state', async () => {
    const { run } = sampleExporter(40);
    for (const format of ['csv', 'xlsx', 'pdf'] as const) {
      const first = await run(format);
      expect((await run(format)).bytes.equals(first.bytes), format).toBe(true);
    }
  });
});
