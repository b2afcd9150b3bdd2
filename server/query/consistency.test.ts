import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import { GRAINS } from '../../shared/unit/period.ts';
import { FlowCube } from '../fold/cube.ts';
import { DOSSIER_FLOWS } from '../fold/flows.ts';
import { createFold } from '../fold/fold.ts';
import type { QueryContext } from './context.ts';
import { ask, at, cell, column, contextOf, type Posted, post } from './sample-context.ts';

const EMPTY = createFold({ calendar: { workingHours: [], holidays: [], makeUpDays: [] } });
const FIRST = parseDay('2022-06-01') as LocalDay;
const isoDate = (offset: number) =>
  new Date((FIRST + offset) * 86_400_000).toISOString().slice(0, 10);

const posted = fc.record({
  on: fc.integer({ min: 0, max: 570 }).map(isoDate),
  unit: fc.constantFrom('718', '719', '25747', '25819', '74-so'),
  field: fc.constantFrom('dat-dai', 'ho-tich'),
  channel: fc.constantFrom('online-full', 'online-partial', 'post', 'direct'),
  // Without any dossier there would be no data and no figure.
  received: fc.integer({ min: 1, max: 9 }),
  early: fc.nat({ max: 3 }),
  late: fc.nat({ max: 2 }),
});
const world = fc.array(posted, { minLength: 1, maxLength: 25 });

function contextOver(events: readonly Posted[]): QueryContext {
  const cube = post(new FlowCube(EMPTY.dossiers.dimensions, DOSSIER_FLOWS), events);
  const dataTo = () => at('2023-12-31T20:00:00+07:00');
  return contextOf({ ...EMPTY, dossiers: cube, dataTo });
}

const totalOf = (values: Record<string, number | null>) =>
  Object.values(values).reduce<number>((sum, value) => sum + (value ?? 0), 0);

test('buckets of any grain and rows of any dimension add up to the whole', () => {
  fc.assert(
    fc.property(world, fc.constantFrom(...GRAINS), (events, grain) => {
      const context = contextOver(events);
      const measures = ['dossier.received'];
      const whole = cell(context, 'dossier.received').value ?? 0;
      const summed = (query: object) =>
        totalOf(column(ask(context, { measures, ...query }), 'dossier.received'));
      expect(summed({ grain })).toBe(whole);
      expect(summed({ by: ['field'] })).toBe(whole);
      expect(summed({ by: ['unit', 'channel'], grain })).toBe(whole);
      const districts = summed({ by: ['unit'], level: 'district' });
      expect(districts + summed({ by: ['unit'], level: 'department' })).toBe(whole);
    }),
    { numRuns: 40 },
  );
});

test('figures equal those counted by hand, and a rate is the quotient of its sums', () => {
  fc.assert(
    fc.property(world, (events) => {
      const context = contextOver(events);
      const inYear = events.filter(({ on }) => on.startsWith('2023'));
      const sum = (list: readonly Posted[], of: (event: Posted) => number | undefined) =>
        list.reduce((total, event) => total + (of(event) ?? 0), 0);
      const early = sum(inYear, (event) => event.early);
      const late = sum(inYear, (event) => event.late);
      const rate = cell(context, 'dossier.onTimeRate');
      expect([rate.num, rate.den]).toEqual([early, early + late]);
      expect(rate.value).toBe(early + late === 0 ? null : (early / (early + late)) * 100);
      const stock = (event: Posted) =>
        (event.received ?? 0) - (event.early ?? 0) - (event.late ?? 0);
      expect(cell(context, 'dossier.open').value).toBe(sum(events, stock));
    }),
    { numRuns: 60 },
  );
});

test('received − resolved of a bucket is the change of the open stock', () => {
  fc.assert(
    fc.property(world, (events) => {
      const context = contextOver(events);
      const measures = ['dossier.received', 'dossier.resolved', 'dossier.open'];
      const { rows } = ask(context, { measures, grain: 'month' });
      for (let i = 1; i < rows.length; i++) {
        const of = (id: string, row = rows[i]) => row?.values[id]?.value ?? null;
        const before = of('dossier.open', rows[i - 1]);
        if (before === null) continue;
        const moved = Number(of('dossier.received')) - Number(of('dossier.resolved'));
        expect(of('dossier.open')).toBe(before + moved);
      }
    }),
    { numRuns: 40 },
  );
});
