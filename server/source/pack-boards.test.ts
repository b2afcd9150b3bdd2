import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Tile } from '../../shared/board/board.ts';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { Query } from '../../shared/query/query.ts';
import { readPack } from './pack.ts';

const { pack, boards, indicators, targets, published } = readPack(
  path.resolve('fixtures/provinces/binh-duong'),
);
const catalogue = createCatalogue(indicators);

function queriesOf(tile: Tile): Query[] {
  if ('rows' in tile) return tile.rows.map(({ query }) => query);
  const sparkline = tile.kind === 'number' && tile.sparkline ? [tile.sparkline] : [];
  return 'query' in tile && tile.query ? [tile.query, ...sparkline] : sparkline;
}
/** Measures a tile draws, which its query therefore has to ask for. */
function drawnBy(tile: Tile): string[] {
  if (tile.kind === 'trend') return tile.measures;
  if (tile.kind === 'table') return tile.columns.map(({ measure }) => measure);
  if (tile.kind === 'funnel') return tile.stages.map(({ measure }) => measure);
  const notes = tile.kind === 'number' ? (tile.notes ?? []).map(({ measure }) => measure) : [];
  return 'measure' in tile && tile.measure ? [tile.measure, ...notes] : notes;
}

describe('the boards of Bình Dương', () => {
  const cases = boards.flatMap(({ id, tiles }) =>
    tiles.map((tile) => [`${id}/${tile.id}`, tile] as const),
  );
  it.each(cases)('%s asks for measures and dimensions that exist', (_, tile) => {
    for (const { measures, by = [], filter = {} } of queriesOf(tile)) {
      const used = [...by, ...Object.keys(filter)];
      for (const name of measures) {
        expect(catalogue.get(name)?.dimensions, name).toEqual(expect.arrayContaining(used));
      }
    }
    const asked = queriesOf(tile).flatMap(({ measures }) => measures);
    if (tile.kind !== 'bullet') expect(asked).toEqual(expect.arrayContaining(drawnBy(tile)));
  });
  it('filter by codes of the pack only', () => {
    const known = {
      zone: pack.zones.map(({ code }) => code),
      junction: pack.junctions.map(({ code }) => code),
      field: pack.fields.map(({ code }) => code),
    };
    const filters = boards.flatMap(({ tiles }) => tiles.flatMap(queriesOf)).map((q) => q.filter);
    for (const [dimension, codes] of Object.entries(known)) {
      const used = filters.flatMap((filter) => filter?.[dimension as 'zone'] ?? []);
      expect(codes).toEqual(expect.arrayContaining(used));
    }
  });
  it('never draw an illustrative indicator without the word', () => {
    const tiles = boards.flatMap((board) => board.tiles);
    const ofIndicators = tiles.filter((tile) =>
      queriesOf(tile).some(({ measures }) =>
        measures.some((name) => name.startsWith('indicator.')),
      ),
    );
    expect(ofIndicators.length).toBeGreaterThan(2);
    for (const { title, scope } of ofIndicators) {
      expect(`${title.vi} ${scope?.vi}`).toContain('minh họa');
      expect(`${title.en} ${scope?.en}`).toContain('illustrative');
    }
  });
  it('compare with targets of measures that exist, each saying who set it', () => {
    for (const { measure, setBy } of targets) {
      expect(catalogue.get(measure), measure).toBeDefined();
      expect(setBy.vi).toMatch(/^Bài 00\d|minh họa/);
    }
  });
  it('print figures of measures that exist', () => {
    const measured = published.filter(({ measure }) => measure !== undefined);
    expect(measured.length).toBeGreaterThan(12);
    for (const { measure = '' } of measured) expect(catalogue.get(measure), measure).toBeDefined();
  });
});
