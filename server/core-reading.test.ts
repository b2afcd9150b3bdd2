import { expect, test } from 'vitest';
import { cameraExample } from '../shared/event/camera.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import { readCamerasFor } from './core-reading.ts';
import { createFold } from './fold/fold.ts';
import { readPack } from './source/pack.ts';

const { pack, calendar } = readPack('fixtures/provinces/binh-duong');
const NOW = Date.parse('2023-12-29T12:00:00+07:00');

function camerasOf(scope: readonly string[], role: 'wall' | 'operator' = 'operator') {
  const fold = createFold({ calendar });
  for (const [at, unit] of ['718', '724'].entries()) {
    const data = { ...cameraExample, camera: `CAM-${unit}`, unit };
    const position = { seq: at + 1, receivedAt: NOW };
    fold.apply({ kind: 'camera', source: 'vms', id: unit, time: NOW - 1e9, data }, position);
  }
  const ports = { fold, territory: createTerritory(pack), now: () => NOW };
  return readCamerasFor({ role, name: '', scope }, ports).map(({ camera }) => camera);
}

test('a district sees its own cameras, the province all, and nobody those of another scope', () => {
  expect(camerasOf(['74'])).toEqual(['CAM-718', 'CAM-724']);
  expect(camerasOf(['74'], 'wall')).toEqual(['CAM-718', 'CAM-724']);
  expect(camerasOf(['718'])).toEqual(['CAM-718']);
  expect(camerasOf(['719'])).toEqual([]);
});
