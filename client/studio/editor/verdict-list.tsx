import type { Board } from '../../../shared/board/board.ts';
import { tileName } from '../../../shared/board/edit/diff-words.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { Shape } from '../../ui/shape.tsx';
import type { Verdict } from './verdicts.ts';
import { EDITOR_WORDS } from './words.ts';

interface VerdictListProps {
  readonly board: Board;
  readonly verdicts: readonly Verdict[];
  readonly onPick: (tile: string | null) => void;
  readonly onGrow: (tile: string) => void;
}

/** What the linter says, below the board; one line where it says nothing. */
export function VerdictList({ board, verdicts, onPick, onGrow }: VerdictListProps) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  return (
    <section className="ed-verdicts" aria-label={words.verdicts}>
      {verdicts.length === 0 ? (
        <p className="ed-good">{words.good}</p>
      ) : (
        <p className="warn">
          <Shape name="warn" /> {words.faults(verdicts.length)}
        </p>
      )}
      <ul>
        {verdicts.map((verdict) => (
          <li key={`${verdict.tile}${verdict.text}`} className="ed-verdict">
            <button type="button" className="quiet-button" onClick={() => onPick(verdict.tile)}>
              <b>{nameOf(board, verdict.tile, language) ?? words.board}</b> {verdict.text}
            </button>
            {verdict.wantsRoom && verdict.tile !== null && (
              <button
                type="button"
                className="quiet-button ed-mend"
                onClick={() => verdict.tile !== null && onGrow(verdict.tile)}
              >
                {words.grow}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ tiles }: Board, id: string | null, language: 'vi' | 'en'): string | undefined {
  const tile = tiles.find((each) => each.id === id);
  return tile && tileName(tile, language);
}
