import type { ReactNode } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useModal } from '../use-modal.ts';
import { QUESTION_WORDS } from './question-words.ts';

interface DrawerProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Choices beside the question, while the answer changes behind them. */
export function Drawer({ title, isWide = false, onClose, children }: DrawerProps) {
  const { language } = useTileSurroundings();
  const dialog = useModal(onClose);
  return (
    <dialog ref={dialog} className="studio drawer" data-wide={isWide} aria-label={title}>
      <div className="drawer-body">
        <header className="studio-dialog-head">
          <h2>{title}</h2>
          <button type="button" className="quiet-button" onClick={onClose}>
            {QUESTION_WORDS[language].close} <kbd>Esc</kbd>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
