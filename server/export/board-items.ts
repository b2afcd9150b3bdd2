import type { Board, Tile } from '../../shared/board/board.ts';
import type { Chart } from '../../shared/chart/chart.ts';
import type { Language } from '../../shared/unit/format.ts';
import type { ExportItem } from './export-job.ts';

/** An item before its question is asked. */
export type AskedItem = Omit<ExportItem, 'answer'>;

/** The questions of a board's tiles, each shown as its tile shows it; tiles that ask nothing have none. */
export function boardItems({ tiles }: Board, language: Language): AskedItem[] {
  return tiles.flatMap((tile) =>
    chartsOf(tile, language).map((chart): AskedItem => {
      return { chart, area: tile.area, scope: tile.scope?.[language] };
    }),
  );
}

/** Titles of the tiles that ask nothing: printed figures, systems, the situation. */
export function silentTiles({ tiles }: Board, language: Language): string[] {
  return tiles
    .filter((tile) => chartsOf(tile, language).length === 0)
    .map(({ title }) => title[language]);
}

function chartsOf(tile: Tile, language: Language): Chart[] {
  const title = tile.title[language];
  const of = (form: Chart['form'], query: Chart['query'], measures: readonly string[]): Chart => {
    return { title, form, query, measures: [...measures] };
  };
  switch (tile.kind) {
    case 'number':
      return [of('table', tile.query, [tile.measure])];
    case 'trend':
      return [of(tile.chart, tile.query, tile.measures)];
    case 'ranking':
      return [
        { ...of('ranking', tile.query, [tile.measure]), order: tile.order, limit: tile.limit },
      ];
    case 'table':
      return [
        of(
          'table',
          tile.query,
          tile.columns.map(({ measure }) => measure),
        ),
      ];
    case 'composition':
      return [of('ranking', tile.query, [tile.measure])];
    case 'status-grid':
      return [of('table', tile.query, [tile.measure])];
    case 'funnel':
      return [of('table', tile.query, [...new Set(tile.stages.map(({ measure }) => measure))])];
    case 'map':
      return tile.query && tile.measure ? [of('map', tile.query, [tile.measure])] : [];
    case 'bullet':
      return tile.rows.map(({ label, query, measure }) => {
        return { ...of('table', query, [measure]), title: `${title} · ${label[language]}` };
      });
    case 'indicators':
      return tile.rows.map(({ label, query, measure }) => {
        return { ...of('table', query, [measure]), title: label?.[language] ?? title };
      });
    case 'systems':
    case 'facts':
    case 'situation':
      return [];
  }
}
