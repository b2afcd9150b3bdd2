import type { Tile } from '../../../shared/board/board.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { FigureButton } from '../figure-button.tsx';
import { useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { countStage } from './stage-count.ts';

type FunnelTileSpec = Extract<Tile, { kind: 'funnel' }>;

/** The stages as stations of one line: they count different things, so their lengths are not compared. */
export function FunnelTile({ tile }: { tile: FunnelTileSpec }) {
  const { language } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  return (
    <TileFrame tile={tile} answers={tile.stages.map(({ measure }) => ({ answer, measure }))}>
      <ol className="funnel">
        {tile.stages.map((stage) => {
          const { value, rows } = countStage(answer.rows, stage);
          return (
            <li key={stage.label.vi} className="stage" data-reached={value !== null && value > 0}>
              <FigureButton
                figure={{
                  measure: stage.measure,
                  query: tile.query,
                  title: stage.label[language],
                }}
                className="figure figure-medium"
              >
                {formatInteger(value, language)}
              </FigureButton>
              <span className="stage-name">{stage.label[language]}</span>
              {stage.within && rows > 0 && (
                <span className="stage-within">
                  {stage.within[language].replace('{rows}', formatInteger(rows, language))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </TileFrame>
  );
}
