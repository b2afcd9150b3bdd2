import { expect, test } from 'vitest';
import { cameraExample } from '../shared/event/camera.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import { readCamerasFor, sourcesInScope } from './core-reading.ts';
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

test('a district is told of sources that sent something about it or that it owes something to', () => {
  const promised = ['mot-cua', 'vms', 'bao-cao', 'camera-khac'].map((source) => ({
    ...{ source, name: { vi: source, en: source }, kinds: ['link'], cadenceSeconds: 60 },
    ...(source === 'bao-cao' && { owes: { units: ['718'], each: 'month' as const } }),
  }));
  const states = promised.map((each) => ({
    ...each,
    ...{ lastReceivedAt: null, state: 'never' as const },
  }));
  const sent = (source: string, unit: string) => ({
    ...{ source, unit, outcome: 'accepted' as const, code: '', days: [] },
  });
  const arrivals = [sent('mot-cua', '718'), sent('vms', '25747'), sent('camera-khac', '725')];
  const ports = {
    log: { arrivals: () => arrivals },
    territory: createTerritory(pack),
    now: () => NOW,
  };
  const seenBy = (...scope: string[]) =>
    sourcesInScope(states, promised, { scope }, ports).map(({ source }) => source);
  expect(seenBy('74')).toEqual(['mot-cua', 'vms', 'bao-cao', 'camera-khac']);
  expect(seenBy('718')).toEqual(['mot-cua', 'vms', 'bao-cao']);
  expect(seenBy('725')).toEqual(['camera-khac']);
  expect(seenBy('719')).toEqual([]);
});
