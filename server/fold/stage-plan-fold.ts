import type { StagePlan } from '../../shared/event/stage-plan.ts';
import { compareText, NewestRecords } from './newest-records.ts';
import type { RecordTable, StageRecord } from './view.ts';

/**
 * Which stage an item of a plan had reached on which day. All days are kept: items are hundreds and stages few, and a
 * question about a past day has an answer.
 */
export class StagePlanFold extends NewestRecords<StageRecord> implements RecordTable<StageRecord> {
  constructor() {
    super('stage-plan', (a, b) => compareText(a.item, b.item) || compareText(a.asOf, b.asOf));
  }

  apply({ plan, item, unit, stage, asOf }: StagePlan, time: number, seq: number): void {
    this.take(plan, `${item}\n${asOf}`, { plan, item, unit, stage, asOf, time, seq });
  }

  protected restates(before: StageRecord, after: StageRecord): boolean {
    return before.stage !== after.stage || before.unit !== after.unit;
  }
}
