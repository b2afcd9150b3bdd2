import type { AlarmDay, AlarmDays } from '../../shared/alarm/alarm-days.ts';
import { SHARES_FROM } from '../../shared/measure/alarm-limits.ts';
import type { AlarmPart, Measure } from '../../shared/measure/measure.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { QueryContext } from './context.ts';
import { type Figure, noFigure, ratioFigure } from './figure.ts';
import type { Plan } from './plan.ts';
import { readRecordSheet } from './record-sheet.ts';
import type { Sheet } from './sheet.ts';

/** An hour: figures of less say nothing. */
const LEAST_WINDOWS = 6;

/** Figures of the alarm system from its days; they are told of the whole province. */
export function readAlarmSheet(
  measure: Measure,
  plan: Plan,
  { alarms, territory }: QueryContext,
): Sheet {
  if (measure.expression.kind !== 'alarm') return new Map();
  const { part } = measure.expression;
  const told = alarms?.();
  const read = (span: DaySpan): Figure => {
    if (plan.query.unit !== territory.root) return noFigure('IOC_QUERY_NO_UNIT');
    // What was known at an earlier instant is not kept.
    return !told || plan.now < told.toMs
      ? noFigure('IOC_QUERY_NO_HISTORY')
      : figureOf(part, told, span, plan);
  };
  return readRecordSheet(plan, {
    records: [],
    placeOf: () => undefined,
    read: (_, { span, base }) => ({ figure: read(span), base: base && read(base) }),
  });
}

function figureOf(
  part: AlarmPart,
  { days, unowned }: AlarmDays,
  span: DaySpan,
  { today }: Plan,
): Figure {
  const within = days.filter(({ day }) => day >= span.from && day <= span.to);
  if (part === 'unowned')
    return span.to < today ? noFigure('IOC_QUERY_NO_HISTORY') : { value: unowned };
  const sum = (of: (day: AlarmDay) => number) => within.reduce((all, day) => all + of(day), 0);
  const windows = sum((day) => day.windows);
  if (windows < LEAST_WINDOWS) return noFigure('IOC_QUERY_NO_HISTORY');
  const announced = sum((day) => day.announced);
  const shareOf = (index: 0 | 1 | 2) =>
    ratioFigure(
      sum(({ priorities }) => priorities[index]),
      announced < SHARES_FROM ? 0 : announced,
      100,
    );
  switch (part) {
    case 'perHour':
      return ratioFigure(
        announced,
        sum((day) => day.operatorHours),
        1,
      );
    case 'calmShare':
      return ratioFigure(
        sum((day) => day.calm),
        windows,
        100,
      );
    case 'floodShare':
      return ratioFigure(
        sum((day) => day.floods),
        windows,
        100,
      );
    case 'chattering':
      return { value: new Set(within.flatMap(({ chattering }) => chattering)).size };
    case 'urgentShare':
      return shareOf(0);
    case 'highShare':
      return shareOf(1);
    case 'normalShare':
      return shareOf(2);
  }
}
