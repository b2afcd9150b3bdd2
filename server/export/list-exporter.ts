import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { ListExport, ListParameters } from '../../shared/export/export-request.ts';
import {
  MAX_RECORDS,
  type RecordRow,
  type RecordsAnswer,
  type RecordsQuery,
} from '../../shared/record/records.ts';
import type { Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import type { ExportedList } from '../http/exports.ts';
import { CONTENT_TYPES } from './export-job.ts';
import { type DoneExport, nameOfFile } from './exporter.ts';
import { listCsv, listXlsx, MOST_SHEET_ROWS } from './list-files.ts';
import { listPdf, MOST_PDF_ROWS } from './list-pdf.ts';
import type { ListJob, ListPages } from './list-table.ts';
import type { Naming } from './naming.ts';

export interface ListPorts {
  records(query: RecordsQuery, who: Principal): Promise<RecordsAnswer>;
  naming(): Naming;
  /** The server's clock, ms. */
  now(): number;
  record(done: DoneExport): Promise<void>;
}

const MOST_ROWS = { csv: Number.POSITIVE_INFINITY, xlsx: MOST_SHEET_ROWS, pdf: MOST_PDF_ROWS };
const TITLE = { vi: 'Danh sách hồ sơ', en: 'List of dossiers' } as const;

/** Lists of single dossiers as files that grow while they are sent; written down before the first row leaves. */
export function createListExporter(ports: ListPorts) {
  return async (
    request: ListExport,
    { format }: ListParameters,
    who: Principal,
  ): Promise<ExportedList> => {
    const list = { ...request.list, offset: 0, limit: MAX_RECORDS };
    const first = await ports.records(list, who);
    const job = jobOf(request, first, who, ports.now());
    if (first.total > MOST_ROWS[format]) {
      throw new IocError('IOC_EXPORT_TOO_LARGE', {
        expected: `${MOST_ROWS[format]} rows`,
        came: first.total,
      });
    }
    const { title, stamp } = job;
    await ports.record({ by: who.name, kind: 'list', title, format, hash: stamp.hash });
    const pages = pagesOf(first, (offset) => ports.records({ ...list, offset }, who));
    return {
      content: await contentOf(job, pages, ports.naming(), request, format),
      contentType: CONTENT_TYPES[format],
      name: nameOfFile(title, stamp.atMs, format),
      hash: stamp.hash,
      title,
      rows: first.total,
      classMark: stamp.classMark,
    };
  };
}

async function contentOf(
  job: ListJob,
  pages: ListPages,
  naming: Naming,
  { separator = 'comma' }: ListExport,
  format: ListParameters['format'],
): Promise<Readable | Buffer> {
  if (format === 'csv') return listCsv(job, pages, naming, separator);
  return format === 'xlsx' ? listXlsx(job, pages, naming) : listPdf(job, pages, naming);
}

function jobOf(
  { list, title, language = 'vi', classMark, link }: ListExport,
  { total, seq, asOf }: RecordsAnswer,
  { name }: Principal,
  atMs: number,
): ListJob {
  const hash = createHash('sha256')
    .update(JSON.stringify([list, seq]))
    .digest('hex');
  const mark = classMark ?? (language === 'vi' ? 'Nội bộ' : 'Internal');
  const stamp = { by: name, atMs, classMark: mark, link, hash };
  return { title: title ?? TITLE[language], list, language, stamp, total, seq, asOf };
}

/**
 * Page after page, each read when the one before has been written: never more than one is held. What the log takes in
 * meanwhile is in the later ones.
 */
export async function* pagesOf(
  first: Pick<RecordsAnswer, 'rows' | 'total'>,
  read: (offset: number) => Promise<Pick<RecordsAnswer, 'rows'>>,
): AsyncGenerator<readonly RecordRow[]> {
  let rows: readonly RecordRow[] = first.rows;
  let offset = 0;
  while (rows.length > 0) {
    yield rows;
    offset += rows.length;
    if (offset >= first.total) return;
    rows = (await read(offset)).rows;
  }
}
