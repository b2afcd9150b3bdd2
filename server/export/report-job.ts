import type { ReportForm } from '../../shared/measure/report-forms.ts';
import type { Language } from '../../shared/unit/format.ts';
import type { Stamp } from './export-job.ts';

/** A row of a form: what it is of, and a value for each column. */
export interface ReportLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** A statutory report, filled in; all texts in the language of the file. */
export interface ReportJob {
  readonly form: ReportForm;
  readonly language: Language;
  readonly title: string;
  readonly reporter: string;
  readonly level: string;
  readonly period: string;
  readonly days: string;
  readonly asOf: string;
  readonly rowHead: string;
  readonly lines: readonly ReportLine[];
  readonly total: readonly (number | null)[];
  /** Whether the form adds up, and where it does not. */
  readonly check: string;
  readonly isDemo: boolean;
  readonly stamp: Pick<Stamp, 'by' | 'atMs' | 'hash'>;
}
