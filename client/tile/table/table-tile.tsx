import type { Tile } from '../../../shared/board/board.ts';
import type { Row } from '../../../shared/query/answer.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { FigureButton } from '../figure-button.tsx';
import { useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useBorders } from '../use-borders.ts';

type TableTileSpec = Extract<Tile, { kind: 'table' }>;

export function TableTile({ tile }: { tile: TableTileSpec }) {
  const { measures, names, language } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  const borders = useBorders(tile.query, answer);
  const rows = answer.rows.slice(0, tile.limit);
  const nameIn = (row: Row) =>
    nameOf(names, tile.by, String(row[tile.by as 'unit'] ?? row.key), language, borders);
  const answers = tile.columns.map(({ measure }) => ({ answer, measure }));
  return (
    <TileFrame tile={tile} answers={answers}>
      <table className="table">
        <thead>
          <tr>
            <td />
            {tile.columns.map(({ measure, label }) => (
              <th key={measure} scope="col">
                {label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{nameIn(row)}</th>
              {tile.columns.map(({ measure, label }) => (
                <td key={measure}>
                  <FigureButton
                    figure={{
                      measure,
                      query: tile.query,
                      row: row.key,
                      title: `${label[language]}, ${nameIn(row)}`,
                    }}
                  >
                    {figureLine(
                      row.values[measure]?.value,
                      measures.get(measure),
                      language,
                      row.values[measure]?.operator,
                    )}
                  </FigureButton>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TileFrame>
  );
}
