import type { RadarRow } from '../../../shared/record/radar.ts';
import { compareVietnamese } from '../../../shared/unit/text.ts';
import type { Sort } from '../table/column.ts';

const VALUES: Readonly<Record<string, (row: RadarRow) => number>> = {
  late: ({ late }) => late,
  noLetter: ({ lateWithoutApology }) => lateWithoutApology,
  letter: ({ letterDueToday }) => letterDueToday,
  open: ({ open }) => open,
  paused: ({ paused }) => paused,
};

/** By a column of the radar: a count, `due8` …, or the name. Equal ones keep their order. */
export function sortRadar(
  rows: readonly RadarRow[],
  { by, direction }: Sort,
  nameOfKey: (key: string) => string,
): readonly RadarRow[] {
  const turn = direction === 'descending' ? -1 : 1;
  if (by === 'name') {
    return [...rows].sort((a, b) => turn * compareVietnamese(nameOfKey(a.key), nameOfKey(b.key)));
  }
  const hours = Number(/^due(\d+)$/.exec(by)?.[1]);
  const dueOf = ({ due }: RadarRow) => due.find((cell) => cell.hours === hours)?.count ?? 0;
  const valueIn = VALUES[by] ?? dueOf;
  return [...rows].sort((a, b) => turn * (valueIn(a) - valueIn(b)));
}
