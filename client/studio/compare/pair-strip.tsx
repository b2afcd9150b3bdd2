import type { Query } from '../../../shared/query/query.ts';
import { changeText, figureText } from '../../../shared/words/figure.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { Shape } from '../../ui/shape.tsx';
import { sentence } from '../sentence.ts';
import { type Answers, type Names, sideBySide } from './compare.ts';

const MOST = 3;

interface PairStripProps {
  /** Asked without splits and steps. */
  readonly query: Query;
  readonly answers: Answers;
  readonly names: Names;
}

/** The two figures of the whole beside each other, and how far they are apart. */
export function PairStrip({ query, answers: [one, two], names }: PairStripProps) {
  const { measures } = useTileSurroundings();
  const [row] = sideBySide(query, one.rows, two.rows, measures);
  if (one.rows.length !== 1 || two.rows.length !== 1 || !row) return null;
  return (
    <ul className="figures-strip">
      {query.measures.slice(0, MOST).map((id) => (
        <li key={id}>
          <PairFigure id={id} row={row} names={names} />
        </li>
      ))}
    </ul>
  );
}

type PairRow = ReturnType<typeof sideBySide>[number];

function PairFigure({ id, row, names }: { id: string; row: PairRow; names: Names }) {
  const { language, measures } = useTileSurroundings();
  const measure = measures.get(id);
  const cell = row.values[id];
  const change = changeText(cell, measure, language);
  const sides = [cell, { value: cell?.base ?? null }].map((each) =>
    figureText(each, measure, language),
  );
  return (
    <>
      <p className="pair-name">{measure?.name[language] ?? id}</p>
      <div className="pair">
        {sides.map(({ value, unit }, at) => (
          <p key={names[at]} className="pair-side">
            <span className="strip-figure">
              {value}
              {unit && <span className="strip-unit">{unit === '%' ? unit : ` ${unit}`}</span>}
            </span>
            <span className="strip-notes">{sentence(names[at] ?? '')}</span>
          </p>
        ))}
      </div>
      <p className="strip-notes">
        {change ? (
          <span>
            {change.direction !== 'same' && <Shape name={change.direction} />} <b>{change.text}</b>
          </span>
        ) : (
          reasonText(cell?.reason, language)
        )}
      </p>
    </>
  );
}
