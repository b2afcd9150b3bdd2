import type { Measure } from '../../shared/measure/measure.ts';
import { type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { CoverageRecord } from '../fold/view.ts';
import type { QueryContext } from './context.ts';
import { type Figure, noFigure, ratioFigure, revisedOf } from './figure.ts';
import { keyOf } from './group-index.ts';
import type { Plan } from './plan.ts';
import { unitsAtLevel, unitsMet } from './plan-borders.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Rows by programme first; the newest report of each unit stands until the next. */
export function readCoverageSheet(measure: Measure, plan: Plan, { view }: QueryContext): Sheet {
  if (measure.expression.kind !== 'coverage') return new Map();
  const { part } = measure.expression;
  const rows = new Map<string, SheetRow>();
  for (const programme of plan.query.programme ?? view.coverage.groups()) {
    const records = view.coverage.find(programme);
    for (const unit of unitsOf(records, plan)) {
      const labels = unit === undefined ? [programme] : [programme, unit];
      const read = (span: DaySpan, against: DaySpan) =>
        figureOf(records, part, unit ?? plan.query.unit, plan, { span, against });
      rows.set(keyOf(labels), {
        labels,
        figures: plan.buckets.map(({ span }) => read(span, span)),
        bases: plan.buckets.map(({ span, base }) => base && read(base, span)),
      });
    }
  }
  return rows;
}

function unitsOf(records: readonly CoverageRecord[], plan: Plan): readonly (string | undefined)[] {
  if (!plan.by.includes('unit')) return [undefined];
  if (plan.query.level) return unitsAtLevel(plan);
  return unitsMet(
    records.map(({ unit }) => unit),
    plan,
  );
}

const dayOfRecord = ({ asOf }: CoverageRecord) =>
  parseDay(asOf) ?? (Number.POSITIVE_INFINITY as LocalDay);

/** A unit's own report speaks for all below it, so that nothing counts twice. */
function topmost(
  records: readonly CoverageRecord[],
  root: string,
  { borders }: Plan,
): readonly CoverageRecord[] {
  const within = records.filter((record) =>
    borders.at(dayOfRecord(record)).isWithin(record.unit, root),
  );
  const reporting = new Set(within.map(({ unit }) => unit));
  return within.filter((record) => {
    const lineage = borders.on(dayOfRecord(record)).lineage(record.unit);
    return !lineage.some((each) => each !== record.unit && reporting.has(each));
  });
}

function figureOf(
  records: readonly CoverageRecord[],
  part: 'done' | 'total' | 'rate',
  unit: string,
  plan: Plan,
  { span, against }: { readonly span: DaySpan; readonly against: DaySpan },
): Figure {
  const own = topmost(records, unit, plan);
  if (records.some((record) => isShared(record, unit, plan)))
    return noFigure('IOC_QUERY_BORDERS_SPLIT');
  if (own.length === 0) return noFigure('IOC_QUERY_NOT_CONNECTED');
  const known = own.filter((record) => dayOfRecord(record) <= span.to);
  // Only the newest report of a unit is kept: what stood before it is not known here.
  if (known.length < own.length) return noFigure('IOC_QUERY_NO_HISTORY');
  if (!known.every((record) => isOfUnit(record, unit, plan, against)))
    return noFigure('IOC_QUERY_BORDERS_CHANGED');
  const done = known.reduce((sum, record) => sum + record.done, 0);
  const total = known.reduce((sum, record) => sum + record.total, 0);
  const asOf = known.map((record) => record.asOf).sort()[0] ?? '';
  const told = { asOf, ...revisedOf(known) };
  if (part === 'rate') return { ...ratioFigure(done, total, 100), ...told };
  return { value: part === 'done' ? done : total, ...told };
}

function isShared(record: CoverageRecord, unit: string, { borders }: Plan): boolean {
  return borders.at(dayOfRecord(record)).sharesOf(record.unit).includes(unit);
}

/** The asked code may have named another unit when the report was made. */
function isOfUnit(
  record: CoverageRecord,
  unit: string,
  { borders }: Plan,
  { to }: DaySpan,
): boolean {
  const day = dayOfRecord(record);
  return borders.isSteady(unit, { from: day, to: day }, { from: to, to });
}
