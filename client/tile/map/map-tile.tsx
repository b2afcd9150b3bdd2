import type { Tile } from '../../../shared/board/board.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';

type MapTileSpec = Extract<Tile, { kind: 'map' }>;

/** The slot of the map: says so in words until its canvas is there. */
export function MapTile({ tile }: { tile: MapTileSpec; place: string }) {
  const { language } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  return (
    <TileFrame tile={tile} answers={tile.measure ? [{ answer, measure: tile.measure }] : []}>
      <p className="none">{language === 'vi' ? 'Chưa có bản đồ' : 'No map yet'}</p>
    </TileFrame>
  );
}
