import { expect, test } from 'vitest';
import { createTerritory } from '../../shared/territory/territory.ts';
import { dayOf, type LocalDay } from '../../shared/unit/local-day.ts';
import { FlowCube } from '../fold/cube.ts';
import type { Rows } from '../fold/view.ts';
import { groupsOf } from './group-index.ts';
import { PACK } from './sample-context.ts';
import { sumDaysAhead } from './totals-ahead.ts';

const territory = createTerritory(PACK);
const TODAY = dayOf({ year: 2023, month: 6, day: 20 });

/** Tells how often days were summed. */
class CountedCube extends FlowCube {
  walks = 0;
  override addDays(flow: number, month: number, rows: Rows): void {
    this.walks++;
    super.addDays(flow, month, rows);
  }
}

test('a question about past days finds them summed already, and right', () => {
  const cube = new CountedCube(['unit', 'channel', 'field', 'level'], ['received', 'late']);
  for (let back = 0; back < 700; back += 7)
    cube.add(0, cube.series(['718', 'direct', 'land', 'district']), (TODAY - back) as LocalDay, 3);
  for (const _ of sumDaysAhead(cube, territory, TODAY));
  const walks = cube.walks;
  expect(walks).toBeGreaterThan(0);
  const slice = { unit: territory.root, level: undefined, by: [], filter: {} };
  for (let back = 0; back < 700; back += 13) {
    const day = (TODAY - back) as LocalDay;
    const { totals } = groupsOf(cube, { ...slice, borders: territory.on(day) }, true);
    expect(totals?.until(0, 0, day)).toBe(cube.sumUntil(0, 0, day));
  }
  expect(cube.walks).toBe(walks);
});
