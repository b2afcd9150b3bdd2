import type { Measure, MeasureSource } from '../../../shared/measure/measure.ts';
import { matchesSearch } from '../../../shared/unit/text.ts';

export interface MeasureGroup {
  readonly source: MeasureSource;
  readonly measures: readonly Measure[];
}

/**
 * The measures that match, by what they are made of, in the catalogue's order; those whose own name matches come first.
 * Names, formula, legal basis and id are searched in both languages, accents and case aside.
 */
export function groupMeasures(measures: Iterable<Measure>, search: string): MeasureGroup[] {
  const groups = new Map<MeasureSource, Measure[]>();
  const isNamed = ({ name }: Measure) => matchesSearch(`${name.vi} ${name.en}`, search);
  for (const measure of measures) {
    if (search.trim() !== '' && !matchesSearch(searchedText(measure), search)) continue;
    const group = groups.get(measure.source);
    if (group) group.push(measure);
    else groups.set(measure.source, [measure]);
  }
  return [...groups].map(([source, members]) => ({
    source,
    measures: [...members.filter(isNamed), ...members.filter((each) => !isNamed(each))],
  }));
}

function searchedText({ id, name, shortName, formula, legalBasis }: Measure): string {
  const texts = [name, shortName, formula.text, legalBasis];
  return [id, formula.id, ...texts.flatMap(({ vi, en }) => [vi, en])].join(' · ');
}
