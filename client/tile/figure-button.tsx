import type { ReactNode } from 'react';
import type { FigureAsk } from './figure-ask.ts';
import { useTileSurroundings } from './tile-context.ts';

interface FigureButtonProps {
  readonly figure: FigureAsk;
  readonly className?: string;
  readonly isMissing?: boolean;
  readonly children: ReactNode;
}

/** A number of the wall; its card is one press away. It looks like the text it is. */
export function FigureButton({ figure, className = '', isMissing, children }: FigureButtonProps) {
  const { openFigure } = useTileSurroundings();
  return (
    <button
      type="button"
      className={`figure-button ${className}`}
      aria-haspopup="dialog"
      data-missing={isMissing}
      onClick={() => openFigure(figure)}
    >
      {children !== figure.title && <span className="unseen">{figure.title}: </span>}
      {children}
    </button>
  );
}
