import type { Board, Tile } from '../../shared/board/board.ts';
import type { Chart } from '../../shared/chart/chart.ts';
import { queryOfPublished } from '../../shared/published/computed.ts';
import type { PublishedFigure } from '../../shared/published/published.ts';
import type { Language } from '../../shared/unit/format.ts';
import { reasonText } from '../../shared/words/reason.ts';
import type { ExportItem, FixedFigure } from './export-job.ts';

/** An item before its question is asked. */
export type AskedItem = Omit<ExportItem, 'answer'>;

type PublishedById = ReadonlyMap<string, PublishedFigure>;

/** The questions of a board's tiles, each shown as its tile shows it; tiles that ask nothing have none. */
export function boardItems(
  { tiles }: Board,
  language: Language,
  published: PublishedById,
): AskedItem[] {
  return tiles.flatMap((tile) => {
    const place = { area: tile.area, tile: tile.title[language] };
    if (tile.kind === 'facts')
      return factItems(tile.figures, language, published).map((item) => ({ ...item, ...place }));
    return partsOf(tile, language).map(({ chart, label }): AskedItem => {
      return { chart, label, scope: tile.scope?.[language], ...place };
    });
  });
}

/** Titles of the tiles that are in no file: what is abnormal on other scenes. */
export function silentTiles({ tiles }: Board, language: Language): string[] {
  return tiles.filter(({ kind }) => kind === 'situation').map(({ title }) => title[language]);
}

/** What tiles tell without asking: printed words no measure corresponds to, systems nothing is heard of. */
export function fixedFigures(
  { tiles }: Board,
  language: Language,
  published: PublishedById,
): FixedFigure[] {
  return tiles.flatMap((tile): FixedFigure[] => {
    const place = { area: tile.area, tile: tile.title[language] };
    if (tile.kind === 'facts')
      return figuresIn(tile.figures, published)
        .filter((figure) => !queryOfPublished(figure))
        .map((figure) => {
          return { ...place, label: statementOf(figure, language), text: figure.printed };
        });
    if (tile.kind !== 'systems') return [];
    const silent = reasonText('IOC_QUERY_NOT_CONNECTED', language);
    return tile.systems
      .filter(({ system }) => system === undefined || !tile.query)
      .map(({ label }) => ({ ...place, label: label[language], text: silent }));
  });
}

function factItems(
  ids: readonly string[],
  language: Language,
  published: PublishedById,
): Omit<AskedItem, 'area'>[] {
  return figuresIn(ids, published).flatMap((figure) => {
    const query = queryOfPublished(figure);
    if (!query) return [];
    const title = statementOf(figure, language);
    const chart = { title, form: 'table' as const, query, measures: query.measures };
    return [{ chart, figure, scope: figure.scope[language] }];
  });
}

function figuresIn(ids: readonly string[], published: PublishedById): PublishedFigure[] {
  return ids.flatMap((id) => published.get(id) ?? []);
}

function statementOf(figure: PublishedFigure, language: Language): string {
  return (figure.shortStatement ?? figure.statement)[language];
}

interface Part {
  readonly chart: Chart;
  /** Beside the others of its tile. */
  readonly label?: string | undefined;
}

function partsOf(tile: Tile, language: Language): Part[] {
  const title = tile.title[language];
  const of = (form: Chart['form'], query: Chart['query'], measures: readonly string[]): Chart => {
    return { title, form, query, measures: [...measures] };
  };
  switch (tile.kind) {
    case 'number':
      return [{ chart: of('table', tile.query, [tile.measure]) }];
    case 'trend':
      return [{ chart: of(tile.chart, tile.query, tile.measures) }];
    case 'ranking': {
      const { order, limit } = tile;
      return [{ chart: { ...of('ranking', tile.query, [tile.measure]), order, limit } }];
    }
    case 'table':
      return [{ chart: of('table', tile.query, [...tile.columns.map(({ measure }) => measure)]) }];
    case 'composition':
      return [{ chart: of('ranking', tile.query, [tile.measure]) }];
    case 'status-grid':
      return [{ chart: of('table', tile.query, [tile.measure]) }];
    case 'funnel': {
      const measures = new Set(tile.stages.map(({ measure }) => measure));
      return [{ chart: of('table', tile.query, [...measures]) }];
    }
    case 'map': {
      const { query, measure, cameras } = tile;
      if (!query || !measure) return [];
      // Where each camera stands is nothing for a file: it tells how many are in which state.
      const form = cameras ? 'table' : 'map';
      return [{ chart: of(form, cameras ? { ...query, by: ['state'] } : query, [measure]) }];
    }
    case 'alarm-system':
      return [{ chart: of('table', tile.query, tile.query.measures) }];
    case 'systems':
      return tile.query ? [{ chart: of('table', tile.query, tile.query.measures) }] : [];
    case 'bullet':
      return rowParts(tile.rows, language, (label) => `${title} · ${label ?? ''}`);
    case 'indicators':
      return rowParts(tile.rows, language, (label) => label ?? title);
    case 'facts':
    case 'situation':
      return [];
  }
}

interface TileRow {
  readonly label?: Readonly<Record<Language, string>> | undefined;
  readonly query: Chart['query'];
  readonly measure: string;
}

function rowParts(
  rows: readonly TileRow[],
  language: Language,
  titleOf: (label: string | undefined) => string,
): Part[] {
  return rows.map(({ label, query, measure }) => {
    const title = titleOf(label?.[language]);
    return {
      chart: { title, form: 'table', query, measures: [measure] },
      label: label?.[language],
    };
  });
}
