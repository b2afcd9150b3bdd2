import type { Measure } from '../../shared/measure/measure.ts';
import { existsOn, type Territory } from '../../shared/territory/territory.ts';
import { type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import type { CoverageRecord } from '../fold/view.ts';
import type { QueryContext } from './context.ts';
import { type Figure, noFigure, ratioFigure } from './figure.ts';
import { keyOf } from './group-index.ts';
import type { Plan } from './plan.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Rows by programme first; the newest report of each unit stands until the next. */
export function readCoverageSheet(
  measure: Measure,
  plan: Plan,
  { view, territory }: QueryContext,
): Sheet {
  if (measure.expression.kind !== 'coverage') return new Map();
  const { part } = measure.expression;
  const rows = new Map<string, SheetRow>();
  for (const programme of plan.query.programme ?? view.coverage.programmes()) {
    const records = view.coverage.find(programme);
    for (const unit of unitsOf(records, plan, territory)) {
      const labels = unit === undefined ? [programme] : [programme, unit];
      const own = topmost(records, unit ?? plan.query.unit, territory);
      rows.set(keyOf(labels), {
        labels,
        figures: plan.buckets.map(({ span }) => figureOf(own, part, span.to)),
        bases: plan.buckets.map(({ base }) => base && figureOf(own, part, base.to)),
      });
    }
  }
  return rows;
}

function unitsOf(
  records: readonly CoverageRecord[],
  { query, by, filter, span }: Plan,
  territory: Territory,
): readonly (string | undefined)[] {
  if (!by.includes('unit')) return [undefined];
  const units = query.level
    ? territory
        .below(query.unit)
        .filter((unit) => unit.level === query.level && existsOn(unit, span.to))
        .map(({ code }) => code)
    : records.map(({ unit }) => unit).filter((unit) => territory.isWithin(unit, query.unit));
  return units.filter(
    (code) => !filter.unit || filter.unit.some((each) => territory.isWithin(code, each)),
  );
}

/** A unit's own report speaks for all below it, so that nothing counts twice. */
function topmost(
  records: readonly CoverageRecord[],
  root: string,
  territory: Territory,
): readonly CoverageRecord[] {
  const within = records.filter(({ unit }) => territory.isWithin(unit, root));
  const reporting = new Set(within.map(({ unit }) => unit));
  return within.filter(
    ({ unit }) => !territory.lineage(unit).some((each) => each !== unit && reporting.has(each)),
  );
}

function figureOf(
  records: readonly CoverageRecord[],
  part: 'done' | 'total' | 'rate',
  to: LocalDay,
): Figure {
  if (records.length === 0) return noFigure('IOC_QUERY_NOT_CONNECTED');
  const known = records.filter(({ asOf }) => (parseDay(asOf) ?? Number.POSITIVE_INFINITY) <= to);
  // Only the newest report of a unit is kept: what stood before it is not known here.
  if (known.length < records.length) return noFigure('IOC_QUERY_NO_HISTORY');
  const done = known.reduce((sum, record) => sum + record.done, 0);
  const total = known.reduce((sum, record) => sum + record.total, 0);
  const asOf = known.map((record) => record.asOf).sort()[0] ?? '';
  if (part === 'rate') return { ...ratioFigure(done, total, 100), asOf };
  return { value: part === 'done' ? done : total, asOf };
}
