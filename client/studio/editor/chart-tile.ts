import type { Tile } from '../../../shared/board/board.ts';
import { fitsIn, leastSize } from '../../../shared/board/edit/least-size.ts';
import { newTile, type TileGround } from '../../../shared/board/edit/new-tile.ts';
import type { Chart } from '../../../shared/chart/chart.ts';

/** What a measure is called. */
type Name = (measure: string) => { readonly vi: string; readonly en: string };

/** Rows that a pinned chart begins with: more can be set, few are read from afar. */
const ROWS = 6;
const MOST = { lines: 4, columns: 6, rows: 20 } as const;

/** A chart of the studio as a tile of a board, its question unchanged; null for a form that no tile has. */
export function tileOfChart(chart: Chart, id: string, ground: TileGround, name: Name): Tile | null {
  const tile = shapeOf(chart, ground, name);
  if (!tile) return null;
  const { w, h } = tile.area;
  const size = fitsIn(tile, w, h) ? { w, h } : leastSize(tile);
  return { ...tile, id, area: { x: 0, y: 0, ...(size ?? { w, h }) } };
}

function shapeOf(chart: Chart, ground: TileGround, name: Name): Tile | null {
  const { query, form } = chart;
  const [by] = query.by ?? [];
  if (form === 'distribution' || form === 'bump') return null;
  if (form === 'map') return mapOf(chart, ground);
  if (query.grain) return form === 'table' ? null : trendOf(chart, ground);
  if (by === undefined) return numberOf(chart, ground);
  return form === 'table' ? tableOf(chart, by, ground, name) : rankingOf(chart, by, ground);
}

const measuresOf = ({ measures, query }: Chart) => measures ?? query.measures;
const titleOf = ({ title }: Chart) => ({ vi: title, en: title });

function trendOf(chart: Chart, ground: TileGround): Tile | null {
  const start = newTile('trend', ground);
  if (start?.kind !== 'trend') return null;
  const { form, query } = chart;
  const drawn = form === 'line' || form === 'stacked' ? form : 'bar';
  const measures = measuresOf(chart).slice(0, MOST.lines);
  return { ...start, title: titleOf(chart), query, measures, chart: drawn };
}

function numberOf(chart: Chart, ground: TileGround): Tile | null {
  const start = newTile('number', ground);
  const [measure] = measuresOf(chart);
  if (start?.kind !== 'number' || measure === undefined) return null;
  return { ...start, title: titleOf(chart), query: chart.query, measure };
}

function rankingOf(chart: Chart, by: string, ground: TileGround): Tile | null {
  const start = newTile('ranking', ground);
  const [measure] = measuresOf(chart);
  if (start?.kind !== 'ranking' || measure === undefined) return null;
  const { query, order = 'descending' } = chart;
  const limit = Math.min(chart.limit ?? ROWS, MOST.rows);
  const told = order === 'as-asked' ? 'descending' : order;
  return { ...start, title: titleOf(chart), query, measure, by, order: told, limit };
}

function tableOf(chart: Chart, by: string, ground: TileGround, name: Name): Tile | null {
  const start = newTile('table', ground);
  if (start?.kind !== 'table') return null;
  const columns = measuresOf(chart)
    .slice(0, MOST.columns)
    .map((measure) => ({ measure, label: { ...name(measure) } }));
  return { ...start, title: titleOf(chart), query: chart.query, by, columns, limit: ROWS };
}

function mapOf(chart: Chart, ground: TileGround): Tile | null {
  const start = newTile('map', ground);
  const [measure] = measuresOf(chart);
  if (start?.kind !== 'map' || measure === undefined) return null;
  return { ...start, title: titleOf(chart), query: chart.query, measure };
}
