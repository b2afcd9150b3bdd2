import type { ReactNode } from 'react';
import type { Chart } from '../../../shared/chart/chart.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useModal } from '../use-modal.ts';
import { STUDIO_WORDS } from '../words.ts';

/** What every dialog about a chart is given. */
export interface ChartDialogProps {
  readonly chart: Chart;
  readonly onClose: () => void;
}

interface KeepDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog about one chart. */
export function KeepDialog({ title, onClose, children }: KeepDialogProps) {
  const { language } = useTileSurroundings();
  const dialog = useModal(onClose);
  return (
    <dialog ref={dialog} className="studio-dialog keep-dialog" aria-label={title}>
      <header className="studio-dialog-head">
        <h2>{title}</h2>
        <button type="button" className="quiet-button" onClick={onClose}>
          {STUDIO_WORDS[language].close} <kbd>Esc</kbd>
        </button>
      </header>
      {children}
    </dialog>
  );
}
