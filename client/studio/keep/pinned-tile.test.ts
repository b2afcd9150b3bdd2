import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Tile } from '../../../shared/board/board.ts';
import type { Chart } from '../../../shared/chart/chart.ts';
import { COMMON_MEASURES } from '../../../shared/measure/catalogue.ts';
import type { Query } from '../../../shared/query/query.ts';
import { pinnedTile } from './pinned-tile.ts';

const ground = {
  measures: new Map(COMMON_MEASURES.map((each) => [each.id, each])),
  title: { vi: 'Tỷ lệ đúng hạn', en: 'On-time rate' },
  boundaries: 'districts',
};
const pin = (form: Chart['form'], more: Partial<Query>, over = ground) =>
  pinnedTile(
    {
      title: 'x',
      form,
      query: {
        measures: ['dossier.onTimeRate', 'dossier.received'],
        unit: '74',
        period: { relative: 'last-year' },
        ...more,
      },
    },
    over,
  );

describe('a chart that is pinned', () => {
  it('shows what is now, whatever moment the chart looks back at', () => {
    const tile = pin('table', { by: ['field'], asOf: '2023-06-01T00:00:00+07:00' });
    expect(tile).toEqual(pin('table', { by: ['field'] }));
    expect(JSON.stringify(tile)).not.toContain('asOf');
  });
  it('is a tile that the board takes, of the kind that shows it', () => {
    const pinned = [
      pin('line', { grain: 'month' }),
      pin('stacked', { grain: 'month', by: ['channel'] }),
      pin('ranking', { by: ['field'] }),
      pin('table', { by: ['field'] }),
      pin('map', { by: ['unit'], level: 'district' }),
      pin('table', {}),
    ];
    expect(pinned.map((tile) => tile?.kind)).toEqual([
      'trend',
      'trend',
      'ranking',
      'table',
      'map',
      'number',
    ]);
    for (const tile of pinned) expect([tile?.kind, Check(Tile, tile)]).toEqual([tile?.kind, true]);
  });
  it('ranks rates by dots and the best first', () => {
    expect(pin('ranking', { by: ['field'] })).toMatchObject({ mark: 'dot', order: 'best-first' });
    const counts = pin('ranking', { by: ['field'], measures: ['dossier.received'] });
    expect(counts).toMatchObject({ mark: 'bar', order: 'descending' });
  });
  it('is none where the wall has no such tile', () => {
    expect(pin('table', { by: ['field', 'channel'] })).toBeNull();
    expect(pin('line', { grain: 'month', by: ['field', 'channel'] })).toBeNull();
    const noLayer = { ...ground, boundaries: undefined };
    expect(
      pinnedTile(
        {
          title: 'x',
          form: 'map',
          query: {
            measures: ['dossier.onTimeRate'],
            unit: '74',
            period: { relative: 'last-year' },
            by: ['unit'],
            level: 'district',
          },
        },
        noLayer,
      ),
    ).toBeNull();
  });
});
