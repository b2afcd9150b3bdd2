import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { cornerText, sizeText } from '../../../shared/board/edit/diff-words.ts';
import { KIND_WORDS } from '../../../shared/board/edit/setting-words.ts';
import type { Area } from '../../../shared/board/tile-parts.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { Shape } from '../../ui/shape.tsx';
import { HANDLES, type Handle } from './guides.ts';
import { EDITOR_WORDS } from './words.ts';

export function placeOf({ x, y, w, h }: Area): CSSProperties {
  return { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` };
}

interface TileFrameProps {
  readonly tile: Tile;
  readonly language: Language;
  readonly isSelected: boolean;
  /** Verdicts on this tile. */
  readonly faults: readonly string[];
  readonly onSelect: () => void;
  readonly onGrab: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What is grabbed, focused and spoken of a tile; the tile itself lies below, as the wall draws it. */
export function TileFrame(props: TileFrameProps) {
  const { tile, language, isSelected, faults, onSelect, onGrab, onKeyDown } = props;
  return (
    <button
      type="button"
      className="ed-tile"
      style={placeOf(tile.area)}
      data-frame={tile.id}
      data-faulty={faults.length > 0}
      aria-pressed={isSelected}
      aria-label={spoken(tile, faults, language)}
      onFocus={onSelect}
      onClick={onSelect}
      onPointerDown={onGrab}
      onKeyDown={onKeyDown}
    >
      {faults.length > 0 && (
        <span className="ed-fault-mark warn">
          <Shape name="warn" /> {faults.length}
        </span>
      )}
    </button>
  );
}

function spoken(tile: Tile, faults: readonly string[], language: Language): string {
  const { title, kind, area } = tile;
  const parts = [
    title[language],
    KIND_WORDS[kind][language],
    cornerText(area, language),
    sizeText(area),
  ];
  return [...parts, ...faults].join(', ');
}

interface SelectionProps {
  readonly tile: Tile;
  readonly language: Language;
  readonly onGrab: (event: PointerEvent, handle: Handle) => void;
}

/** Handles and size of the chosen tile; the keyboard does without them. */
export function Selection({ tile, language, onGrab }: SelectionProps) {
  return (
    <div className="ed-selection" style={placeOf(tile.area)} aria-hidden="true">
      <span className="ed-badge" title={EDITOR_WORDS[language].resize}>
        {sizeText(tile.area)}
      </span>
      {HANDLES.map((handle) => (
        <span
          key={handle}
          className="ed-handle"
          data-side={handle}
          onPointerDown={(event) => onGrab(event, handle)}
        />
      ))}
    </div>
  );
}
