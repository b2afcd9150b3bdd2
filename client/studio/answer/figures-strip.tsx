import type { Answer } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { changeText, compareWords, figureLine, figureText } from '../../../shared/words/figure.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { Shape } from '../../ui/shape.tsx';
import { ANSWER_WORDS } from './answer-words.ts';

const MOST = 4;

interface FiguresStripProps {
  /** Asked without splits and steps. */
  readonly query: Query;
  readonly answer: Answer;
}

/** The figures of the whole: large, each with what it divides and what it is compared with. */
export function FiguresStrip({ query, answer }: FiguresStripProps) {
  if (answer.rows.length !== 1) return null;
  return (
    <ul className="figures-strip">
      {query.measures.slice(0, MOST).map((id) => (
        <li key={id}>
          <WholeFigure id={id} query={query} answer={answer} />
        </li>
      ))}
    </ul>
  );
}

function WholeFigure({ id, query, answer }: FiguresStripProps & { id: string }) {
  const { language, measures, openFigure } = useTileSurroundings();
  const measure = measures.get(id);
  const cell = answer.rows[0]?.values[id];
  const { value, unit } = figureText(cell, measure, language);
  const change = changeText(cell, measure, language);
  const title = measure?.name[language] ?? id;
  return (
    <>
      <button
        type="button"
        className="strip-name"
        onClick={() => openFigure({ measure: id, query, row: answer.rows[0]?.key, title })}
      >
        {title}
      </button>
      <p className="strip-figure">
        {value}
        {unit && <span className="strip-unit">{unit === '%' ? unit : ` ${unit}`}</span>}
      </p>
      <p className="strip-notes">
        {typeof cell?.value !== 'number' && <span>{reasonText(cell?.reason, language)}</span>}
        {change && (
          <span>
            {change.direction !== 'same' && <Shape name={change.direction} />} <b>{change.text}</b>{' '}
            {compareWords(query.compare, language)}
          </span>
        )}
        {cell?.den !== undefined && cell.num !== undefined && (
          <span>
            {formatInteger(cell.num, language)} / {formatInteger(cell.den, language)}
          </span>
        )}
        {typeof cell?.target === 'number' && (
          <span>
            {ANSWER_WORDS[language].target} {figureLine(cell.target, measure, language)}
          </span>
        )}
      </p>
    </>
  );
}
