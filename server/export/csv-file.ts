import type { Language } from '../../shared/unit/format.ts';
import { type ExportJob, SEPARATORS, type SeparatorName } from './export-job.ts';
import type { Naming } from './naming.ts';
import { plainText } from './plain-text.ts';
import { factsOfItem, factsOfStamp } from './provenance.ts';
import { type TableCell, tableOf } from './table-of.ts';

export const BOM = '\ufeff';
const LINE_END = '\r\n';

export interface CsvStyle {
  readonly separator: SeparatorName;
  readonly language: Language;
}

/**
 * RFC 4180, quoted where needed. Numbers are unrounded to 12 places and have a decimal comma where the separator is a
 * semicolon, as spreadsheets in Vietnamese expect; else a point.
 */
export function csvLine(cells: readonly TableCell[], style: CsvStyle): string {
  const texts = cells.map((cell) =>
    cell.value === undefined
      ? plainText(cell.text === '—' ? '' : cell.text)
      : numberText(cell.value, style),
  );
  return (
    texts
      .map((text) => quoted(text, SEPARATORS[style.separator]))
      .join(SEPARATORS[style.separator]) + LINE_END
  );
}

function numberText(value: number, { separator }: CsvStyle): string {
  const text = String(Number(value.toPrecision(12)));
  return separator === 'semicolon' ? text.replace('.', ',') : text;
}

function quoted(text: string, separator: string): string {
  const isSafe = !/["\r\n]/.test(text) && !text.includes(separator) && text.trim() === text;
  return isSafe ? text : `"${text.replace(/"/g, '""')}"`;
}

/** Each item's table, then what it is; who exported it comes last, so that the first line is the head of a table. */
export function csvFile(job: ExportJob, naming: Naming): Buffer {
  const { language } = job;
  const line = (...texts: string[]) =>
    csvLine(
      texts.map((text) => ({ text })),
      job,
    );
  const parts = job.items.map((item) => {
    const { columns, rows } = tableOf(item, naming, language);
    const facts = factsOfItem(item, naming, language);
    return [
      line(...columns.map(({ title }) => title)),
      ...rows.map((row) => csvLine(row, job)),
      LINE_END,
      ...facts.map(({ label, text }) => line(label, text)),
      LINE_END,
    ].join('');
  });
  const stamp = factsOfStamp(job).map(({ label, text }) => line(label, text));
  return Buffer.from(BOM + parts.join('') + stamp.join(''), 'utf8');
}
