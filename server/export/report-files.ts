import type { ReportForm } from '../../shared/measure/report-forms.ts';
import { columnNumber } from '../../shared/report/report-sheet.ts';
import { REPORT_FORM_WORDS } from '../../shared/report/report-words.ts';
import { BOM, csvLine } from './csv-file.ts';
import type { SeparatorName } from './export-job.ts';
import { stampText } from './provenance.ts';
import type { ReportJob, ReportLine } from './report-job.ts';
import type { TableCell } from './table-of.ts';
import { columnName, coreProperties, NumberStyles, STYLE, workbookParts } from './xlsx-parts.ts';
import { rowXml, type SheetCell, sheetEnd, sheetStart } from './xlsx-sheet.ts';
import { bytesOf, createArchive } from './zip-file.ts';

/** Columns of the form before those of figures: number and name of a row. */
const BEFORE = 2;

/** Groups of neighbouring columns, each with its first place and how many there are. */
export function groupsOf({ columns }: ReportForm) {
  const groups: {
    readonly group: ReportForm['columns'][number]['group'];
    at: number;
    count: number;
  }[] = [];
  for (const [at, { group }] of columns.entries()) {
    const last = groups.at(-1);
    if (last?.group === group) last.count += 1;
    else groups.push({ group, at, count: 1 });
  }
  return groups;
}

/** What stands below the figures, in order. */
export function notesOf({ check, asOf, stamp, language, isDemo }: ReportJob): string[] {
  const words = REPORT_FORM_WORDS[language];
  const demo = language === 'vi' ? 'Dữ liệu minh họa' : 'Demo data';
  const told = stampText({ ...stamp, classMark: '' }, language);
  return [
    words.extra,
    `${check}.`,
    [asOf, told, `#${stamp.hash.slice(0, 16)}`].join(' · '),
    ...(isDemo ? [demo] : []),
  ];
}

/** `Kỳ báo cáo: năm 2023 (từ ngày … đến ngày …), mọi cấp` */
export function periodLine({ period, days, level, language }: ReportJob): string {
  return `${REPORT_FORM_WORDS[language].period}: ${period} (${days}), ${level}`;
}

/** The rows of the form alone, under one line of heads: for who goes on counting. */
export function reportCsv(job: ReportJob, separator: SeparatorName): Buffer {
  const { form, language, lines, total, rowHead } = job;
  const words = REPORT_FORM_WORDS[language];
  const style = { separator, language };
  const line = (...texts: string[]) =>
    csvLine(
      texts.map((text) => ({ text })),
      style,
    );
  const row = (number: string, { name, values }: ReportLine) => {
    const figures = values.map(
      (value): TableCell => (value === null ? { text: '' } : { text: '', value }),
    );
    return csvLine([{ text: number }, { text: name }, ...figures], style);
  };
  const heads = form.columns.map(
    ({ group, name }, at) => `${columnNumber(at)} ${group[language]}: ${name[language]}`,
  );
  const whole = { name: words.total, values: total };
  return Buffer.from(
    [
      BOM,
      line(words.number, rowHead, ...heads),
      ...lines.map((each, at) => row(String(at + 1), each)),
      row('', whole),
      '\r\n',
      line(words.form, job.title),
      line(words.reporter, job.reporter),
      line(periodLine(job)),
      ...notesOf(job).map((note) => line(note)),
    ].join(''),
  );
}

/** The form as a sheet: typed numbers in boxes, heads over two rows, the columns’ numbers, places to sign. */
export function reportXlsx(job: ReportJob): Promise<Buffer> {
  const { title, stamp } = job;
  const archive = createArchive();
  const properties = coreProperties(`${job.form.id} ${title}`, stamp.by, stamp.atMs);
  for (const [path, xml] of workbookParts([job.form.id], properties)) archive.add(path, xml);
  archive.add('xl/styles.xml', new NumberStyles().xml());
  archive.add('xl/worksheets/sheet1.xml', sheetXml(job));
  return bytesOf(archive.end());
}

/** First row of the heads; above it stand title and scope. */
const HEAD_ROW = 7;
/** Room for three lines of a head, points. */
const HEAD_HEIGHTS = [42, 42] as const;
const WIDTHS = { number: 6, name: 34, figure: 11 } as const;

function sheetXml(job: ReportJob): string {
  const { columns } = job.form;
  const width = BEFORE + columns.length;
  const first = HEAD_ROW + 3;
  const end = first + job.lines.length;
  const signRow = end + 3 + notesOf(job).length;
  const widths = [WIDTHS.number, WIDTHS.name, ...columns.map(() => WIDTHS.figure)];
  const rows = [
    ...topRows(job, width),
    ...headRows(job),
    ...job.lines.map((line, at) => rowXml(first + at, lineCells(String(at + 1), line, 'line'))),
    rowXml(
      end,
      lineCells('', { name: REPORT_FORM_WORDS[job.language].total, values: job.total }, 'total'),
    ),
    ...notesOf(job).map((text, at) => rowXml(end + 2 + at, [{ text }])),
    ...signRows(job, signRow, width),
  ];
  return (
    sheetStart(widths, HEAD_ROW + 2) +
    rows.join('') +
    sheetEnd(undefined, mergesOf(job, width, signRow))
  );
}

function topRows(job: ReportJob, width: number): string[] {
  const words = REPORT_FORM_WORDS[job.language];
  const right = (text: string): (SheetCell | undefined)[] => [
    ...new Array<undefined>(width - 7).fill(undefined),
    { text },
  ];
  const [first, second] = [
    right(`${words.reporter}: ${job.reporter}`),
    right(`${words.receiver}: ……………………`),
  ];
  return [
    rowXml(1, [{ text: words.form, style: STYLE.title }, ...first.slice(1)]),
    rowXml(2, [{ text: words.issued }, ...second.slice(1)]),
    rowXml(4, [{ text: job.title.toLocaleUpperCase('vi'), style: STYLE.centred }]),
    rowXml(5, [{ text: periodLine(job), style: STYLE.centred }]),
    rowXml(6, right(words.countedIn)),
  ];
}

function headRows({ form, language, rowHead }: ReportJob): string[] {
  const words = REPORT_FORM_WORDS[language];
  const head = (text: string): SheetCell => ({ text, style: STYLE.formHead });
  const groups = form.columns.map(({ group }, at) =>
    head(form.columns[at - 1]?.group === group ? ' ' : group[language]),
  );
  const names = form.columns.map(({ name }) => head(name[language]));
  const numbers = ['(1)', '(2)', ...form.columns.map((_, at) => columnNumber(at))];
  const [tallest, tall] = HEAD_HEIGHTS;
  return [
    rowXml(HEAD_ROW, [head(words.number), head(rowHead), ...groups], tallest),
    rowXml(HEAD_ROW + 1, [head(' '), head(' '), ...names], tall),
    rowXml(HEAD_ROW + 2, numbers.map(head)),
  ];
}

function lineCells(
  number: string,
  { name, values }: ReportLine,
  kind: 'line' | 'total',
): SheetCell[] {
  const [text, figure] =
    kind === 'total' ? [STYLE.formTotalText, STYLE.formTotal] : [STYLE.formText, STYLE.formNumber];
  return [
    number === '' ? { text: ' ', style: text } : { value: Number(number), style: figure },
    { text: name, style: text },
    ...values.map(
      (value): SheetCell =>
        value === null ? { text: ' ', style: text } : { value, style: figure },
    ),
  ];
}

/** Columns that each of the two places to sign spans. */
const SIGNED = 5;

function signRows({ language }: ReportJob, at: number, width: number): string[] {
  const words = REPORT_FORM_WORDS[language];
  const pair = (left: string, right: string) => {
    const cell = (text: string): SheetCell => ({ text, style: STYLE.centred });
    const between = new Array<undefined>(width - SIGNED - 2).fill(undefined);
    return [undefined, cell(left), ...between, cell(right)];
  };
  return [
    rowXml(at, pair(words.drawnUpBy, words.head)),
    rowXml(at + 1, pair(words.sign, words.sign)),
  ];
}

function mergesOf({ form }: ReportJob, width: number, signRow: number): string[] {
  const across = (row: number) => `A${row}:${columnName(width - 1)}${row}`;
  const groups = groupsOf(form)
    .filter(({ count }) => count > 1)
    .map(({ at, count }) => {
      const [from, to] = [columnName(BEFORE + at), columnName(BEFORE + at + count - 1)];
      return `${from}${HEAD_ROW}:${to}${HEAD_ROW}`;
    });
  const tall = ['A', 'B'].map((column) => `${column}${HEAD_ROW}:${column}${HEAD_ROW + 1}`);
  const [from, to] = [columnName(width - SIGNED), columnName(width - 1)];
  const signed = [signRow, signRow + 1].flatMap((row) => [
    `B${row}:E${row}`,
    `${from}${row}:${to}${row}`,
  ]);
  return [across(4), across(5), ...tall, ...groups, ...signed];
}
