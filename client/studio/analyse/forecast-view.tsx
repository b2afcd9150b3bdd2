import { useMemo } from 'react';
import { type Forecast, forecast } from '../../../shared/analysis/forecast.ts';
import { formatInteger, formatNumber, formatPercent } from '../../../shared/unit/format.ts';
import { formatPeriod } from '../../../shared/unit/format-time.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { ChartFigure } from '../answer/chart-figure.tsx';
import { forecastSeries } from './added-series.ts';
import { ANALYSE_WORDS } from './analyse-words.ts';
import { isPerDay, SeriesNotes } from './anomalies-view.tsx';
import { useSeries, useWholePeriods } from './use-series.ts';
import type { ViewProps } from './view-props.ts';

const AHEAD = 6;

/** What may come, never drawn as a figure, with the error it had when it was tried. */
export function ForecastView(props: ViewProps) {
  const { query, measure, borders } = props;
  const answer = useWholePeriods(query, props.answer);
  const { language } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const asked = useSeries(query, props.answer, measure, AHEAD);
  const found = useMemo(() => asked && forecast(asked.series, asked.frames), [asked]);
  const added = useMemo(
    () =>
      found && !('refused' in found)
        ? forecastSeries(found, { measure: measure.id, name: words.forecastMark })
        : undefined,
    [found, measure, words],
  );
  if (!asked || !found) return <p className="none">{words.asking}</p>;
  const chart = { title: measure.name[language], query, form: 'line' as const };
  const isForeseen = !('refused' in found);
  return (
    <>
      <ChartFigure chart={chart} answer={answer} borders={borders} added={added} leastPx={380} />
      {isForeseen ? (
        <div className="forecast-columns">
          <Ahead found={found} measure={measure} />
          <Backtests found={found} isPerDay={isPerDay(asked.series)} />
        </div>
      ) : (
        <p className="none">{words.tooShort(found.needed, found.came)}</p>
      )}
      <SeriesNotes series={asked.series} />
      <p className="method-note">{words.forecastMethod}</p>
    </>
  );
}

function Ahead({ found, measure }: { found: Forecast } & Pick<ViewProps, 'measure'>) {
  const { language } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const figure = (value: number) => figureLine(value, measure, language);
  return (
    <section>
      <h2 className="section-title">
        <span className="forecast-mark">{words.forecastMark}</span>
      </h2>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            <th scope="col" className="number">
              {words.forecast}
            </th>
            <th scope="col" className="number">
              {words.interval(formatPercent(found.level * 100, language, 0))}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.ahead.map(({ key, value, low, high }) => (
            <tr key={key} className="foreseen">
              <th scope="row">{formatPeriod(key, language)}</th>
              <td className="number">≈ {figure(value)}</td>
              <td className="number">
                {figure(low)} – {figure(high)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Backtests({ found, isPerDay }: { found: Forecast; isPerDay: boolean }) {
  const { language } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const { inside, of } = found.coverage;
  const level = formatPercent(found.level * 100, language, 0);
  return (
    <section>
      <h2 className="section-title">{words.backtest}</h2>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{words.method}</th>
            <th scope="col" className="number">
              {words.mase}
            </th>
            <th scope="col" className="number">
              {isPerDay ? words.maePerDay : words.mae}
            </th>
            <th scope="col" className="number">
              {words.trials}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.backtests.map(({ method, mase, mae, errors }) => (
            <tr key={method} data-chosen={method === found.method}>
              <th scope="row">
                {words.methods[method]}
                {method === found.method && <span className="cell-note">✓ {words.chosen}</span>}
              </th>
              <td className="number">{formatNumber(mase, 2, language)}</td>
              <td className="number">{formatNumber(mae, 2, language)}</td>
              <td className="number">{formatInteger(errors, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="coverage-note">
        {of === 0
          ? words.noCoverage
          : words.coverage(
              formatInteger(inside, language),
              formatInteger(of, language),
              level,
              formatPercent((inside / of) * 100, language, 0),
            )}
      </p>
    </section>
  );
}
