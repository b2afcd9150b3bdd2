import type { Board } from '../../shared/board/board.ts';
import type { Orders } from '../../shared/protocol/directing.ts';
import { useLanguage } from '../ui/language.ts';
import { WORDS } from './words.ts';

interface PickSceneProps {
  readonly boards: readonly Board[];
  readonly scene: string | null;
  readonly change: (part: Partial<Orders>) => void;
}

export function PickScene({ boards, scene, change }: PickSceneProps) {
  const language = useLanguage();
  const words = WORDS[language];
  const at = boards.findIndex(({ id }) => id === scene);
  const show = (board: Board | undefined) => board && change({ scene: board.id, spotlight: null });
  const step = (by: number) => show(boards[(Math.max(at, 0) + by + boards.length) % boards.length]);
  return (
    <section>
      <div className="director-line">
        <h2>{words.scenes}</h2>
        <button type="button" className="pick" onClick={() => step(-1)} aria-label={words.previous}>
          ‹
        </button>
        <button type="button" className="pick" onClick={() => step(1)} aria-label={words.next}>
          ›
        </button>
      </div>
      <ul className="director-grid">
        {boards.map((board) => (
          <li key={board.id}>
            <button
              type="button"
              className="pick"
              aria-pressed={board.id === scene}
              onClick={() => show(board)}
            >
              {board.title[language]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
