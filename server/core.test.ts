import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Dossier, dossierExample } from '../shared/event/dossier.ts';
import type { Answer } from '../shared/query/answer.ts';
import type { Query } from '../shared/query/query.ts';
import type { Principal } from './access/principal.ts';
import { openCore } from './core.ts';
import type { CoreCalls, CoreListener } from './core-calls.ts';

const ADMIN: Principal = { role: 'admin', name: 'admin', scope: ['wabo'] };
const COUNTS: Query = {
  measures: ['dossier.received', 'dossier.resolved'],
  unit: 'wabo',
  period: { from: '2023-01-01', to: '2023-12-31' },
};
const listener = {
  onOutputs: vi.fn<CoreListener['onOutputs']>(),
  onReadiness: vi.fn<CoreListener['onReadiness']>(),
  onClock: vi.fn<CoreListener['onClock']>(),
  onNotice: vi.fn<CoreListener['onNotice']>(),
};
let folder = '';
let running: CoreCalls | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ioc-core-'));
  vi.clearAllMocks();
});
afterEach(async () => {
  vi.useRealTimers();
  await running?.close();
  rmSync(folder, { recursive: true });
});

async function open(): Promise<CoreCalls> {
  running = await openCore(
    {
      packDirectory: 'fixtures/provinces/wabo',
      dataDirectory: folder,
      clock: undefined,
      futureLimitMs: 86_400_000,
      epoch: 'e1',
    },
    listener,
  );
  return running;
}

const finished: Partial<Dossier> = { status: '9', finished: '2023-12-15T10:30:00+07:00' };
const unfinished: Partial<Dossier> = { status: '4' };

function event(code: string, state: Partial<Dossier>, hour: number): string {
  const { finished: _finished, returned: _returned, ...example } = dossierExample;
  return JSON.stringify({
    specversion: '1.0',
    id: `${code}/${hour}`,
    source: 'wabo-receipt',
    type: 'ioc.dossier.v1',
    time: `2023-12-20T${String(hour).padStart(2, '0')}:00:00+07:00`,
    data: {
      ...example,
      agency: 'wabo',
      field: 'no-group',
      unit: 'wabo-general',
      intakeUnit: 'wabo-general',
      code,
      ...state,
    },
  });
}
const push = (core: CoreCalls, ...lines: string[]) =>
  core.push(new TextEncoder().encode(lines.join('\n')), 'application/x-ndjson');

async function count(core: CoreCalls, query: Query = COUNTS) {
  const answer = await core.query(query, ADMIN);
  if ('refused' in answer) throw new Error(answer.refused.message);
  const values = (answer as Answer).rows[0]?.values;
  return [values?.['dossier.received']?.value, values?.['dossier.resolved']?.value];
}

test('bodies pushed at once are each answered for what they brought', async () => {
  const core = await open();
  const results = await Promise.all([
    push(core, event('A', unfinished, 8), event('B', finished, 8), '{"broken":'),
    push(core, event('A', unfinished, 8), event('C', finished, 9)),
  ]);
  expect(results[0]).toMatchObject({ accepted: 2, duplicate: 0, quarantined: [{ index: 2 }] });
  expect(results[1]).toMatchObject({ accepted: 1, duplicate: 1, quarantined: [] });
  expect(await count(core)).toEqual([3, 2]);
  const { events } = await core.quarantine({ limit: 10 });
  expect(events.map(({ code }) => code)).toEqual(['IOC_INGEST_JSON']);
});

test('quality tells of every source how much was sent, refused and sent twice, also after a restart', async () => {
  const first = await open();
  await push(first, event('A', unfinished, 8), event('B', finished, 8), '{"broken":');
  await push(first, event('A', unfinished, 8), event('B', { ...finished, channel: 'post' }, 8));
  const told = await first.quality(ADMIN, undefined);
  expect(told.sources).toMatchObject([
    {
      source: 'wabo-receipt',
      accepted: 2,
      duplicates: 1,
      conflicts: 1,
      rejected: 0,
      kinds: ['dossier'],
    },
    { source: '', rejected: 1, codes: [{ code: 'IOC_INGEST_JSON', count: 1 }] },
  ]);
  expect(told.sources[0]?.units).toMatchObject([{ unit: 'wabo-general', accepted: 2 }]);
  const part = await first.quality(ADMIN, undefined, 'wabo-general');
  expect(part.sources).toMatchObject([{ source: 'wabo-receipt', accepted: 2, rejected: 0 }]);
  await expect(first.quality(ADMIN, undefined, 'nowhere')).rejects.toMatchObject({
    code: 'IOC_QUERY_UNKNOWN_UNIT',
  });
  const stranger: Principal = { role: 'wall', name: 'wall', scope: ['other'] };
  await expect(first.quality(stranger, undefined, 'wabo-general')).rejects.toMatchObject({
    code: 'IOC_ACCESS_UNIT',
  });
  expect(await first.recent('dossier', 1)).toMatchObject([
    { seq: 2, id: 'B/8', kind: 'dossier', source: 'wabo-receipt', unit: 'wabo-general' },
  ]);
  expect(await first.recent('camera', 9)).toEqual([]);
  await first.close();
  const second = await open();
  expect((await second.quality(ADMIN, undefined)).sources).toEqual(told.sources);
});

test('a restart answers from the checkpoint and the tail behind it', async () => {
  const first = await open();
  await push(first, event('A', unfinished, 8), event('B', finished, 8));
  await first.close();
  const second = await open();
  expect(await count(second)).toEqual([2, 1]);
  await push(second, event('A', finished, 9));
  expect(await count(second)).toEqual([2, 2]);
  await second.close();
  const third = await open();
  expect(await count(third)).toEqual([2, 2]);
  expect(await push(third, event('A', finished, 9))).toMatchObject({ accepted: 0, duplicate: 1 });
  expect(listener.onNotice).not.toHaveBeenCalled();
});

test('a question about the past is answered with what was known then', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2023-12-20T12:00:00+07:00') });
  const core = await open();
  await push(core, event('A', unfinished, 8));
  const before = '2023-12-20T12:30:00+07:00';
  vi.setSystemTime(Date.parse('2023-12-20T13:00:00+07:00'));
  await push(core, event('A', finished, 9), event('B', finished, 9));
  expect(await count(core)).toEqual([2, 2]);
  expect(await count(core, { ...COUNTS, asOf: before })).toEqual([1, 0]);
});

test('a watched question brings a delta after a push, and a foreign unit is refused', async () => {
  const core = await open();
  const asked = await core.ask(COUNTS, ADMIN, undefined);
  if ('refused' in asked) throw new Error(asked.refused.message);
  expect(asked.message.event).toBe('snapshot');
  await push(core, event('A', finished, 8));
  await vi.waitFor(() => expect(listener.onOutputs).toHaveBeenCalled());
  const [[output] = []] = listener.onOutputs.mock.calls[0] ?? [];
  expect(output).toMatchObject({ key: asked.key, event: 'delta' });
  expect(JSON.parse(output?.text ?? '').set[0].values['dossier.received'].value).toBe(1);
  expect(
    await core.ask(COUNTS, { role: 'wall', name: 'wall', scope: ['70'] }, undefined),
  ).toHaveProperty('refused');
});
