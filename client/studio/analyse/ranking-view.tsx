import { useMemo } from 'react';
import { type Ranking, rankOverTime, type Standing } from '../../../shared/analysis/ranking.ts';
import { formatDifference } from '../../../shared/unit/format.ts';
import { formatPeriodShort } from '../../../shared/unit/format-time.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { ChartFigure } from '../answer/chart-figure.tsx';
import { ANALYSE_WORDS } from './analyse-words.ts';
import { useWholePeriods } from './use-series.ts';
import type { ViewProps } from './view-props.ts';

const MOST_PERIODS = 12;

/** Places of units over time, as lines that cross and as a table that says ties and what cannot be compared. */
export function RankingView({ query, answer: told, measure, borders }: ViewProps) {
  const answer = useWholePeriods(query, told);
  const { language } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const rankings = useMemo(() => {
    const periods = new Map<string, Map<string, number | null>>();
    for (const row of answer.rows) {
      const values = periods.get(row.period ?? '') ?? new Map();
      values.set(row.unit ?? '', row.values[measure.id]?.value ?? null);
      periods.set(row.period ?? '', values);
    }
    const better = measure.direction === 'lower' ? 'lower' : 'higher';
    const ranked = [...periods].map(([key, values]) => ({ key, values }));
    return rankOverTime(ranked, better).slice(-MOST_PERIODS);
  }, [answer, measure]);
  const chart = { title: measure.name[language], query, form: 'bump' as const };
  return (
    <>
      <ChartFigure chart={chart} answer={answer} borders={borders} leastPx={460} />
      <RankTable rankings={rankings} borders={borders} />
      <p className="method-note">{words.rankingMethod}</p>
    </>
  );
}

function RankTable({
  rankings,
  borders,
}: { rankings: readonly Ranking[] } & Pick<ViewProps, 'borders'>) {
  const { language, names } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const last = rankings.at(-1);
  const units = [...new Set(rankings.flatMap(({ standings }) => [...standings.keys()]))];
  const place = (unit: string) => last?.standings.get(unit)?.rank ?? Number.MAX_SAFE_INTEGER;
  return (
    <table className="sheet-table rank-table">
      <thead>
        <tr>
          <th scope="col">{words.unit}</th>
          {rankings.map(({ key, of }) => (
            <th key={key} scope="col" className="number">
              {formatPeriodShort(key, language)}
              <span className="cell-note">{words.ofUnits(of)}</span>
            </th>
          ))}
          <th scope="col">{words.gained}</th>
        </tr>
      </thead>
      <tbody>
        {units
          .toSorted((a, b) => place(a) - place(b))
          .map((unit) => (
            <tr key={unit}>
              <th scope="row">{nameOf(names, 'unit', unit, language, borders)}</th>
              {rankings.map(({ key, standings }) => (
                <td key={key} className="number">
                  <Place standing={standings.get(unit)} />
                </td>
              ))}
              <td>
                <Gained standing={last?.standings.get(unit)} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function Place({ standing }: { standing: Standing | undefined }) {
  const { language } = useTileSurroundings();
  if (!standing) return '—';
  const isTied = standing.shared > 1;
  return (
    <span title={isTied ? ANALYSE_WORDS[language].tied : undefined}>
      {standing.rank}
      {isTied && '='}
    </span>
  );
}

function Gained({ standing }: { standing: Standing | undefined }) {
  const { language } = useTileSurroundings();
  if (!standing) return null;
  const { gained, reason } = standing;
  if (gained === null)
    return reason === 'IOC_QUERY_NOT_COMPARABLE' ? (
      <span className="cell-note">{ANALYSE_WORDS[language].notCompared}</span>
    ) : null;
  if (gained === 0) return '=';
  return `${gained > 0 ? '▲' : '▼'} ${formatDifference(gained, 0, language)}`;
}
