import type { ReactNode } from 'react';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { formatAge } from '../../../shared/unit/format-time.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { dimensionWord } from '../dimension-words.ts';
import { CATALOGUE_WORDS } from './catalogue-words.ts';
import { SourceQuality } from './source-quality.tsx';

/** Everything there is to know about a measure before it is asked. */
export function MeasureSheet({ measure, children }: { measure: Measure; children?: ReactNode }) {
  const { language } = useTileSurroundings();
  const words = CATALOGUE_WORDS[language];
  return (
    <article className="measure-sheet" aria-labelledby="measure-name">
      <header>
        <p className="overline">{words.sources[measure.source]}</p>
        <h2 id="measure-name">{measure.name[language]}</h2>
        <p className="formula">
          <b>{measure.formula.id}</b> {measure.formula.text[language]}
        </p>
        {children}
      </header>
      <dl className="facts">
        {factsOf(measure, language).map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <SourceQuality feeds={measure.source} />
    </article>
  );
}

function factsOf(measure: Measure, language: Language): readonly (readonly [string, string])[] {
  const words = CATALOGUE_WORDS[language];
  const { additivity, dimensions } = measure;
  return [
    [words.legalBasis, measure.legalBasis[language]],
    [words.kind, words.kinds[measure.kind]],
    [words.unit, measure.unit[language] || '—'],
    [words.direction, words.directions[measure.direction]],
    [words.overUnits, words.additivity[additivity.units]],
    [words.overTime, words.additivity[additivity.time]],
    [words.dimensions, dimensions.map((each) => dimensionWord(each, language)).join(', ') || '—'],
    [words.freshness, formatAge(measure.freshnessMs, language)],
    [words.code, measure.id],
  ];
}
