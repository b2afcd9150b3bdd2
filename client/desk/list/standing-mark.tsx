import type { RecordRow } from '../../../shared/record/records.ts';
import { Shape } from '../../ui/shape.tsx';
import { useDesk } from '../desk-context.ts';
import { standingText } from './standing.ts';
import './standing.css';

/** How a dossier stands: shape, words and, where it is not normal, colour. */
export function StandingMark({ row }: { row: RecordRow }) {
  const { severity, shape, text } = standingText(row, useDesk().language);
  return (
    <span className={severity === 'normal' ? 'standing' : `standing ${severity}`}>
      <i>{shape && <Shape name={shape} />}</i>
      {text}
    </span>
  );
}
