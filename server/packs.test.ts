import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Tile } from '../shared/board/board.ts';
import { lintBoard } from '../shared/board/legibility.ts';
import { createCatalogue } from '../shared/measure/catalogue.ts';
import type { Query } from '../shared/query/query.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import type { Unit } from '../shared/territory/unit.ts';
import { type LocalDay, parseDay } from '../shared/unit/local-day.ts';
import { createFold } from './fold/fold.ts';
import { evaluate } from './query/evaluate.ts';
import { readPack } from './source/pack.ts';
import type { ProvincePack } from './source/province-pack.ts';

const PROVINCES = path.resolve('fixtures/provinces');
const dayOf = (text: string) => parseDay(text) as LocalDay;

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

/** What comes of a question, as a code; no event has come in yet. */
function asker(read: ProvincePack, bordersDay: LocalDay) {
  const context = {
    view: createFold({ calendar: read.calendar }),
    catalogue: createCatalogue(read.indicators),
    territory: createTerritory(read.pack),
    targets: read.targets,
    now: Date.parse('2024-06-03T09:00:00+07:00'),
    bordersDay,
    scope: [read.pack.root],
    epoch: 'e',
  };
  return (query: Query) => {
    const asked = evaluate(query, context);
    return asked.ok ? 'answered' : asked.error.message;
  };
}

const existedIn2023 = ({ validFrom = '', validTo = '9999' }: Unit) =>
  validFrom <= '2023-12-31' && validTo >= '2023-12-31';

describe.each(readdirSync(PROVINCES))('the pack %s', (name) => {
  const read = readPack(path.join(PROVINCES, name));
  const { pack, boards, layers, boundaries, indicators, targets, published } = read;
  const catalogue = createCatalogue(indicators);
  const tiles = boards.flatMap(({ id, tiles: list }) =>
    list.map((tile) => ({ place: `${id}/${tile.id}`, tile })),
  );
  const questions = tiles.flatMap(({ place, tile }) =>
    queriesOf(tile).map((query) => ({ place, query })),
  );

  it('is named as its directory, and has boards, each of them legible on its wall', () => {
    expect(pack.slug).toBe(name);
    expect(boards.length).toBeGreaterThan(0);
    const problems = boards.flatMap((board) => lintBoard(board, pack.wall));
    expect(problems).toEqual([]);
  });

  it('names every procedure that its demo draws', () => {
    const terms = Object.entries(read.demo?.shape.fields ?? {}).map(([field, shape]) => ({
      field,
      count: shape.terms.length,
    }));
    const drawn = terms.flatMap(({ field, count }) =>
      Array.from({ length: count }, (_, at) => `tt-${field}-${at + 1}`),
    );
    const named = new Set((pack.procedures ?? []).map(({ code }) => code));
    expect(drawn.filter((code) => !named.has(code))).toEqual([]);
  });

  it('draws an area for each unit of a level and time, and for nothing else', () => {
    for (const { name: layer, level, from = '2023-12-31' } of layers) {
      const drawn = boundaries[layer]?.features.map(({ properties }) => properties.code);
      const exists = ({ validFrom = '', validTo = '9999' }: Unit) =>
        validFrom <= from && validTo >= from;
      const units = pack.units.filter((unit) => unit.level === level && exists(unit));
      expect(drawn?.sort(), layer).toEqual(units.map(({ code }) => code).sort());
    }
  });

  it('leads each unit that ended to units of the next day, and each new one back to an old one', () => {
    const ended = pack.units.filter(({ successors }) => successors !== undefined);
    const became = new Set<string>();
    for (const { code, validTo = '', successors = [] } of ended) {
      const next = dayOf(validTo) + 1;
      for (const successor of successors) {
        const begins = pack.units.some(
          (unit) => unit.code === successor && unit.validFrom && dayOf(unit.validFrom) === next,
        );
        expect(begins, `${code} → ${successor}`).toBe(true);
        became.add(successor);
      }
    }
    const begun = pack.units.filter(({ validFrom }) => validFrom !== undefined);
    expect([...became].sort()).toEqual(begun.map(({ code }) => code).sort());
  });

  it('asks for measures and dimensions that exist, and draws nothing it did not ask for', () => {
    for (const { place, query } of questions) {
      const used = [...(query.by ?? []), ...Object.keys(query.filter ?? {})];
      for (const id of query.measures) {
        expect(catalogue.get(id)?.dimensions, `${place}: ${id}`).toEqual(
          expect.arrayContaining(used),
        );
      }
    }
    for (const { place, tile } of tiles.filter(({ tile: { kind } }) => kind !== 'bullet')) {
      const asked = queriesOf(tile).flatMap(({ measures }) => measures);
      expect(asked, place).toEqual(expect.arrayContaining(drawnBy(tile)));
    }
  });

  it('filters by codes of its own', () => {
    const codes = {
      zone: pack.zones.map(({ code }) => code),
      junction: pack.junctions.map(({ code }) => code),
      field: pack.fields.map(({ code }) => code),
    };
    for (const [dimension, known] of Object.entries(codes)) {
      const used = questions.flatMap(({ query }) => query.filter?.[dimension as 'zone'] ?? []);
      expect(known).toEqual(expect.arrayContaining(used));
    }
    const programmes = questions.flatMap(({ query }) => query.programme ?? []);
    expect(pack.programmes.map(({ code }) => code)).toEqual(expect.arrayContaining(programmes));
  });

  it('has every question of its boards answered, for the root as for each district', () => {
    const ask = asker(read, dayOf('2024-06-03'));
    const districts = pack.units.filter((unit) => unit.level === 'district' && existedIn2023(unit));
    for (const { place, query } of questions) {
      expect(ask(query), place).toBe('answered');
      if (query.unit !== pack.root) continue;
      for (const { code } of districts) {
        const level = query.level === 'district' ? ({ level: 'commune' } as const) : {};
        expect(ask({ ...query, unit: code, ...level }), `${place} of ${code}`).toBe('answered');
      }
    }
  });

  it('has them answered for the borders of today as well', () => {
    const ask = asker(read, dayOf('2025-12-01'));
    for (const { place, query } of questions) {
      expect(ask({ ...query, borders: 'today' }), place).toBe('answered');
    }
  });

  it('compares with and prints figures of measures that exist', () => {
    for (const { measure } of targets) expect(catalogue.get(measure), measure).toBeDefined();
    for (const { id, measure } of published) {
      if (measure !== undefined) expect(catalogue.get(measure), id).toBeDefined();
    }
  });
});
