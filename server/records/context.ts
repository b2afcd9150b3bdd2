import type { WorkingTime } from '../../shared/calendar/working-time.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { IocError } from '../errors.ts';
import type { FoldView } from '../fold/view.ts';

/** Everything an answer about single records depends on besides the question. */
export interface RecordContext {
  readonly view: FoldView;
  readonly territory: Territory;
  readonly time: WorkingTime;
  /** The server's clock, ms. */
  readonly now: number;
  /** Unit codes the asker may see, each with everything below it. */
  readonly scope: readonly string[];
}

export function bordersNow({ territory, now }: RecordContext): Borders {
  return territory.on(localDayOf(now));
}

/** Whoever has no unit above it learns nothing, not even whether it exists. */
export function checkUnit(unit: string, context: RecordContext, where = '/unit'): void {
  const borders = bordersNow(context);
  if (!isInScope(unit, context, borders)) {
    const expected = context.scope.join(', ') || 'nothing';
    throw new IocError('IOC_ACCESS_UNIT', { expected, came: unit, where });
  }
  if (!borders.unit(unit)) throw new IocError('IOC_QUERY_UNKNOWN_UNIT', { came: unit, where });
}

export function isInScope(
  unit: string,
  { scope, territory }: Pick<RecordContext, 'scope' | 'territory'>,
  borders: Borders,
): boolean {
  return scope.some((each) => each === territory.root || borders.isWithin(unit, each));
}

/** The unit below the given one that a code lies in; the given one itself for its own code and for codes that nobody knows. */
export function childOf(unit: string, borders: Borders): (code: string) => string {
  return (code) => {
    const lineage = borders.lineage(code);
    const place = lineage.indexOf(unit);
    return place > 0 ? (lineage[place - 1] ?? unit) : unit;
  };
}
