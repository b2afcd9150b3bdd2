import { useMemo } from 'react';
import { type Distribution, describeDistribution } from '../../../shared/analysis/distribution.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { ChartFigure } from '../answer/chart-figure.tsx';
import { ANALYSE_WORDS } from './analyse-words.ts';
import type { ViewProps } from './view-props.ts';

/** How the units of a level lie: quartiles, who lies outside, and the rate of all together. */
export function DistributionView({ query, answer, measure, borders }: ViewProps) {
  const { language } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const described = useMemo(() => {
    const members = answer.rows.map((row) => {
      const { value = null, num, den } = row.values[measure.id] ?? {};
      return { key: row.unit ?? row.key, value, num, den };
    });
    return describeDistribution(members, scaleOf(measure));
  }, [answer, measure]);
  if ('refused' in described)
    return <p className="none">{words.tooFew(described.needed, described.came)}</p>;
  const chart = { title: measure.name[language], query, form: 'distribution' as const };
  return (
    <>
      <Statistics found={described} measure={measure} />
      <ChartFigure chart={chart} answer={answer} borders={borders} />
      <Outliers found={described} measure={measure} borders={borders} />
      <p className="method-note">{words.distributionMethod}</p>
    </>
  );
}

const scaleOf = ({ kind, expression }: Measure) =>
  kind === 'ratio' && 'scale' in expression ? expression.scale : undefined;

function Statistics({ found, measure }: { found: Distribution; measure: Measure }) {
  const { language } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  const values = [found.min, found.q1, found.median, found.q3, found.max];
  return (
    <dl className="statistics">
      {words.stats.map((name, at) => (
        <div key={name} data-loud={at === 2}>
          <dt>{name}</dt>
          <dd>{figureLine(values[at], measure, language)}</dd>
        </div>
      ))}
      {found.pooled !== undefined && (
        <div>
          <dt>{words.pooled}</dt>
          <dd>{figureLine(found.pooled, measure, language)}</dd>
        </div>
      )}
    </dl>
  );
}

function Outliers({
  found: { outliers, missing },
  measure,
  borders,
}: {
  found: Distribution;
} & Pick<ViewProps, 'measure' | 'borders'>) {
  const { language, names } = useTileSurroundings();
  const words = ANALYSE_WORDS[language];
  return (
    <section>
      <h2 className="section-title">{words.outliers}</h2>
      {outliers.length === 0 && <p>{words.noOutliers}</p>}
      <ul className="outliers">
        {outliers.map(({ key, value, isFar, side }) => (
          <li key={key}>
            <span>{nameOf(names, 'unit', key, language, borders)}</span>
            <b>{figureLine(value, measure, language)}</b>
            <span className="cell-note">
              {side === 'high' ? '▲ ' : '▼ '}
              {isFar ? words.far : words.near}
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && <p className="cell-note">{words.missing(missing.length)}</p>}
    </section>
  );
}
