import { type ReactNode, useState } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { SAVE_WORDS } from './save-words.ts';

interface SidePanelProps {
  readonly settings: ReactNode;
  readonly versions: ReactNode;
}

/** What is set, or what was: one beside the board at a time. */
export function SidePanel({ settings, versions }: SidePanelProps) {
  const { language } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  const [isPast, setPast] = useState(false);
  return (
    <aside className="ed-side" aria-label={words.tabs}>
      <p className="ed-tabs">
        <button
          type="button"
          className="quiet-button"
          aria-pressed={!isPast}
          onClick={() => setPast(false)}
        >
          {words.settings}
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-pressed={isPast}
          onClick={() => setPast(true)}
        >
          {words.versions}
        </button>
      </p>
      {isPast ? versions : settings}
    </aside>
  );
}
