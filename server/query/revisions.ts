import type { RevisedFigure, Revision } from '../../shared/query/revisions.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { ObservationRecord, ObservationRevision, ObservationTable } from '../fold/view.ts';
import { spanOfRecord } from './observation-pick.ts';

const MAX_FIGURES = 60;

/** The revised figures of an indicator and unit whose periods meet a span, newest period first. */
export function readRevisions(
  observations: ObservationTable,
  { indicator, unit, span }: { indicator: string; unit: string; span: DaySpan },
): RevisedFigure[] {
  return observations
    .find(indicator, unit)
    .filter((record) => record.superseded > 0 && isMet(record, span))
    .reverse()
    .slice(0, MAX_FIGURES)
    .map((record) => ({
      period: record.period,
      yearToDate: record.yearToDate,
      part: record.part,
      superseded: record.superseded,
      revisions: [record, ...record.earlier].map(tell),
    }));
}

function isMet(record: ObservationRecord, { from, to }: DaySpan): boolean {
  const own = spanOfRecord(record);
  return own !== undefined && own.from <= to && from <= own.to;
}

function tell({
  value,
  num,
  den,
  operator,
  vintage,
  asOf,
  publisher,
  time,
  seq,
}: ObservationRevision): Revision {
  return {
    ...(value === undefined ? {} : { value }),
    ...(num === undefined || den === undefined ? {} : { num, den }),
    operator,
    vintage,
    asOf,
    publisher,
    time,
    seq,
  };
}
