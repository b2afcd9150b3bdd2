import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Measure } from '../../shared/measure/measure.ts';
import type { Query } from '../../shared/query/query.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import { createTerritory, type Territory } from '../../shared/territory/territory.ts';
import type { Language } from '../../shared/unit/format.ts';
import { localDayOf, parseDay } from '../../shared/unit/local-day.ts';
import { type Names, nameOf, namesOf } from '../../shared/words/names.ts';
import type { ExportItem, ExportPack } from './export-job.ts';

/** What a pack calls things, made once. */
export interface Naming {
  readonly pack: ExportPack;
  readonly names: Names;
  readonly territory: Territory;
  readonly measures: ReadonlyMap<string, Measure>;
}

export function createNaming(pack: ExportPack): Naming {
  const { measures } = createCatalogue(pack.indicators, pack.pack);
  const { terms = {}, procedures = [] } = pack.pack;
  const source = pack.sources.map(({ source, name }) => ({ code: source, name }));
  return {
    pack,
    names: new Map([
      ...namesOf({ ...pack.pack, terms: { ...terms, source } }),
      ['procedure', new Map(procedures.map(({ code, name }) => [code, name]))],
    ]),
    territory: createTerritory(pack.pack),
    measures: new Map(measures.map((measure) => [measure.id, measure])),
  };
}

/** Borders under which the units of an answer are named. */
export function bordersOf(
  { territory }: Pick<Naming, 'territory'>,
  { chart, answer }: ExportItem,
): Borders {
  const now = localDayOf(Date.parse(answer.asOf));
  if (chart.query.borders === 'today') return territory.on(now);
  return territory.on(parseDay(answer.period.to) ?? now);
}

/** `Tỉnh Bình Dương · Trực tuyến toàn trình` */
export function scopeText(naming: Naming, item: ExportItem, language: Language): string {
  const { query } = item.chart;
  const borders = bordersOf(naming, item);
  const named = (dimension: string, code: string) =>
    nameOf(naming.names, dimension, code, language, borders);
  const filters = Object.entries(query.filter ?? {}).map(([dimension, codes]) =>
    (codes ?? []).map((code) => named(dimension, code)).join(', '),
  );
  const programmes = (query.programme ?? []).map((code) => named('programme', code));
  return [rootName(naming, query, borders, language), ...programmes, ...filters].join(' · ');
}

function rootName(
  { pack: { pack } }: Naming,
  query: Query,
  borders: Borders,
  language: Language,
): string {
  if (query.unit === pack.root) return pack.name[language];
  return borders.unit(query.unit)?.name ?? query.unit;
}

/** Names of the systems that send what a measure counts. */
export function sourceNames(
  { pack }: Naming,
  measure: Measure,
  language: Language,
): readonly string[] {
  return pack.sources
    .filter(({ kinds }) => kinds.some((kind) => kind === measure.source))
    .map(({ name }) => name[language]);
}
