import type { Assessment } from '../../shared/event/assessment.ts';
import { compareText, NewestRecords } from './newest-records.ts';
import type { AssessmentRecord, RecordTable } from './view.ts';

/** Scores and ranks by index, unit and year. */
export class AssessmentFold
  extends NewestRecords<AssessmentRecord>
  implements RecordTable<AssessmentRecord>
{
  constructor() {
    super('assessment', (a, b) => compareText(a.unit, b.unit) || a.year - b.year);
  }

  apply({ tier = '', ...data }: Assessment, time: number, seq: number): void {
    const { index, unit, year, score, rank, of, publishedOn } = data;
    const record = { index, unit, year, score, rank, of, tier, publishedOn, time, seq };
    this.take(index, `${unit}\n${year}`, record);
  }

  /** An index of a year is published once. */
  protected restates(before: AssessmentRecord, after: AssessmentRecord): boolean {
    const said = ({ score, rank, of, tier }: AssessmentRecord) => [score, rank, of, tier].join();
    return said(before) !== said(after);
  }
}
