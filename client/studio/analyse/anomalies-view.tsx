import { useMemo } from 'react';
import { findAnomalies, type Judged } from '../../../shared/analysis/anomalies.ts';
import type { Series } from '../../../shared/analysis/series.ts';
import { formatNumber } from '../../../shared/unit/format.ts';
import { formatPeriod } from '../../../shared/unit/format-time.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { ChartFigure } from '../answer/chart-figure.tsx';
import { anomalySeries } from './added-series.ts';
import { ANALYSE_WORDS } from './analyse-words.ts';
import { useSeries, useWholePeriods } from './use-series.ts';
import type { ViewProps } from './view-props.ts';

/** What strays from what was to be expected, with the reason and the method. */
export function AnomaliesView(props: ViewProps) {
  const { query, measure, borders } = props;
  const answer = useWholePeriods(query, props.answer);
  const { language } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const asked = useSeries(query, props.answer, measure, 0);
  const found = useMemo(() => asked && findAnomalies(asked.series), [asked]);
  const added = useMemo(
    () =>
      found && !('refused' in found)
        ? anomalySeries(found, {
            measure: measure.id,
            expected: words.expected,
            anomaly: words.anomaly,
          })
        : undefined,
    [found, measure, words],
  );
  if (!asked || !found) return <p className="none">{words.asking}</p>;
  const chart = { title: measure.name[language], query, form: 'line' as const };
  return (
    <>
      <ChartFigure chart={chart} answer={answer} borders={borders} added={added} leastPx={380} />
      {'refused' in found ? (
        <p className="none">{words.tooShort(found.needed, found.came)}</p>
      ) : (
        <>
          <Strays judged={found.judged} measure={measure} />
          {found.unjudged.length > 0 && (
            <p className="cell-note">{words.unjudged(found.unjudged.length)}</p>
          )}
        </>
      )}
      <SeriesNotes series={asked.series} />
      <p className="method-note">{words.anomaliesMethod}</p>
    </>
  );
}

/** Counts of weeks and longer are compared per working day. */
export const isPerDay = ({ kind, places }: Series): boolean =>
  kind === 'count' && places.some(({ den }) => den > 1);

/** How the series was made comparable, and what of it was left out. */
export function SeriesNotes({ series }: { series: Series }) {
  const { language } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  return (
    <p className="cell-note">
      {[
        isPerDay(series) ? words.perDay : '',
        series.kind === 'ratio' ? words.weighted : '',
        series.partial.length > 0 ? words.partial(series.partial.length) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

function Strays({ judged, measure }: { judged: readonly Judged[] } & Pick<ViewProps, 'measure'>) {
  const { language } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const strays = judged.filter(({ verdict }) => verdict !== 'ordinary').toReversed();
  if (strays.length === 0) return <p>{words.noAnomalies(judged.length)}</p>;
  const figure = (value: number) => figureLine(value, measure, language);
  return (
    <table className="sheet-table narrow-table">
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          <th scope="col" className="number">
            {words.value}
          </th>
          <th scope="col" className="number">
            {words.expected}
          </th>
          <th scope="col" className="number">
            {words.ordinary}
          </th>
          <th scope="col" className="number">
            {words.score}
          </th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {strays.map(({ key, value, expected, low, high, z, verdict }) => (
          <tr key={key}>
            <th scope="row">{formatPeriod(key, language)}</th>
            <td className="number">
              <b>{figure(value)}</b>
            </td>
            <td className="number">{figure(expected)}</td>
            <td className="number">
              {figure(low)} – {figure(high)}
            </td>
            <td className="number">{formatNumber(z, 1, language, 'always')}</td>
            <td>{verdict === 'above' ? `▲ ${words.above}` : `▼ ${words.below}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
