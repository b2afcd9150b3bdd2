import { useEffect, useRef } from 'react';
import { figureText } from '../../../shared/words/figure.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import { useAnswer } from '../../store/use-answer.ts';
import type { FigureAsk } from '../figure-ask.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { useBorders } from '../use-borders.ts';
import { factsOf } from './card-facts.ts';
import { CARD_WORDS } from './card-words.ts';
import { Revisions } from './revisions.tsx';
import { rowOf } from './row-of.ts';
import { SourceMeters } from './source-meters.tsx';
import { useRestated } from './use-restated.ts';
import '../../ui/dialog.css';
import './card.css';

interface FigureCardProps {
  readonly figure: FigureAsk;
  readonly onClose: () => void;
}

/** What a figure is, what it divides, and how good the data under it are; it lives as long as the figure does. */
export function FigureCard({ figure, onClose }: FigureCardProps) {
  const { language } = useTileSurroundings();
  const dialog = useModal(onClose);
  const words = CARD_WORDS[language];
  return (
    <dialog ref={dialog} className="dialog card" aria-labelledby="card-title">
      <header className="dialog-head">
        <h2 id="card-title">{figure.title}</h2>
        <button type="button" className="dialog-close" onClick={onClose}>
          {words.close} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="card-body">
        <Facts figure={figure} />
        {figure.measure && <Sources figure={figure} />}
      </div>
    </dialog>
  );
}

/** A row about a unit has the meters of what came about that unit. */
function Sources({ figure }: { figure: FigureAsk }) {
  const { rows } = useAnswer(figure.query);
  const unit = rowOf(rows, figure)?.unit ?? figure.query?.unit;
  return <SourceMeters measure={figure.measure} unit={unit} />;
}

function Facts({ figure }: { figure: FigureAsk }) {
  const surroundings = useTileSurroundings();
  const { language, measures } = surroundings;
  const answer = useAnswer(figure.query);
  const borders = useBorders(figure.query, answer);
  const measure = measures.get(figure.measure);
  const row = rowOf(answer.rows, figure);
  const cell = row?.values[figure.measure];
  const { value, unit } = figureText(cell, measure, language);
  const restated = useRestated(figure, measure);
  const facts = factsOf({ figure, measure, answer, row, restated, borders, surroundings });
  return (
    <section className="card-facts">
      {figure.query && figure.row !== undefined && (
        <p className="figure figure-medium">
          <span>{value}</span>
          {unit && (
            <span className="unit" data-close={unit === '%'}>
              {unit}
            </span>
          )}
          {answer.frame && typeof cell?.value !== 'number' && (
            <span className="unit">{reasonText(cell?.reason, language)}</span>
          )}
        </p>
      )}
      <dl className="card-list">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {cell?.revised ? <Revisions figure={figure} row={row} cell={cell} answer={answer} /> : null}
    </section>
  );
}

const IDLE_MS = 120_000;

/** Opens the dialog over the wall; Escape, a press outside and a long silence close it. */
function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    let idle = setTimeout(onClose, IDLE_MS);
    const stay = () => {
      clearTimeout(idle);
      idle = setTimeout(onClose, IDLE_MS);
    };
    const press = ({ target }: Event) => {
      stay();
      if (target === dialog) onClose();
    };
    dialog.addEventListener('close', onClose);
    dialog.addEventListener('pointerdown', press);
    dialog.addEventListener('keydown', stay);
    return () => {
      clearTimeout(idle);
      dialog.removeEventListener('close', onClose);
      dialog.removeEventListener('pointerdown', press);
      dialog.removeEventListener('keydown', stay);
      dialog.close();
    };
  }, [onClose]);
  return ref;
}
