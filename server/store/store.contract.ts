import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { NewDocument } from './documents.ts';
import type { NewAct } from './journal.ts';
import type { Store, StoreChange } from './store.ts';

/** Where a store lives; opened again it holds what it held. */
export interface StorePlace {
  open(): Store;
  remove(): void;
}

export const actOf = (changes: Partial<NewAct> = {}): NewAct => ({
  at: 1000,
  by: 'Trực ca 1',
  topic: 'task',
  subject: 't1',
  kind: 'opened',
  body: { text: 'Kiểm tra camera', unit: '718' },
  ...changes,
});

export const documentOf = (changes: Partial<NewDocument> = {}): NewDocument => ({
  kind: 'chart',
  id: 'ty-le-dung-han',
  ifVersion: 0,
  at: 1000,
  by: 'Phân tích',
  title: 'Tỷ lệ đúng hạn',
  unit: '74',
  removed: false,
  body: { form: 'line', notes: [] },
  ...changes,
});

/** What every engine of the store promises. */
export function describeStore(engine: string, createPlace: () => StorePlace): void {
  const places: StorePlace[] = [];
  const stores: Store[] = [];
  const newPlace = () => {
    const place = createPlace();
    places.push(place);
    return place;
  };
  const open = (place = newPlace()) => {
    const store = place.open();
    stores.push(store);
    return store;
  };
  afterEach(() => {
    for (const store of stores.splice(0)) store.close();
    for (const place of places.splice(0)) place.remove();
  });

  describe(`store: ${engine}`, () => {
    describeJournal(newPlace, open);
    describeDocuments(newPlace, open);
  });
}

type Open = (place?: StorePlace) => Store;

function describeJournal(newPlace: () => StorePlace, open: Open): void {
  test('acts are numbered over all topics and read back by topic, also after a restart', async () => {
    const place = newPlace();
    const { journal, close } = openBound(open, place);
    expect((await journal.append(actOf())).seq).toBe(1);
    expect((await journal.append(actOf({ topic: 'alarm', subject: 'a' }))).seq).toBe(2);
    const many = await journal.appendAll([actOf({ kind: 'commented' }), actOf({ kind: 'closed' })]);
    expect(many.map(({ seq }) => seq)).toEqual([3, 4]);
    close();
    const again = open(place).journal;
    expect(await again.read('task')).toEqual([
      { seq: 1, ...actOf() },
      { seq: 3, ...actOf({ kind: 'commented' }) },
      { seq: 4, ...actOf({ kind: 'closed' }) },
    ]);
    expect((await again.read('task', 3)).map(({ seq }) => seq)).toEqual([4]);
    expect(await again.read('shift')).toEqual([]);
    expect((await again.append(actOf())).seq).toBe(5);
  });

  test('an act made on what is no longer newest of its subject is refused and leaves nothing', async () => {
    const { journal } = open();
    const { seq } = await journal.append(actOf(), { newestSeq: 0 });
    await journal.append(actOf({ subject: 't2' }));
    await journal.append(actOf({ kind: 'closed' }), { newestSeq: seq });
    const late = journal.append(actOf({ kind: 'closed' }), { newestSeq: seq });
    await expect(late).rejects.toMatchObject({ code: 'IOC_STORE_CONFLICT', status: 409 });
    expect((await journal.read('task')).length).toBe(3);
  });

  test('what was kept does not change with the object it came from', async () => {
    const { journal } = open();
    const body = { list: ['a'] };
    await journal.append(actOf({ body }));
    body.list.push('b');
    expect((await journal.read('task'))[0]?.body).toEqual({ list: ['a'] });
  });

  test('each change is told once, with a revision that grows', async () => {
    const store = open();
    const told: StoreChange[] = [];
    store.onChange((change) => told.push(change));
    await store.journal.append(actOf());
    await store.journal.appendAll([actOf(), actOf({ topic: 'alarm' })]);
    await store.documents.save(documentOf());
    store.poll();
    expect(told.map(({ topic }) => topic)).toEqual(['task', 'task', 'alarm', 'document.chart']);
    expect(told.slice(0, 3).map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  test('any history of acts over topics reads back the same, through restarts', async () => {
    const step = fc.record({
      topic: fc.constantFrom('task', 'alarm', 'shift'),
      subject: fc.constantFrom('một', 'hai'),
      text: fc.string({ unit: 'grapheme' }),
      restarts: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const place = newPlace();
        let store = open(place);
        const kept = [];
        for (const { topic, subject, text, restarts } of steps) {
          kept.push(await store.journal.append(actOf({ topic, subject, body: { text } })));
          if (!restarts) continue;
          store.close();
          store = open(place);
        }
        for (const topic of ['task', 'alarm', 'shift']) {
          const wanted = kept.filter((act) => act.topic === topic);
          expect(await store.journal.read(topic)).toEqual(wanted);
        }
        store.close();
      }),
      { numRuns: 25 },
    );
  });
}

function describeDocuments(newPlace: () => StorePlace, open: Open): void {
  test('every save is a new version, and each version stays readable', async () => {
    const place = newPlace();
    const { documents, close } = openBound(open, place);
    expect((await documents.save(documentOf())).version).toBe(1);
    const second = documentOf({ ifVersion: 1, at: 2000, title: 'Đúng hạn', body: { form: 'bar' } });
    expect((await documents.save(second)).version).toBe(2);
    close();
    const again = open(place).documents;
    expect(await again.read('chart', 'ty-le-dung-han')).toMatchObject({
      version: 2,
      title: 'Đúng hạn',
      body: { form: 'bar' },
      removed: false,
    });
    expect(await again.read('chart', 'ty-le-dung-han', 1)).toMatchObject({
      version: 1,
      body: { form: 'line', notes: [] },
    });
    expect(await again.read('chart', 'ty-le-dung-han', 3)).toBeUndefined();
    expect(await again.read('board', 'ty-le-dung-han')).toBeUndefined();
    const history = await again.history('chart', 'ty-le-dung-han');
    expect(history.map(({ version }) => version)).toEqual([2, 1]);
    expect(history[0]).not.toHaveProperty('body');
  });

  test('two who start from the same version do not overwrite each other', async () => {
    const { documents } = open();
    await documents.save(documentOf());
    await documents.save(documentOf({ ifVersion: 1, by: 'Trực ca 1' }));
    for (const ifVersion of [0, 1, 3]) {
      const save = documents.save(documentOf({ ifVersion, by: 'Trực ca 2' }));
      await expect(save).rejects.toMatchObject({ code: 'IOC_STORE_CONFLICT' });
    }
    expect(await documents.history('chart', 'ty-le-dung-han')).toHaveLength(2);
  });

  test('the list has the newest version of each, newest first, and none that is removed', async () => {
    const { documents } = open();
    await documents.save(documentOf({ id: 'a' }));
    await documents.save(documentOf({ id: 'b' }));
    await documents.save(documentOf({ id: 'c', kind: 'board' }));
    await documents.save(documentOf({ id: 'a', ifVersion: 1 }));
    const list = await documents.list('chart');
    expect(list.map(({ id, version }) => [id, version])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    await documents.save(documentOf({ id: 'a', ifVersion: 2, removed: true, body: {} }));
    expect((await documents.list('chart')).map(({ id }) => id)).toEqual(['b']);
    expect(await documents.read('chart', 'a', 2)).toMatchObject({ body: { form: 'line' } });
    await documents.save(documentOf({ id: 'a', ifVersion: 3 }));
    expect((await documents.list('chart')).map(({ id }) => id)).toEqual(['a', 'b']);
  });
}

function openBound(open: Open, place: StorePlace) {
  const store = open(place);
  return { journal: store.journal, documents: store.documents, close: () => store.close() };
}
