import type { Score766Sheet } from '../../../shared/measure/what-if-766.ts';
import {
  formatDifference,
  formatNumber,
  formatPercent,
  type Language,
} from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import type { Official } from './score-facts.ts';
import { SCORE_WORDS } from './score-words.ts';

interface ScoreHeadProps {
  readonly official: Official;
  readonly now: Score766Sheet;
  readonly then: Score766Sheet;
  readonly isSupposed: boolean;
}

/** Three figures that are never mixed: published, simulated, supposed. */
export function ScoreHead({ official, now, then, isSupposed }: ScoreHeadProps) {
  const { language } = useTileSurroundings();
  const words = SCORE_WORDS[language];
  const points = (value: number) => formatNumber(value, 2, language);
  const { score } = official;
  return (
    <dl className="score-figures">
      <Figure
        name={words.official}
        value={formatNumber(score?.value, 2, language)}
        notes={officialNotes(official, language)}
      />
      <Figure
        name={words.simulated}
        mark={words.simulatedMark}
        value={points(now.points)}
        notes={[
          words.ofReachable(
            formatNumber(now.reachable, 0, language),
            formatPercent((now.points / now.reachable) * 100, language),
          ),
        ]}
      />
      <Figure
        name={words.supposed}
        mark={words.simulatedMark}
        value={isSupposed ? points(then.points) : '—'}
        notes={[
          isSupposed
            ? formatDifference(then.points - now.points, 2, language)
            : words.nothingSupposed,
        ]}
      />
    </dl>
  );
}

function officialNotes({ score, rank }: Official, language: Language): readonly string[] {
  const words = SCORE_WORDS[language];
  if (typeof score?.value !== 'number') return [words.officialNone];
  const band = ([90, 80, 70, 50] as const).find((least) => (score.value ?? 0) >= least) ?? 0;
  const place =
    rank?.num === undefined || rank.den === undefined
      ? []
      : [
          words.rank(
            `${formatNumber(rank.num, 0, language)}/${formatNumber(rank.den, 0, language)}`,
          ),
        ];
  return [words.bands[band], ...place, score.period ?? ''].filter(Boolean);
}

interface FigureProps {
  readonly name: string;
  readonly mark?: string;
  readonly value: string;
  readonly notes: readonly string[];
}

function Figure({ name, mark, value, notes }: FigureProps) {
  return (
    <div>
      <dt>
        {name}
        {mark && <span className="simulated-mark">{mark}</span>}
      </dt>
      <dd>
        <span className="score-figure">{value}</span>
        <span className="cell-note">{notes.join(' · ')}</span>
      </dd>
    </div>
  );
}
