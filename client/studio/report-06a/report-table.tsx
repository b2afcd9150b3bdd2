import type { ReportForm } from '../../../shared/measure/report-forms.ts';
import type { Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import { columnNumber, type RowsBy } from '../../../shared/report/report-sheet.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { formatInteger, NO_VALUE } from '../../../shared/unit/format.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { type CellAsked, listAddress } from './report-links.ts';
import { REPORT_WORDS } from './report-words.ts';

interface ReportTableProps {
  readonly form: ReportForm;
  readonly by: RowsBy;
  readonly rows: readonly Row[];
  readonly whole: Row;
  readonly queries: { readonly rows: Query; readonly whole: Query };
  readonly borders: Borders;
  readonly asked: Omit<CellAsked, 'row'>;
}

/** The form in the paper's own order: groups, columns, their numbers, a row each, the total. */
export function ReportTable(props: ReportTableProps) {
  const { form, by, rows, whole } = props;
  const { language, names } = useTileSurroundings();
  const words = REPORT_WORDS[language];
  const named = (row: Row) => nameOf(names, by, row[by] ?? '', language, props.borders);
  return (
    <table className="sheet-table report-table">
      <ReportHead form={form} by={by} />
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.key}>
            <td className="number">{at + 1}</td>
            <th scope="row">{named(row)}</th>
            {form.columns.map(({ measure }) => (
              <td key={measure} className="number">
                <ReportCell {...props} row={row} measure={measure} title={named(row)} />
              </td>
            ))}
          </tr>
        ))}
        <tr className="report-total">
          <td />
          <th scope="row">{words.total}</th>
          {form.columns.map(({ measure }) => (
            <td key={measure} className="number">
              <ReportCell {...props} row={whole} measure={measure} title={words.total} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function ReportHead({ form, by }: Pick<ReportTableProps, 'form' | 'by'>) {
  const { language } = useTileSurroundings();
  const words = REPORT_WORDS[language];
  const groups = [...new Set(form.columns.map(({ group }) => group))];
  const width = (group: (typeof groups)[number]) =>
    form.columns.filter((column) => column.group === group).length;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {words.number}
        </th>
        <th scope="col" rowSpan={2}>
          {words.rowHead[by]}
        </th>
        {groups.map((group) => (
          <th key={group.en} scope="colgroup" colSpan={width(group)} className="report-group">
            {group[language]}
          </th>
        ))}
      </tr>
      <tr>
        {form.columns.map(({ measure, name }) => (
          <th key={measure} scope="col" className="number">
            {name[language]}
          </th>
        ))}
      </tr>
      <tr className="report-numbers">
        <td className="number">(1)</td>
        <td>(2)</td>
        {form.columns.map(({ measure }, at) => (
          <td key={measure} className="number">
            {columnNumber(at)}
          </td>
        ))}
      </tr>
    </thead>
  );
}

interface ReportCellProps extends ReportTableProps {
  readonly row: Row;
  readonly measure: string;
  readonly title: string;
}

/** A number leads to the list of the dossiers it counts, else to its card. */
function ReportCell({ row, whole, measure, title, by, asked, queries }: ReportCellProps) {
  const { language, measures, openFigure } = useTileSurroundings();
  const words = REPORT_WORDS[language];
  const value = row.values[measure]?.value;
  if (typeof value !== 'number') return NO_VALUE;
  const text = formatInteger(value, language);
  const isTotal = row === whole;
  const name = `${title}, ${measures.get(measure)?.shortName[language] ?? measure}: ${text}`;
  const list = listAddress(measure, { ...asked, row: isTotal ? undefined : row[by] });
  if (list !== undefined && value > 0)
    return (
      <a className="report-cell" href={list} aria-label={`${name}, ${words.openList}`}>
        {text}
      </a>
    );
  const query = isTotal ? queries.whole : queries.rows;
  return (
    <button
      type="button"
      className="report-cell"
      aria-label={`${name}, ${words.openCard}`}
      onClick={() => openFigure({ measure, query, row: row.key, title })}
    >
      {text}
    </button>
  );
}
