import type { ReactNode } from 'react';
import type { Tile } from '../../shared/board/board.ts';
import { isNarrow } from '../../shared/board/tile-needs.ts';
import { refusalText } from '../../shared/words/reason.ts';
import type { LiveAnswer } from '../store/live-state.ts';
import { Shape } from '../ui/shape.tsx';
import type { FigureAsk } from './figure-ask.ts';
import { FigureButton } from './figure-button.tsx';
import {
  type FreshnessView,
  freshnessOf,
  freshnessOfDay,
  freshnessText,
  worstOf,
} from './freshness.ts';
import { useTileSurroundings } from './tile-context.ts';
import { useServerNow } from './use-now.ts';

/** One figure's answer with the measure whose freshness budget holds. */
export interface FramedAnswer {
  readonly answer: LiveAnswer;
  readonly measure: string;
  /** Days on which single figures were true, where they have days of their own. */
  readonly asOf?: readonly string[] | undefined;
}

const FALLBACK_BUDGET_MS = 24 * 3_600_000;
const CLOCK_STEP_MS = 15_000;

interface FrameProps {
  readonly tile: Tile;
  readonly answers: readonly FramedAnswer[];
  /** Of a drawing without figures to press: its heading leads to the card. */
  readonly figure?: FigureAsk | undefined;
  /** Said after the scope. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** Heading, scope and age, the same for every kind of tile; keeps the last good content dimmed when it is old. */
export function TileFrame({ tile, answers, figure, note, children }: FrameProps) {
  const { language } = useTileSurroundings();
  const now = useServerNow(CLOCK_STEP_MS);
  const view = useFreshness(answers, now);
  const isOld =
    view.state === 'stale' || answers.some(({ answer }) => answer.status === 'resyncing');
  const isWaiting = answers.every(({ answer }) => answer.frame === null);
  const refusal = answers.find(({ answer }) => answer.refusal)?.answer.refusal;
  return (
    <article
      className={`tile tile-${tile.kind}`}
      data-freshness={view.state}
      data-old={isOld}
      data-waiting={isWaiting && answers.length > 0}
      data-narrow={isNarrow(tile)}
    >
      <header className="tile-head">
        <h2 className="tile-title">
          {figure ? (
            <FigureButton figure={figure}>{tile.title[language]}</FigureButton>
          ) : (
            tile.title[language]
          )}
        </h2>
        <p className="tile-scope">
          {tile.scope && <span>{tile.scope[language]}</span>}
          {note && <span>{note}</span>}
          {refusal && <span>{refusalText(refusal.code, language)}</span>}
          {!isWaiting && (
            <span className={view.state === 'stale' ? 'age warn' : 'age'}>
              {(view.state === 'late' || view.state === 'stale') && <Shape name="clock" />}
              {freshnessText(view, now, language)}
            </span>
          )}
        </p>
      </header>
      <div className="tile-body">{children}</div>
    </article>
  );
}

function useFreshness(answers: readonly FramedAnswer[], now: number): FreshnessView {
  const { measures } = useTileSurroundings();
  const views = answers.flatMap(({ answer, measure, asOf }) => {
    const budget = measures.get(measure)?.freshnessMs ?? FALLBACK_BUDGET_MS;
    if (!answer.frame) return [];
    const { freshness } = answer.frame;
    if (!asOf?.length) return [freshnessOf(freshness, budget, now)];
    return asOf.map((day) =>
      freshness.closed
        ? { ...freshnessOfDay(day, budget, now), state: 'final' as const }
        : freshnessOfDay(day, budget, now),
    );
  });
  return worstOf(views);
}
