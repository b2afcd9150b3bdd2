import type { Board } from '../../shared/board/board.ts';
import type { Orders } from '../../shared/protocol/directing.ts';
import { useLanguage } from '../ui/language.ts';
import { WORDS } from './words.ts';

interface PickSpotlightProps {
  readonly board: Board;
  readonly spotlight: string | null;
  readonly change: (part: Partial<Orders>) => void;
}

/** A tile of the scene on show; the lit one again puts the light out. */
export function PickSpotlight({ board, spotlight, change }: PickSpotlightProps) {
  const language = useLanguage();
  return (
    <section>
      <h2>{WORDS[language].spotlight}</h2>
      <ul className="director-grid">
        {board.tiles.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="pick"
              aria-pressed={id === spotlight}
              onClick={() => change({ spotlight: id === spotlight ? null : id })}
            >
              {title[language]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
