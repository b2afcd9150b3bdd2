import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rowMapper } from './map-row.ts';
import { type Mapping, readMapping } from './mapping.ts';
import { readRows } from './rows.ts';
import { zipOf } from './sample-workbook.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'ioc-forms-'));
afterAll(() => rmSync(scratch, { recursive: true }));
let files = 0;
function fileOf(content: string | Buffer): string {
  const file = path.join(scratch, `${files++}`);
  writeFileSync(file, content);
  return file;
}
const EVENT: Mapping['events'][number] = {
  kind: 'observation',
  time: { constant: '2024-01-01T00:00:00+07:00' },
  data: {},
};
const mappingOf = (rest: Partial<Mapping>): Mapping => ({
  format: 'csv',
  source: 'test',
  events: [EVENT],
  ...rest,
});
async function rowsOf(content: string | Buffer, rest: Partial<Mapping>) {
  const rows = [];
  for await (const { row } of readRows(fileOf(content), mappingOf(rest))) rows.push(row);
  return rows;
}
function valueIn(
  data: Mapping['events'][number]['data'],
  row: object,
  rest: Partial<Mapping> = {},
) {
  const [mapped] = rowMapper(mappingOf({ events: [{ ...EVENT, data }], ...rest }))({ ...row });
  if (!mapped || 'fault' in mapped) return mapped?.fault.message;
  return JSON.parse(mapped.line).data;
}

describe('rows', () => {
  it('that lie deep in a JSON file come with the plain fields around them', async () => {
    const text = JSON.stringify({
      report: [
        {
          code: 'a',
          data: [
            [1, 2],
            [3, 4],
          ],
        },
        { code: 'b', data: [] },
      ],
    });
    expect(await rowsOf(text, { format: 'json', json: { rows: 'report[].data[]' } })).toEqual([
      { code: 'a', 0: 1, 1: 2 },
      { code: 'a', 0: 3, 1: 4 },
    ]);
    const missing = rowsOf('{"report":{}}', { format: 'json', json: { rows: 'report[].data[]' } });
    await expect(missing).rejects.toMatchObject({ code: 'IOC_SOURCE_FILE' });
  });

  it('of a wide table become one for each column that is not kept', async () => {
    const unpivot = { keep: ['date'], name: 'province', value: 'cases' };
    expect(await rowsOf('date,Huế,Hà Nội\n2021-05-01,3,4\n', { unpivot })).toEqual([
      { date: '2021-05-01', province: 'Huế', cases: '3' },
      { date: '2021-05-01', province: 'Hà Nội', cases: '4' },
    ]);
  });

  it('are only those a table knows, in whatever form of Unicode', async () => {
    const tables = { province: { Huế: '46' } };
    const only = [{ column: 'name', table: 'province' }];
    const text = `name,n\n${'Huế'.normalize('NFD')},1\nNơi khác,2\n`;
    expect((await rowsOf(text, { tables, only })).map(({ n }) => n)).toEqual(['1']);
  });
});

describe('a workbook', () => {
  const XLSX = { sheet: ' Số liệu ', firstRow: 2, columns: { name: 'A', n: 'C', note: 'D' } };
  const parts = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Bìa" r:id="r1"/><sheet name="Số liệu" r:id="r2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Tên</t></si><si><r><t>Bình </t></r><r><t>Dương</t></r></si></sst>',
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><f>1+1</f><v>839.575</v></c><c r="D2" t="e"><v>#N/A</v></c></row>
      <row r="3"><c r="A3" t="inlineStr"><is><t>Tây Ninh</t></is></c></row></sheetData></worksheet>`,
  };

  it('gives the rows of a sheet by its name, as they were saved, errors as nothing', async () => {
    expect(await rowsOf(zipOf(parts), { format: 'xlsx', xlsx: XLSX })).toEqual([
      { name: 'Bình Dương', n: '839.575', note: '' },
      { name: 'Tây Ninh', n: '', note: '' },
    ]);
  });

  it('without the sheet, or no workbook at all, is refused with what there is', async () => {
    const other = rowsOf(zipOf(parts), { format: 'xlsx', xlsx: { ...XLSX, sheet: 'Khác' } });
    await expect(other).rejects.toThrow('Bìa, Số liệu');
    const text = rowsOf('not a zip file', { format: 'xlsx', xlsx: XLSX });
    await expect(text).rejects.toMatchObject({ code: 'IOC_SOURCE_FILE' });
  });

  it('that would unpack to more than it may, or lies about it, is refused', async () => {
    const bomb = rowsOf(zipOf(parts, 2 ** 30), { format: 'xlsx', xlsx: XLSX });
    await expect(bomb).rejects.toThrow('at most');
    const liar = rowsOf(zipOf(parts, 10), { format: 'xlsx', xlsx: XLSX });
    await expect(liar).rejects.toMatchObject({ code: 'IOC_SOURCE_FILE' });
  });
});

describe('values', () => {
  it.each([
    ['2.154', 2154],
    ['2.18', 2180],
    ['288', 288],
    ['1.234.5', 1_234_500],
  ])('%s with points for thousands is %i', (text, expected) => {
    expect(valueIn({ v: { column: 'n', as: 'grouped-number' } }, { n: text })).toEqual({
      v: expected,
    });
  });

  it('that are no grouped number are refused', () => {
    expect(valueIn({ v: { column: 'n', as: 'grouped-number' } }, { n: '2,154' })).toContain(
      'a number',
    );
  });

  it.each([
    ['yyyy-MM', '2024-12', 'month', '2024-12'],
    ['yyyy-MM-dd', '2024-12-29', 'quarter', '2024-Q4'],
    ['yyyy', '2022', 'year', '2022'],
    ['epoch-ms', '1622958421000', 'day', '2021-06-06'],
    ['excel-days', '45291', 'day', '2023-12-31'],
    ['excel-days', '45291.75', 'instant', '2023-12-31T11:00:00.000Z'],
  ] as const)('%s %s as a %s is %s', (date, text, as, expected) => {
    expect(valueIn({ v: { column: 'd', date, as } }, { d: text })).toEqual({ v: expected });
  });

  it('come from tables by name, and a text outside is told with the table', () => {
    const tables = {
      province: { Huế: '46', ...Object.fromEntries([...'abcdefghijklm'].map((x) => [x, x])) },
    };
    const data = { v: { column: 'p', table: 'province' } };
    expect(valueIn(data, { p: 'Huế' }, { tables })).toEqual({ v: '46' });
    expect(valueIn(data, { p: 'Hue' }, { tables })).toContain('table province');
    expect(() => rowMapper(mappingOf({ events: [{ ...EVENT, data }] }))).toThrow(
      'a table province',
    );
  });

  it('missing in a column that an event needs make no event', () => {
    const mapping = mappingOf({ events: [{ ...EVENT, where: ['n'] }] });
    expect(rowMapper(mapping)({ n: '' })).toEqual([]);
    expect(rowMapper(mapping)({ n: '1' })).toHaveLength(1);
  });
});

describe('a mapping file', () => {
  it('finds its tables beside itself', () => {
    writeFileSync(path.join(scratch, 'names.json'), '{"Huế":"46"}');
    const file = path.join(scratch, 'mapping.json');
    writeFileSync(file, JSON.stringify(mappingOf({ tables: { province: 'names.json' } })));
    expect(readMapping(file).tables).toEqual({ province: { Huế: '46' } });
    writeFileSync(path.join(scratch, 'names.json'), '[1]');
    expect(() => readMapping(file)).toThrow('texts and what they stand for');
  });

  it('of a workbook says which sheet', () => {
    const file = path.join(scratch, 'workbook.json');
    writeFileSync(file, JSON.stringify(mappingOf({ format: 'xlsx' })));
    expect(() => readMapping(file)).toThrow('sheet, firstRow and columns');
  });
});
