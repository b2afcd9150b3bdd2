import type { Coverage } from '../../shared/event/coverage.ts';
import { compareText, NewestRecords } from './newest-records.ts';
import type { CoverageRecord, RecordTable } from './view.ts';

/** `done` of `total` by programme and unit. */
export class CoverageFold
  extends NewestRecords<CoverageRecord>
  implements RecordTable<CoverageRecord>
{
  constructor() {
    super('coverage', (a, b) => compareText(a.unit, b.unit));
  }

  apply({ programme, unit, done, total, asOf }: Coverage, time: number, seq: number): void {
    this.take(programme, unit, { programme, unit, done, total, asOf, time, seq });
  }

  /** A newer count of another day is progress. */
  protected restates(before: CoverageRecord, after: CoverageRecord): boolean {
    const isSame = before.done === after.done && before.total === after.total;
    return before.asOf === after.asOf && !isSame;
  }
}
