import { expect, test } from 'vitest';
import { createTerritory } from '../../shared/territory/territory.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { createFold } from '../fold/fold.ts';
import { readCameraOutages } from './camera-outages.ts';
import { at, PACK } from './sample-context.ts';

const NOW = at('2023-12-29T12:00:00+07:00');
const MINUTE_MS = 60_000;

/** So many cameras at each of the sites, all down since minutes before now, each a little later than the one before. */
function downAt(
  sites: readonly { zone: string; unit: string; owner: string; cameras: number; ago: number }[],
) {
  const fold = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
  let seq = 0;
  const place = () => ({ seq: ++seq, receivedAt: NOW });
  for (const { zone, unit, owner, cameras, ago } of sites)
    for (let i = 0; i < cameras; i++) {
      const camera = `${zone}-${i}`;
      const common = { source: 'vms', id: camera };
      const data = { camera, name: camera, unit, zone, owner, cadenceSeconds: 3600 };
      fold.apply(
        { ...common, kind: 'camera', time: NOW - 1e9, data: { ...data, stage: 'connected' } },
        place(),
      );
      const time = NOW - ago * MINUTE_MS + i;
      const reportedAt = new Date(time).toISOString();
      const status = { camera, state: 'offline' as const, reportedAt };
      fold.apply({ ...common, kind: 'camera-status', time, data: status }, place());
    }
  return (...units: string[]) =>
    readCameraOutages(
      {
        view: fold,
        borders: createTerritory(PACK).on(localDayOf(NOW)),
        kind: 'down',
        nowMs: NOW,
      },
      units,
    );
}

test('an outage says its cause, how many cameras and sites, since when, and the nearest unit that holds it', () => {
  const read = downAt([
    { zone: 'kcn-1', unit: '25747', owner: 'bot', cameras: 3, ago: 10 },
    { zone: 'kcn-2', unit: '719', owner: 'bot', cameras: 1, ago: 60 },
  ]);
  expect(read('74')).toEqual([
    {
      ...{ by: 'site', code: 'kcn-2', unit: '719', owners: ['bot'], sites: 1, cameras: 1 },
      ...{ fromMs: NOW - 60 * MINUTE_MS, toMs: NOW - 60 * MINUTE_MS },
    },
    {
      ...{ by: 'site', code: 'kcn-1', unit: '25747', owners: ['bot'], sites: 1, cameras: 3 },
      // Whole seconds, as the fold keeps them.
      ...{ fromMs: NOW - 10 * MINUTE_MS, toMs: NOW - 10 * MINUTE_MS },
    },
  ]);
});

test('many at once are one cause of their owner, told for the unit that holds them all', () => {
  const read = downAt([
    { zone: 'kcn-1', unit: '718', owner: 'bot', cameras: 15, ago: 10 },
    { zone: 'kcn-2', unit: '719', owner: 'bot', cameras: 15, ago: 12 },
  ]);
  const found = read('74').map(({ by, code, unit, sites, cameras }) => [
    ...[by, code, unit],
    ...[sites, cameras],
  ]);
  expect(found).toEqual([['owner', 'bot', '74', 2, 30]]);
  expect(read('719').map(({ by, code, cameras }) => [by, code, cameras])).toEqual([
    ['site', 'kcn-2', 15],
  ]);
  expect(read()).toEqual([]);
});
