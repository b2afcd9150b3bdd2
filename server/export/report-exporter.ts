import { createHash } from 'node:crypto';
import type { ReportExport, ReportParameters } from '../../shared/export/export-request.ts';
import { REPORT_FORMS, type ReportForm } from '../../shared/measure/report-forms.ts';
import type { Answer, Row } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import {
  columnNumber,
  filledRows,
  reportFaults,
  reportQueries,
} from '../../shared/report/report-sheet.ts';
import { REPORT_FORM_WORDS } from '../../shared/report/report-words.ts';
import { formatDay } from '../../shared/unit/format-time.ts';
import { isoInstant } from '../../shared/unit/instant.ts';
import { localDayOf, parseDay } from '../../shared/unit/local-day.ts';
import { periodText } from '../../shared/words/figure.ts';
import { nameOf } from '../../shared/words/names.ts';
import type { Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import type { ExportedFile } from '../http/exports.ts';
import { type AskingPorts, errorOf } from './asking.ts';
import { CONTENT_TYPES } from './export-job.ts';
import { type DoneExport, nameOfFile } from './exporter.ts';
import type { Naming } from './naming.ts';
import { instantText } from './provenance.ts';
import { reportCsv, reportXlsx } from './report-files.ts';
import type { ReportJob, ReportLine } from './report-job.ts';
import { reportPdf } from './report-pdf.ts';

export interface ReportPorts extends AskingPorts {
  naming(): Naming;
  record(done: DoneExport): Promise<void>;
}

/** Times that rows and total are asked together until both are of one state of the log. */
const MOST_ROUNDS = 5;

/** Statutory reports as files, answered within the scope of who asks and written down. */
export function createReportExporter(ports: ReportPorts) {
  return async (
    request: ReportExport,
    { format }: ReportParameters,
    who: Principal,
  ): Promise<ExportedFile> => {
    const form = REPORT_FORMS.find(({ id }) => id === request.form);
    if (!form) throw new IocError('IOC_HTTP_INVALID', { where: '/form', came: request.form });
    const queries = reportQueries({ ...request, form });
    const { rows, whole } = await askBoth(queries, ports, who);
    const job = jobOf({ request, form, rows, whole, by: who.name, atMs: ports.now() }, ports);
    const { title, stamp } = job;
    await ports.record({ by: who.name, kind: 'report', title, format, hash: stamp.hash });
    return {
      bytes: await bytesOfJob(job, format, request),
      contentType: CONTENT_TYPES[format],
      name: nameOfFile(`${request.form} ${job.reporter} ${job.period}`, stamp.atMs, format),
      hash: stamp.hash,
    };
  };
}

function bytesOfJob(
  job: ReportJob,
  format: ReportParameters['format'],
  { separator = 'comma' }: ReportExport,
): Promise<Uint8Array> | Uint8Array {
  if (format === 'pdf') return reportPdf(job);
  return format === 'xlsx' ? reportXlsx(job) : reportCsv(job, separator);
}

interface Both {
  readonly rows: Answer;
  readonly whole: Answer;
}

async function askBoth(
  queries: { readonly rows: Query; readonly whole: Query },
  ports: AskingPorts,
  who: Principal,
): Promise<Both> {
  const ask = async (query: Query): Promise<Answer> => {
    const answer = await ports.ask(query, who);
    if ('refused' in answer) throw errorOf(answer.refused);
    return answer;
  };
  const askAbout = async (asOf?: string): Promise<Both> => {
    const about = asOf === undefined ? {} : { asOf };
    const [rows, whole] = await Promise.all([
      ask({ ...queries.rows, ...about }),
      ask({ ...queries.whole, ...about }),
    ]);
    return { rows, whole };
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const both = await askAbout();
    if (both.rows.seq === both.whole.seq) return both;
  }
  return askAbout(isoInstant(ports.now()));
}

interface Content extends Both {
  readonly request: ReportExport;
  readonly form: ReportForm;
  readonly by: string;
  readonly atMs: number;
}

function jobOf(content: Content, { naming }: ReportPorts): ReportJob {
  const { request, form, rows, whole, by, atMs } = content;
  const { language = 'vi', unit, level } = request;
  const words = REPORT_FORM_WORDS[language];
  const { pack, names, territory } = naming();
  const day = (text: string) => formatDay(parseDay(text) ?? localDayOf(atMs));
  const borders = territory.on(parseDay(whole.period.to) ?? localDayOf(atMs));
  const valuesOf = (row: Row | undefined) =>
    form.columns.map(({ measure }) => row?.values[measure]?.value ?? null);
  const lineOf = (row: Row): ReportLine => {
    const code = row[request.by] ?? row.key;
    return { name: nameOf(names, request.by, code, language, borders), values: valuesOf(row) };
  };
  const filled = filledRows(rows, form);
  const total = whole.rows[0];
  const reporter =
    unit === pack.pack.root ? pack.pack.name[language] : (borders.unit(unit)?.name ?? unit);
  return {
    form,
    language,
    title: words.title,
    reporter,
    level: words.levels[level],
    period: periodText(`${whole.period.from}/${whole.period.to}`, language),
    days: words.days(day(whole.period.from), day(whole.period.to)),
    asOf: words.asOf(instantText(Date.parse(whole.asOf))),
    rowHead: words.rowHead[request.by],
    lines: filled.map(lineOf),
    total: valuesOf(total),
    check: checkOf(form, filled, total, lineOf, words),
    isDemo: pack.pack.demo === true,
    stamp: {
      by,
      atMs,
      hash: createHash('sha256')
        .update(JSON.stringify([request, filled, total ?? null]))
        .digest('hex'),
    },
  };
}

function checkOf(
  form: ReportForm,
  rows: readonly Row[],
  total: Row | undefined,
  lineOf: (row: Row) => ReportLine,
  words: (typeof REPORT_FORM_WORDS)['vi' | 'en'],
): string {
  const faults = reportFaults(form, rows, total);
  if (faults.length === 0) return words.holds;
  const places = faults.map(({ row, total: measure }) => {
    const found = rows.find(({ key }) => key === row);
    const at = form.columns.findIndex((column) => column.measure === measure);
    return `${found ? lineOf(found).name : words.total} ${columnNumber(at)}`;
  });
  return `${words.broken}: ${places.join('; ')}`;
}
