import type { RecordFilter } from '../../shared/record/records.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import type { CubeView } from '../fold/view.ts';
import { childOf } from './context.ts';

const FILTERED = ['level', 'field', 'agency', 'channel', 'status'] as const;

/** By series of the dossier cube: 1 where it lies in the unit and passes the filter. */
export function seriesWithin(
  cube: CubeView,
  borders: Borders,
  unit: string,
  filter: RecordFilter,
): Uint8Array {
  const unitAt = cube.dimensions.indexOf('unit');
  const child = childOf(unit, borders);
  const isOwn = (code: string) => !filter.onlyUnit || child(code) === unit;
  const isIn = (code: string) => borders.isWithin(code, unit) && isOwn(code);
  const columns = [{ position: unitAt, isIn }];
  for (const name of FILTERED) {
    const wanted = filter[name];
    const position = cube.dimensions.indexOf(name);
    if (wanted) columns.push({ position, isIn: (code) => wanted.includes(code) });
  }
  const tests = columns.map(({ position, isIn }) => ({
    position,
    passes: cube.dictionary(position).map(isIn),
  }));
  const series = new Uint8Array(cube.seriesCount);
  for (let i = 0; i < series.length; i++) {
    const isIn = tests.every(({ position, passes }) => passes[cube.codeOf(i, position)] === true);
    series[i] = isIn ? 1 : 0;
  }
  return series;
}
