import type { Measure } from '../../shared/measure/measure.ts';
import { type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { StageRecord } from '../fold/view.ts';
import type { QueryContext } from './context.ts';
import { type Figure, noFigure, ratioFigure, revisedOf } from './figure.ts';
import type { Plan } from './plan.ts';
import { readRecordSheet, unitRowOf } from './record-sheet.ts';
import type { Sheet } from './sheet.ts';

/** A plan that the pack does not describe is done at the stage of this code. */
const DONE = 'hoan-thanh';

/** A stage and the days it stood: from its own day until the item's next record. */
interface Standing {
  readonly record: StageRecord;
  readonly from: LocalDay;
  readonly before: number;
}

/** Items of plans by the stage each had reached at a period's end (or today). */
export function readStageSheet(measure: Measure, plan: Plan, { view }: QueryContext): Sheet {
  if (measure.expression.kind !== 'stage-plan') return new Map();
  const { part } = measure.expression;
  const records = view.stagePlans
    .groups()
    .flatMap((group) => standingsOf(view.stagePlans.find(group)));
  const isDone = createDoneCheck(plan);
  const read = (own: readonly Standing[], unit: string, span: DaySpan): Figure => {
    if (records.length === 0) return noFigure('IOC_QUERY_NOT_CONNECTED');
    if (hasUnknownShare(records, unit, plan)) return noFigure('IOC_QUERY_BORDERS_SPLIT');
    const day = Math.min(span.to, plan.today);
    const standing = own.filter(({ from, before }) => from <= day && day < before);
    const asOf = standing
      .map(({ record }) => record.asOf)
      .sort()
      .at(-1);
    if (asOf === undefined && own.every(({ from }) => from > day))
      return noFigure('IOC_QUERY_NO_DATA');
    const told = {
      ...(asOf === undefined ? {} : { asOf }),
      ...revisedOf(standing.map(({ record }) => record)),
    };
    if (part === 'items') return { value: standing.length, ...told };
    const done = standing.filter(({ record }) => isDone(record));
    return { ...ratioFigure(done.length, standing.length, 100), ...told };
  };
  return readRecordSheet(plan, {
    records,
    placeOf: ({ record, from }) => {
      const unit = unitRowOf(record.unit, from, plan);
      return unit === undefined ? undefined : { unit, plan: record.plan, stage: record.stage };
    },
    read: (own, { span, base }, unit) => ({
      figure: read(own, unit, span),
      base: base && read(own, unit, base),
    }),
  });
}

/** Of records sorted by item and day. */
function standingsOf(records: readonly StageRecord[]): Standing[] {
  const dayOf = ({ asOf }: StageRecord) => parseDay(asOf) ?? (Number.POSITIVE_INFINITY as LocalDay);
  return records.map((record, i) => {
    const next = records[i + 1];
    const isFollowed = next?.item === record.item;
    return {
      record,
      from: dayOf(record),
      before: isFollowed ? dayOf(next) : Number.POSITIVE_INFINITY,
    };
  });
}

function createDoneCheck({ borders, today }: Plan): (record: StageRecord) => boolean {
  const { plans = [] } = borders.on(today).pack;
  const last = new Map(plans.map(({ code, stages }) => [code, stages.at(-1)?.code]));
  return ({ plan, stage }) => stage === (last.get(plan) ?? DONE);
}

/** An item of a unit that was split belongs to one of its parts, nobody knows which. */
function hasUnknownShare(standings: readonly Standing[], unit: string, { borders }: Plan): boolean {
  return (
    borders.isCarried &&
    standings.some(({ record, from }) => borders.at(from).sharesOf(record.unit).includes(unit))
  );
}
