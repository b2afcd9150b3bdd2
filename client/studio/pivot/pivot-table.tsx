import type { CSSProperties } from 'react';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { formatPeriod, formatPeriodShort } from '../../../shared/unit/format-time.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { dimensionWord } from '../dimension-words.ts';
import { sentence } from '../sentence.ts';
import { type Pivot, type PivotSides, type Side, shadesOf } from './pivot.ts';
import { PIVOT_WORDS } from './pivot-words.ts';

interface PivotTableProps {
  readonly pivot: Pivot;
  readonly sides: PivotSides;
  readonly measure: Measure;
  readonly borders: Borders;
}

/** Cells quietly shaded by value; totals apart, never shaded. */
export function PivotTable({ pivot, sides, measure, borders }: PivotTableProps) {
  const { language, names } = useTileSurroundings();
  const words = PIVOT_WORDS[language];
  const shade = shadesOf(pivot.lines);
  const codeName = (side: Side, code: string, isShort: boolean) => {
    if (side !== 'period') return nameOf(names, side, code, language, borders);
    return isShort ? columnTime(code, pivot, language) : sentence(formatPeriod(code, language));
  };
  return (
    <div className="pivot-scroll">
      <table className="sheet-table pivot" aria-label={words.label}>
        <thead>
          <tr>
            <th scope="col">{sideName(sides.rows, language)}</th>
            {pivot.columns.map((code) => (
              <th key={code} scope="col" className="number">
                {codeName(sides.columns, code, true)}
              </th>
            ))}
            <th scope="col" className="number total">
              {words.all}
            </th>
          </tr>
        </thead>
        <tbody>
          {pivot.lines.map(({ code, cells, total }) => (
            <tr key={code}>
              <th scope="row">{codeName(sides.rows, code, false)}</th>
              {cells.map((cell, at) => (
                <PivotCell key={pivot.columns[at]} cell={cell} measure={measure} shade={shade} />
              ))}
              <PivotCell cell={total} measure={measure} />
            </tr>
          ))}
        </tbody>
        <PivotFoot pivot={pivot} measure={measure} />
      </table>
    </div>
  );
}

type Language = 'vi' | 'en';

function sideName(side: Side, language: Language): string {
  const word = side === 'period' ? PIVOT_WORDS[language].period : dimensionWord(side, language);
  return sentence(word);
}

/** The year stands only where the columns begin or it changes. */
function columnTime(code: string, { columns }: Pivot, language: Language): string {
  const before = columns[columns.indexOf(code) - 1];
  const short = sentence(formatPeriodShort(code, language));
  const year = code.slice(0, 4);
  return short === code || before?.startsWith(year) ? short : `${short} ${year}`;
}

function PivotFoot({ pivot, measure }: Pick<PivotTableProps, 'pivot' | 'measure'>) {
  const { language } = useTileSurroundings();
  const words = PIVOT_WORDS[language];
  const { rest, totals, columns } = pivot;
  return (
    <tfoot>
      {rest && (
        <tr className="rest">
          <th scope="row">{words.rest}</th>
          {rest.map((value, at) => (
            <PivotCell key={columns[at] ?? 'all'} cell={{ value }} measure={measure} />
          ))}
        </tr>
      )}
      <tr>
        <th scope="row">{words.all}</th>
        {[...totals.cells, totals.total].map((cell, at) => (
          <PivotCell key={columns[at] ?? 'all'} cell={cell} measure={measure} />
        ))}
      </tr>
    </tfoot>
  );
}

interface PivotCellProps {
  readonly cell: Cell | undefined;
  readonly measure: Measure;
  readonly shade?: (value: number) => number;
}

const STRONGEST = 38;

function PivotCell({ cell, measure, shade }: PivotCellProps) {
  const { language } = useTileSurroundings();
  if (typeof cell?.value !== 'number') {
    return (
      <td className="number gap" title={cell && reasonText(cell.reason, language)}>
        —{cell?.reason && <span className="unseen"> {reasonText(cell.reason, language)}</span>}
      </td>
    );
  }
  const share = shade ? Math.round(shade(cell.value) * STRONGEST) : 0;
  return (
    <td
      className={shade ? 'number' : 'number total'}
      style={{ '--shade': `${share}%` } as CSSProperties}
    >
      {figureLine(cell.value, measure, language, cell.operator)}
    </td>
  );
}
