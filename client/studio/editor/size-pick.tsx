import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams } from '../../ui/use-place.ts';
import { WALL_SIZES, type WallSize } from './wall-sizes.ts';
import { EDITOR_WORDS } from './words.ts';

/** Which screen the board is looked at for. */
export function SizePick({ size }: { size: WallSize }) {
  const { language } = useTileSurroundings();
  const label = EDITOR_WORDS[language].sizes;
  return (
    <fieldset className="ed-sizes">
      <legend className="unseen">{label}</legend>
      {WALL_SIZES.map(({ id, widthPx, heightPx }) => (
        <label key={id} className="ed-size">
          <input
            type="radio"
            name="ed-size"
            className="unseen"
            checked={id === size.id}
            onChange={() => changeParams({ size: id === '1080p' ? null : id }, 'replace')}
          />
          <span>
            {widthPx} × {heightPx}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
