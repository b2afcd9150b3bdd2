import type { Expression, Measure, Term } from '../../shared/measure/measure.ts';
import { startOfDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import { type Figure, noFigure, ratioFigure } from './figure.ts';
import type { FlowTable, Spans } from './flow-table.ts';
import { type Group, keyOf } from './group-index.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export function readFlowSheet(measure: Measure, table: FlowTable): Sheet {
  const { plan } = table;
  const spans = plan.buckets.map(({ span }) => span);
  const bases = plan.buckets.map(({ base }) => base);
  const rows = new Map<string, SheetRow>();
  const figures = figuresOf(measure, table, spans);
  const baseFigures = figuresOf(measure, table, bases);
  for (const [key, { labels }] of figures.groups) {
    rows.set(key, {
      labels,
      figures: spans.map((_, i) => figures.at(key, i)),
      bases: bases.map((_, i) => baseFigures.at(key, i)),
    });
  }
  return rows;
}

interface Figures {
  readonly groups: ReadonlyMap<string, Pick<Group, 'labels'>>;
  readonly at: (key: string, index: number) => Figure | undefined;
}

function figuresOf(measure: Measure, table: FlowTable, spans: Spans): Figures {
  const { plan } = table;
  const groups = new Map<string, Pick<Group, 'labels'>>();
  if (plan.by.length === 0) groups.set(keyOf([]), { labels: [] });
  const isMoving = plan.by.includes('state');
  const groupsBySpan = spans.map((span) => span && table.groupsAt(undefined, span));
  for (const each of groupsBySpan)
    for (const [key, group] of each?.byKey ?? []) if (!groups.has(key)) groups.set(key, group);
  const gapOf = createGapCheck(measure, table, spans);
  const at = (key: string, i: number): Figure | undefined => {
    const span = spans[i];
    if (!span) return undefined;
    if (!table.isConnected) return noFigure('IOC_QUERY_NOT_CONNECTED');
    if (isMoving && !groupsBySpan[i]?.byKey.has(key)) return undefined;
    return gapOf(i) ? noFigure('IOC_QUERY_NO_DATA') : figureAt(measure, table, key, span);
  };
  return { groups, at };
}

/**
 * A bucket is a gap when it lies in the future, before the first event of its source, or (for what happens in it)
 * after the source has been silent for longer than three budgets. Otherwise nothing counted is a true zero.
 */
function createGapCheck(measure: Measure, table: FlowTable, spans: Spans) {
  const { today } = table.plan;
  const stands = isStanding(measure.expression);
  const silentFrom = table.dataTo + 3 * measure.freshnessMs;
  return (i: number): boolean => {
    const span = spans[i];
    if (!span || span.from > today) return true;
    if (!stands && startOfDay(span.from) > silentFrom) return true;
    const first = table.firstWithData(spans);
    return first < 0 || i < first;
  };
}

function isStanding(expression: Expression): boolean {
  if (expression.kind === 'sum') return expression.terms.every((term) => !('during' in term));
  if (expression.kind !== 'ratio') return true;
  return [...expression.num, ...expression.den].every((term) => !('during' in term));
}

function figureAt({ expression }: Measure, table: FlowTable, key: string, span: DaySpan): Figure {
  const total = (terms: readonly Term[]) =>
    terms.reduce((sum, term) => sum + (term.sign ?? 1) * readTerm(term, table, key, span), 0);
  if (expression.kind === 'sum') {
    const value = total(expression.terms);
    return Number.isNaN(value) ? noFigure('IOC_QUERY_NO_HISTORY') : { value };
  }
  if (expression.kind !== 'ratio') return noFigure('IOC_QUERY_NO_DATA');
  const [num, den] = [total(expression.num), total(expression.den)];
  if (Number.isNaN(num + den)) return noFigure('IOC_QUERY_NO_HISTORY');
  return ratioFigure(num, den, 100);
}

function readTerm(term: Term, table: FlowTable, key: string, span: DaySpan): number {
  const narrower = 'filter' in term ? term.filter : undefined;
  const { byKey, totals } = table.groupsAt(narrower, span);
  const group = byKey.get(key);
  return group ? table.reader.read(term, group, totals, span) : 0;
}
