import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RecordRow } from '../../shared/record/records.ts';
import { isoDay, type LocalDay } from '../../shared/unit/local-day.ts';
import { pagesOf } from '../export/list-exporter.ts';
import { listCsv, listXlsx } from '../export/list-files.ts';
import type { ListJob } from '../export/list-table.ts';
import { createNaming } from '../export/naming.ts';
import { readPack } from '../source/pack.ts';

/** Writes a list of a million dossiers as CSV and XLSX, from rows made as they are asked for: time and memory of the writers. */
const TOTAL = Number(process.argv[2] ?? 1_000_000);
const PAGE = 500;
const FIRST_DAY = 19_358;

const naming = createNaming(readPack(path.resolve('fixtures/provinces/binh-duong')));
const { units, fields, agencies } = naming.pack.pack;

const job: ListJob = {
  title: 'Danh sách hồ sơ',
  list: { kind: 'dossier', unit: '74' },
  language: 'vi',
  stamp: { by: 'Phân tích 1', atMs: 0, classMark: 'Nội bộ', hash: '0'.repeat(64) },
  total: TOTAL,
  seq: TOTAL,
  asOf: '2024-01-01T02:00:00.000Z',
};

function rowAt(at: number): RecordRow {
  const day = (FIRST_DAY + (at % 365)) as LocalDay;
  const agency = agencies[at % agencies.length]?.code ?? 'H09.14';
  return {
    agency,
    code: `${agency}-${String(at).padStart(9, '0')}`,
    unit: units[at % units.length]?.code ?? '74',
    field: fields[at % fields.length]?.code ?? '',
    procedure: `1.00${at % 997}`,
    level: 'district',
    channel: 'online-full',
    status: '10',
    received: isoDay(day),
    due: isoDay((day + 20) as LocalDay),
    dueTime: null,
    closed: isoDay((day + 15 + (at % 9)) as LocalDay),
    state: at % 50 === 0 ? 'late' : 'on-time',
    lateDays: at % 50 === 0 ? 3 : -5,
    workingHoursLeft: null,
    apology: 'none',
  };
}

const pageAt = (offset: number) => ({
  rows: Array.from({ length: Math.min(PAGE, TOTAL - offset) }, (_, at) => rowAt(offset + at)),
  total: TOTAL,
});

async function measure(name: string) {
  const pages = pagesOf(pageAt(0), async (offset) => pageAt(offset));
  const file = name === 'csv' ? listCsv(job, pages, naming, 'comma') : listXlsx(job, pages, naming);
  let bytes = 0;
  let peak = 0;
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      bytes += chunk.length;
      peak = Math.max(peak, process.memoryUsage.rss());
      done();
    },
  });
  const before = process.memoryUsage.rss();
  const start = performance.now();
  await pipeline(file, sink);
  const seconds = (performance.now() - start) / 1000;
  const mb = (value: number) => `${(value / 2 ** 20).toFixed(0)} MB`;
  process.stdout.write(
    `${name}: ${TOTAL} rows in ${seconds.toFixed(1)} s (${Math.round(TOTAL / seconds)} rows/s), ${mb(bytes)}, ` +
      `resident ${mb(before)} before, ${mb(peak)} at most\n`,
  );
}

for (const name of ['csv', 'xlsx']) await measure(name);
