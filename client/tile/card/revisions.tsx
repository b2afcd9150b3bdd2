import type { Cell, Row } from '../../../shared/query/answer.ts';
import type { RevisedFigure, Revision } from '../../../shared/query/revisions.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import type { FigureAsk } from '../figure-ask.ts';
import { formatAsOf } from '../freshness.ts';
import { vintageWord } from '../indicators/vintage.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { useRead } from '../use-read.ts';
import { CARD_WORDS } from './card-words.ts';

const MOST_LINES = 6;

interface RevisionsProps {
  readonly figure: FigureAsk;
  readonly row: Row | undefined;
  readonly cell: Cell;
  readonly answer: Pick<LiveAnswer, 'frame'>;
}

/** What an indicator's figure was before it was revised, newest first. */
export function Revisions({ figure, row, cell, answer }: RevisionsProps) {
  const { language, measures } = useTileSurroundings();
  const measure = measures.get(figure.measure);
  const revised = useRead<readonly RevisedFigure[]>(pathOf(figure, row, answer));
  const scale = measure?.expression.kind === 'observation' ? measure.expression.scale : 100;
  const lines = revised ? earlierOf(revised, row, cell, scale) : [];
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{CARD_WORDS[language].before}</h3>
      <ul className="card-lines">
        {lines.map(({ value, vintage, asOf, seq }) => (
          <li key={seq}>
            {figureLine(value ?? null, measure, language)} · {vintageWord(vintage, language)} ·{' '}
            {formatAsOf(asOf)}
          </li>
        ))}
      </ul>
    </>
  );
}

function pathOf(
  { measure, query }: FigureAsk,
  row: Row | undefined,
  { frame }: Pick<LiveAnswer, 'frame'>,
): string | null {
  const unit = row?.unit ?? query?.unit;
  if (!frame || unit === undefined || !measure.startsWith('indicator.')) return null;
  const { from, to } = frame.period;
  const indicator = measure.slice('indicator.'.length);
  return `/api/v1/revisions?${new URLSearchParams({ indicator, unit, from, to })}`;
}

/**
 * The states before the newest of the figure shown: told by its own day and value, because a month and the year up to
 * that month are named alike. A share without a value of its own is `num / den × scale`.
 */
export function earlierOf(
  revised: readonly RevisedFigure[],
  row: Row | undefined,
  { value, asOf }: Cell,
  scale: number,
): readonly Revision[] {
  const told = revised.map(({ part, revisions }) => ({
    part,
    states: revisions.map((each) => withValue(each, scale)),
  }));
  const own = told.find(({ part, states: [newest] }) => {
    const isPart = (row?.part ?? '') === part;
    return isPart && newest?.asOf === asOf && newest?.value === value;
  });
  return own?.states.slice(1, 1 + MOST_LINES) ?? [];
}

function withValue(revision: Revision, scale: number): Revision {
  const { value, num, den } = revision;
  if (value !== undefined || num === undefined || den === undefined) return revision;
  return { ...revision, value: (num / den) * scale };
}
