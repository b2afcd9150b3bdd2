import type { ReportForm } from '../measure/report-forms.ts';
import type { Answer, Row } from '../query/answer.ts';
import type { Query, QueryPeriod } from '../query/query.ts';

/** Level of an administrative dossier; `all` filters by none. */
export const REPORT_LEVELS = ['all', 'province', 'district', 'commune'] as const;
export type ReportLevel = (typeof REPORT_LEVELS)[number];
export const ROWS_BY = ['field', 'unit'] as const;
export type RowsBy = (typeof ROWS_BY)[number];

/** Units of which level stand for dossiers of a level: what is settled at the province's level, departments settle. */
const UNITS_OF = { province: 'department', district: 'district', commune: 'commune' } as const;

export interface ReportAsked {
  readonly form: ReportForm;
  readonly unit: string;
  readonly level: ReportLevel;
  readonly period: QueryPeriod;
  readonly by: RowsBy;
}

/** The question of the rows, and that of the total: the same without a split, so that it is a check and not a sum. */
export function reportQueries({ form, unit, level, period, by }: ReportAsked) {
  const whole: Query = {
    measures: form.columns.map(({ measure }) => measure),
    unit,
    period,
    ...(level !== 'all' && { filter: { level: [level] } }),
  };
  const rows: Query = {
    ...whole,
    by: [by],
    ...(by === 'unit' && level !== 'all' && { level: UNITS_OF[level] }),
  };
  return { whole, rows };
}

export interface ReportFault {
  /** Key of the row; '' for the total. */
  readonly row: string;
  readonly total: string;
  /** Undefined: the sum of the rows. */
  readonly parts: readonly string[] | undefined;
}

/** Where the form does not add up: its identities in every row and in the total, and the rows against the total. */
export function reportFaults(
  form: ReportForm,
  rows: readonly Row[],
  whole: Row | undefined,
): readonly ReportFault[] {
  const checked = [
    ...rows.map((row) => ({ key: row.key, row })),
    ...(whole ? [{ key: '', row: whole }] : []),
  ];
  const inside = checked.flatMap(({ key, row }) =>
    form.identities
      .filter(
        ({ total, parts }) => valueIn(row, total) !== sum(parts.map((part) => valueIn(row, part))),
      )
      .map(({ total, parts }) => ({ row: key, total, parts })),
  );
  const across = form.columns
    .filter(
      ({ measure }) =>
        whole && sum(rows.map((row) => valueIn(row, measure))) !== valueIn(whole, measure),
    )
    .map(({ measure }) => ({ row: '', total: measure, parts: undefined }));
  return [...inside, ...across];
}

const valueIn = (row: Row, measure: string) => row.values[measure]?.value ?? 0;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Rows with a dossier anywhere, in the order of the answer. */
export function filledRows({ rows }: Pick<Answer, 'rows'>, form: ReportForm): readonly Row[] {
  return rows.filter((row) => form.columns.some(({ measure }) => valueIn(row, measure) !== 0));
}

/** Numbers of the paper's columns: (3) to (13), and one that the paper has not. */
export function columnNumber(at: number): string {
  return at < 11 ? `(${at + 3})` : '(*)';
}

/** `(3) = (4) + (5) + (6)`. */
export function identityText(
  form: ReportForm,
  { total, parts }: Pick<ReportFault, 'total'> & { parts: readonly string[] },
): string {
  const number = (measure: string) =>
    columnNumber(form.columns.findIndex((column) => column.measure === measure));
  return `${number(total)} = ${parts.map(number).join(' + ')}`;
}
