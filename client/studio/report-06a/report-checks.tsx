import type { ReportForm } from '../../../shared/measure/report-forms.ts';
import type { Row } from '../../../shared/query/answer.ts';
import { columnNumber, identityText, reportFaults } from '../../../shared/report/report-sheet.ts';
import { formatInteger, formatPercent } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { REPORT_WORDS } from './report-words.ts';

interface ReportChecksProps {
  readonly form: ReportForm;
  readonly rows: readonly Row[];
  readonly whole: Row;
  readonly nameOfRow: (key: string) => string;
}

/** Whether the form adds up, and where it does not. */
export function ReportChecks({ form, rows, whole, nameOfRow }: ReportChecksProps) {
  const { language } = useTileSurroundings();
  const words = REPORT_WORDS[language];
  const faults = reportFaults(form, rows, whole);
  const number = (measure: string) =>
    columnNumber(form.columns.findIndex((column) => column.measure === measure));
  return (
    <section className="report-checks" aria-label={words.identities}>
      {faults.length === 0 ? (
        <p>
          <span aria-hidden="true">✓ </span>
          {words.holds(form.identities.length, formatInteger(rows.length, language))}
        </p>
      ) : (
        <div role="alert" className="refusal">
          <p>{words.brokenTitle}</p>
          <ul>
            {faults.map(({ row, total, parts }) => (
              <li key={`${row} ${total} ${parts?.join()}`}>
                {words.broken(
                  row === '' ? words.total : nameOfRow(row),
                  number(total),
                  parts ? parts.map(number).join(' + ') : words.sumOfRows,
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="cell-note">
        {form.identities.map((identity) => identityText(form, identity)).join(' · ')}
      </p>
      <OnTime whole={whole} />
      <p className="cell-note">{words.extra}</p>
    </section>
  );
}

function OnTime({ whole }: { whole: Row }) {
  const { language } = useTileSurroundings();
  const value = (name: string) => whole.values[`dossier.${name}`]?.value ?? 0;
  const resolved = value('resolved');
  if (resolved === 0) return null;
  const rate = ((value('resolvedEarly') + value('resolvedOnDueDay')) / resolved) * 100;
  return <p className="cell-note">{REPORT_WORDS[language].rate(formatPercent(rate, language))}</p>;
}
