import { afterEach, describe, expect, test } from 'vitest';
import type { Pack, Targets } from '../../shared/territory/pack.ts';
import { readPack } from '../source/pack.ts';
import type { SourceState } from './ports.ts';
import { ADMIN, DISTRICT, startServer, stopServers, WALL } from './test-server.ts';

afterEach(stopServers);

const read = readPack('fixtures/provinces/binh-duong');
const targetOf = (unit: string) => ({
  ...{ measure: 'dossier.onTimeRate', kind: 'target' as const, value: 98, unit },
  ...{
    validFrom: '2023-01-01',
    validTo: '2023-12-31',
    setBy: { vi: 'minh họa', en: 'illustrative' },
  },
});

/** Asks as somebody, of the demo's pack with targets of the province and two districts. */
async function ask<T>(path: string, headers: typeof ADMIN): Promise<T> {
  const targets = ['74', '718', '725'].map(targetOf);
  const pack = { ...read, targets, measures: [], layers: [], boundaries: {} };
  const app = await startServer({ pack }, { sources: async ({ scope }) => [sourceOf(scope)] });
  return (await app.inject({ url: path, headers })).json();
}

const sourceOf = (scope: readonly string[]): SourceState => ({
  ...{ source: scope.join(), name: { vi: '', en: '' }, kinds: [] },
  ...{ cadenceSeconds: 1, lastReceivedAt: null, state: 'never' },
});

describe('an operator of one district', () => {
  test('is told where sites of that district stand, and of no other', async () => {
    const whole = await ask<Pack>('/api/v1/territory', ADMIN);
    const part = await ask<Pack>('/api/v1/territory', DISTRICT);
    const unitOf = new Map(read.pack.units.map(({ code, parent }) => [code, parent]));
    const isOwn = (unit: string) => unit === '718' || unitOf.get(unit) === '718';
    expect(part.zones).toEqual(whole.zones.filter(({ unit }) => isOwn(unit)));
    expect(part.junctions).toEqual(whole.junctions.filter(({ unit }) => isOwn(unit)));
    expect(part.junctions.length).toBeGreaterThan(0);
    expect(part.junctions.length).toBeLessThan(whole.junctions.length);
  });

  test('is told all registers, since names of codes are public', async () => {
    const { zones: _z, junctions: _j, ...whole } = await ask<Pack>('/api/v1/territory', ADMIN);
    expect(await ask('/api/v1/territory', DISTRICT)).toMatchObject(whole);
  });

  test('is told the targets of the district and of the province, not of a neighbour', async () => {
    const unitsOf = async (who: typeof ADMIN) =>
      (await ask<Targets>('/api/v1/targets', who)).map(({ unit }) => unit);
    expect(await unitsOf(DISTRICT)).toEqual(['74', '718']);
    expect(await unitsOf(WALL)).toEqual(['74', '718', '725']);
  });

  test('asks for sources under its own scope', async () => {
    expect(await ask('/api/v1/sources', DISTRICT)).toMatchObject([{ source: '718' }]);
  });
});
