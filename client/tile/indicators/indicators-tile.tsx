import { type CSSProperties, useMemo } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { listColumns } from '../../../shared/board/tile-needs.ts';
import { changeText, figureText, soleCell } from '../../../shared/words/figure.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { Shape } from '../../ui/shape.tsx';
import { SOLE_ROW } from '../figure-ask.ts';
import { FigureButton } from '../figure-button.tsx';
import { useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useAnswers } from '../use-answers.ts';
import { vintageText } from './vintage.ts';

type IndicatorsTileSpec = Extract<Tile, { kind: 'indicators' }>;
type IndicatorSpec = IndicatorsTileSpec['rows'][number];

export function IndicatorsTile({ tile }: { tile: IndicatorsTileSpec }) {
  const answers = useAnswers(useMemo(() => tile.rows.map(({ query }) => query), [tile]));
  const rows = tile.rows.flatMap((row, at) => {
    const answer = answers[at];
    return answer ? [{ row, answer }] : [];
  });
  const columns = listColumns(tile.area.w);
  const grid: CSSProperties = {
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
    gridTemplateRows: `repeat(${Math.ceil(tile.rows.length / columns)}, minmax(0, 1fr))`,
  };
  return (
    <TileFrame
      tile={tile}
      answers={rows.map(({ row, answer }) => {
        const asOf = soleCell(answer.rows, row.measure)?.asOf;
        return { answer, measure: row.measure, asOf: asOf ? [asOf] : undefined };
      })}
    >
      <ul className="indicators" style={grid}>
        {rows.map(({ row, answer }) => (
          <Indicator key={row.label?.vi ?? row.measure} row={row} answer={answer} />
        ))}
      </ul>
    </TileFrame>
  );
}

function Indicator({ row, answer }: { row: IndicatorSpec; answer: LiveAnswer }) {
  const { measures, language } = useTileSurroundings();
  const measure = measures.get(row.measure);
  const cell = soleCell(answer.rows, row.measure);
  const { value, unit } = figureText(cell, measure, language);
  const delta = changeText(cell, measure, language);
  const hasValue = typeof cell?.value === 'number';
  const title = measure?.name[language] ?? row.measure;
  const figure = { measure: row.measure, query: row.query, row: SOLE_ROW, title };
  return (
    <li className="indicator" data-connected={hasValue}>
      <span className="indicator-name">
        {(row.label ?? measure?.shortName)?.[language] ?? row.measure}
      </span>
      <FigureButton figure={figure} className="indicator-value">
        {hasValue ? value : '—'}
        {unit === '%' && (
          <span className="unit" data-close>
            %
          </span>
        )}
      </FigureButton>
      <span className="indicator-period">
        {vintageText(cell, answer, unit === '%' ? '' : unit, language)}
      </span>
      {delta && hasValue && (
        <span className="indicator-delta delta">
          {delta.direction !== 'same' && <Shape name={delta.direction} />}
          {delta.text}
        </span>
      )}
    </li>
  );
}
