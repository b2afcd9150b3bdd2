import type { Tile } from '../../../shared/board/board.ts';
import { formatPercent } from '../../../shared/unit/format.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { FigureButton } from '../figure-button.tsx';
import { useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { sharesOf } from './shares.ts';

type CompositionTileSpec = Extract<Tile, { kind: 'composition' }>;

export function CompositionTile({ tile }: { tile: CompositionTileSpec }) {
  const { measures, language } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  const measure = measures.get(tile.measure);
  const shares = sharesOf(answer.rows, tile);
  const isCount = !measure?.unit.vi.startsWith('%');
  return (
    <TileFrame tile={tile} answers={[{ answer, measure: tile.measure }]}>
      {answer.frame && shares.length === 0 && (
        <p className="none">
          — {reasonText(answer.rows[0]?.values[tile.measure]?.reason, language)}
        </p>
      )}
      <div className="parts-bar" aria-hidden="true">
        {shares.map(({ code, share }, at) => (
          <i key={code} className={`part-${Math.min(at + 1, 5)}`} style={{ flexGrow: share }} />
        ))}
      </div>
      <dl className="parts">
        {shares.map(({ code, label, value, share }, at) => (
          <div key={code} className="part">
            <dt>
              <i className={`swatch part-${Math.min(at + 1, 5)}`} />
              {label[language]}
            </dt>
            <dd>
              <FigureButton
                figure={{
                  measure: tile.measure,
                  query: tile.query,
                  row: answer.rows.find((row) => row[tile.by as 'part'] === code)?.key,
                  title: `${tile.title[language]}, ${label[language]}`,
                }}
              >
                {formatPercent(share, language)}
                {isCount && <span className="none"> {figureLine(value, measure, language)}</span>}
              </FigureButton>
            </dd>
          </div>
        ))}
      </dl>
    </TileFrame>
  );
}
