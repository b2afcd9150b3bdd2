import type { Dimension } from '../../shared/measure/measure.ts';
import type { Query } from '../../shared/query/query.ts';
import type { UnitLevel } from '../../shared/territory/borders.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import { dayOf, isoDay, type LocalDay } from '../../shared/unit/local-day.ts';
import type { CubeView } from '../fold/view.ts';
import { groupsOf } from './group-index.ts';

interface Split {
  readonly by: readonly Dimension[];
  readonly level?: UnitLevel;
}

/** How the whole of a province is looked at first. */
const SPLITS: readonly Split[] = [
  { by: [] },
  { by: ['unit'], level: 'district' },
  { by: ['channel'] },
  { by: ['field'] },
  { by: ['level'] },
];
/** Any day whose next is not the first of a month looks into the days of its month. */
const INSIDE_MONTH = 2;

/**
 * Sums the days of a cube for the whole of the territory ahead of the first question about them, newest month first: a
 * question over years would wait for that. Each step is one month of the flows that lie together.
 */
export function* sumDaysAhead(
  cube: CubeView,
  territory: Territory,
  today: LocalDay,
): IterableIterator<void> {
  const flows = cube.flows.map((_, flow) => flow).filter((flow) => cube.together(flow)[0] === flow);
  for (const split of SPLITS)
    for (const day of monthsBack(cube, today))
      for (const flow of flows) {
        const slice = { level: undefined, ...split, unit: territory.root, filter: {} };
        const { totals } = groupsOf(cube, { ...slice, borders: territory.on(day) }, true);
        totals?.until(flow, 0, day);
        yield;
      }
}

function* monthsBack(cube: CubeView, today: LocalDay): Iterable<LocalDay> {
  for (let year = cube.lastYear; year >= cube.firstYear; year--)
    for (let month = 12; month >= 1; month--) {
      const day = dayOf({ year, month, day: INSIDE_MONTH });
      if (day <= today) yield day;
    }
}

const QUARTER_DAYS = 90;
const QUARTERS = 20;
const ASKED_SPLITS: readonly Pick<Query, 'by' | 'level' | 'grain'>[] = [
  { grain: 'day' },
  { grain: 'day', by: ['channel'] },
  { grain: 'week', by: ['unit'], level: 'district' },
];

/**
 * Asks what analysts ask, a quarter a step, so that the code behind it is compiled before the first of them waits for it.
 */
export function* askAhead(
  ask: (query: Query) => unknown,
  unit: string,
  today: LocalDay,
): IterableIterator<void> {
  const measures = ['received', 'resolved', 'onTimeRate', 'open'].map((name) => `dossier.${name}`);
  for (const split of ASKED_SPLITS)
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      const to = (today - quarter * QUARTER_DAYS) as LocalDay;
      const from = (to - QUARTER_DAYS + 1) as LocalDay;
      const period = { from: isoDay(from), to: isoDay(to) };
      ask({ measures, unit, period, compare: 'same-period-last-year', ...split });
      yield;
    }
}
