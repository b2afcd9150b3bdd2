import { expect, test } from 'vitest';
import { cameraExample } from '../shared/event/camera.ts';
import type { CameraState } from '../shared/event/camera-status.ts';
import type { AcceptedEvent } from '../shared/event/kinds.ts';
import { createCatalogue } from '../shared/measure/catalogue.ts';
import type { MeasureSource } from '../shared/measure/measure.ts';
import { createTerritory } from '../shared/territory/territory.ts';
import { localDayOf } from '../shared/unit/local-day.ts';
import { createFold } from './fold/fold.ts';
import { openMemoryLog } from './log/memory-log.ts';
import { evaluate } from './query/evaluate.ts';
import { relive } from './relive.ts';
import { readPack } from './source/pack.ts';

const { pack, calendar } = readPack('fixtures/provinces/binh-duong');
const BEGUN_MS = Date.parse('2023-12-29T00:00:00+07:00');
const HOUR_MS = 3_600_000;
const SPAN = { fromMs: BEGUN_MS, toMs: BEGUN_MS + 5 * HOUR_MS, stepMs: HOUR_MS };
const ADMIN = { role: 'admin', name: '', scope: ['74'] } as const;

/** A camera announced half an hour after midnight, up at one, down at two, up again at four. */
function ports() {
  const log = openMemoryLog();
  const put = (hour: number, event: Pick<AcceptedEvent, 'kind' | 'data'>) => {
    const atMs = BEGUN_MS + hour * HOUR_MS;
    const line = JSON.stringify({ source: 'vms', id: `${hour}`, time: atMs, ...event });
    log.append([{ source: 'vms', id: `${hour}`, line }], atMs);
  };
  const { camera } = cameraExample;
  const report = (hour: number, state: CameraState) => {
    const reportedAt = new Date(BEGUN_MS + hour * HOUR_MS).toISOString();
    put(hour, { kind: 'camera-status', data: { camera, state, reportedAt } });
  };
  put(0.5, { kind: 'camera', data: { ...cameraExample, stage: 'connected' } });
  report(1, 'online');
  report(2, 'offline');
  // Nobody counts as down who has said nothing for long.
  report(2.95, 'offline');
  report(4, 'online');
  return {
    folding: {
      log,
      parse: (text: string) => JSON.parse(text) as AcceptedEvent,
      monoMs: () => 0,
      pause: async () => undefined,
    },
    newFold: () => createFold({ calendar }),
    territory,
    promised: [{ source: 'vms', name: cameraNamed, kinds: [], cadenceSeconds: 3600 }],
    sourcesOf: (): MeasureSource[] => ['camera'],
    ask: evaluateAt,
  };
}
const territory = createTerritory(pack);
const evaluateAt: Parameters<typeof relive>[2]['ask'] = (query, view, { scope }, now) =>
  evaluate(query, {
    ...{ catalogue: createCatalogue([]), territory, targets: [], epoch: 'e', view, scope, now },
    bordersDay: localDayOf(now),
  });
const cameraNamed = { vi: 'Camera', en: 'Cameras' };
const hourOf = ({ atMs }: { readonly atMs: number }) => (atMs - BEGUN_MS) / HOUR_MS;

test('outages are told as they stood at each moment, from the first report on', async () => {
  const asked = { ...SPAN, kind: 'outages', unit: '74', silence: false } as const;
  const moments = await relive(asked, ADMIN, ports());
  expect(
    moments.map((each) => [
      hourOf(each),
      each.outages.reduce((sum, { cameras }) => sum + cameras, 0),
    ]),
  ).toEqual([...[[1, 0] as const, [2, 1] as const, [3, 1] as const, [4, 0] as const], [5, 0]]);
});

test('a source is as silent as what had come by then says, and before anything came nothing is told', async () => {
  const moments = await relive({ ...SPAN, kind: 'sources' }, ADMIN, ports());
  const told = moments.map((each) => [
    hourOf(each),
    ((each.sources[0]?.lastReceivedAt ?? 0) - BEGUN_MS) / HOUR_MS,
  ]);
  expect(told).toEqual([
    ...[[1, 1] as const, [2, 2] as const, [3, 2.95] as const, [4, 4] as const],
    [5, 4],
  ]);
});

test('a question is answered as it was at each moment, from the first event on that could tell', async () => {
  const query = { measures: ['camera.online'], unit: '74', period: { relative: 'today' as const } };
  const moments = await relive({ ...SPAN, kind: 'figures', query }, ADMIN, ports());
  const told = moments.map((each) => [
    ...[hourOf(each), each.figures?.from, each.figures?.rows[0]?.values['camera.online']?.value],
  ]);
  expect(told.map(([hour, , value]) => [hour, value])).toEqual([
    [1, 1],
    [2, 0],
    [3, 0],
    [4, 1],
    // Silent for its whole cadence.
    [5, 0],
  ]);
  expect(told[0]?.[1]).toBe('2023-12-29');
});

test('a question that is refused ends the run with its reason', async () => {
  const query = { measures: ['no.such'], unit: '74', period: { relative: 'today' as const } };
  const run = relive({ ...SPAN, kind: 'figures', query }, ADMIN, ports());
  await expect(run).rejects.toMatchObject({ code: 'IOC_ALARM_EVALUATION' });
});
