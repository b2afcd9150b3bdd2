import type { Tile } from '../../../shared/board/board.ts';
import type { Chart } from '../../../shared/chart/chart.ts';
import type { BilingualText, Measure } from '../../../shared/measure/measure.ts';

export interface PinGround {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly title: BilingualText;
  /** A layer of boundaries of the question's level; undefined: none is known. */
  readonly boundaries: string | undefined;
}

const MOST = { lines: 4, rows: 10, columns: 6 } as const;
const SIZES = {
  trend: { w: 8, h: 5 },
  ranking: { w: 6, h: 6 },
  table: { w: 8, h: 6 },
  map: { w: 8, h: 9 },
  number: { w: 6, h: 3 },
} as const;

/** The tile of the wall that shows a chart; null where no kind of tile can. */
export function pinnedTile({ query: asked, ...shown }: Chart, ground: PinGround): Tile | null {
  // A wall shows what is now: a moment looked back at would stand there for good, an old number as a new one.
  const { asOf: _, ...query } = asked;
  const chart: Chart = { ...shown, query };
  const { form } = chart;
  const by = query.by ?? [];
  if (query.grain) return by.length <= 1 && form !== 'map' ? trendOf(chart, ground) : null;
  if (by.length === 0) return numberOf(chart, ground);
  if (by.length > 1) return null;
  if (form === 'map') return mapOf(chart, ground);
  return form === 'table' ? tableOf(chart, ground) : rankingOf(chart, ground);
}

const frameOf = (kind: keyof typeof SIZES, { title }: PinGround) => ({
  id: kind,
  area: { x: 0, y: 0, ...SIZES[kind] },
  title: { ...title },
});
const shownIn = ({ measures, query }: Chart) => measures ?? query.measures;
const firstOf = (chart: Chart) => shownIn(chart)[0] ?? '';

function trendOf(chart: Chart, ground: PinGround): Tile {
  const drawn = chart.form === 'bar' || chart.form === 'stacked' ? chart.form : 'line';
  return {
    ...frameOf('trend', ground),
    kind: 'trend',
    query: chart.query,
    measures: shownIn(chart).slice(0, MOST.lines),
    chart: drawn,
  };
}

function numberOf(chart: Chart, ground: PinGround): Tile {
  const { query } = chart;
  return {
    ...frameOf('number', ground),
    kind: 'number',
    query,
    measure: firstOf(chart),
    size: 'medium',
  };
}

function rankingOf(chart: Chart, ground: PinGround): Tile {
  const measure = firstOf(chart);
  const { kind, direction } = ground.measures.get(measure) ?? {};
  const isRate = kind === 'ratio' || kind === 'mean';
  return {
    ...frameOf('ranking', ground),
    kind: 'ranking',
    query: chart.query,
    measure,
    by: chart.query.by?.[0] ?? '',
    order: direction === 'neutral' ? 'descending' : 'best-first',
    mark: isRate ? 'dot' : 'bar',
    limit: MOST.rows,
  };
}

function tableOf(chart: Chart, ground: PinGround): Tile {
  const columns = shownIn(chart).map((id) => ({
    measure: id,
    label: { ...(ground.measures.get(id)?.shortName ?? { vi: id, en: id }) },
  }));
  return {
    ...frameOf('table', ground),
    kind: 'table',
    query: chart.query,
    by: chart.query.by?.[0] ?? '',
    columns: columns.slice(0, MOST.columns),
    limit: MOST.rows,
  };
}

function mapOf(chart: Chart, ground: PinGround): Tile | null {
  const { boundaries } = ground;
  if (boundaries === undefined) return null;
  return {
    ...frameOf('map', ground),
    kind: 'map',
    query: chart.query,
    measure: firstOf(chart),
    boundaries,
    drill: true,
  };
}
