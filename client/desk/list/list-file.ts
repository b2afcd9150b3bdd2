import type { ListExport } from '../../../shared/export/export-request.ts';
import type { RecordsQuery } from '../../../shared/record/records.ts';
import type { Language } from '../../../shared/unit/format.ts';

/** A list as a file that leads back to `link`; a Vietnamese spreadsheet expects semicolons. */
export function listFile(
  list: RecordsQuery,
  title: string,
  language: Language,
  link: string,
): ListExport {
  return { list, title, language, separator: language === 'vi' ? 'semicolon' : 'comma', link };
}
