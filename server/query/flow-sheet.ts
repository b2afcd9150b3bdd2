import type { Expression, Measure, Term } from '../../shared/measure/measure.ts';
import type { Borders } from '../../shared/territory/borders.ts';
import { startOfDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { ErrorCode } from '../errors.ts';
import { type Figure, noFigure, ratioFigure } from './figure.ts';
import type { FlowTable, Spans } from './flow-table.ts';
import { type Group, type Groups, keyOf } from './group-index.ts';
import { isAskedRow } from './plan-borders.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { hasUnknownShare, isStock, unitOf } from './split-shares.ts';

export function readFlowSheet(measure: Measure, table: FlowTable): Sheet {
  const { plan } = table;
  const spans = plan.buckets.map(({ span }) => span);
  const bases = plan.buckets.map(({ base }) => base);
  const rows = new Map<string, SheetRow>();
  const figures = figuresOf(measure, table, spans);
  const baseFigures = figuresOf(measure, table, bases, spans);
  for (const [key, { labels }] of figures.groups) {
    rows.set(key, {
      labels,
      figures: spans.map((_, i) => figures.at(labels, i)),
      bases: bases.map((_, i) => baseFigures.at(labels, i)),
    });
  }
  return rows;
}

interface Figures {
  readonly groups: ReadonlyMap<string, Pick<Group, 'labels'>>;
  readonly at: (labels: readonly string[], index: number) => Figure | undefined;
}

/** `against`: the spans these are compared with; a unit that was another one then has nothing to compare. */
function figuresOf(measure: Measure, table: FlowTable, spans: Spans, against?: Spans): Figures {
  const isMoving = table.plan.by.includes('state');
  const groupsBySpan = spans.map((span) => span && table.groupsAt(undefined, span));
  const gapOf = createGapCheck(measure, table, spans);
  const at = (labels: readonly string[], i: number): Figure | undefined => {
    const span = spans[i];
    if (!span) return undefined;
    if (!table.isConnected) return noFigure(whyNothing(table, labels, span));
    if (isMoving && !groupsBySpan[i]?.byKey.has(keyOf(labels))) return undefined;
    if (gapOf(i)) return noFigure('IOC_QUERY_NO_DATA');
    return figureUnder(measure, table, labels, [span, against?.[i] ?? span]);
  };
  return { groups: rowsOf(table, spans), at };
}

/** Nothing has come from a unit that was not there yet, or no more, which is no fault of a connection. */
function whyNothing(table: FlowTable, labels: readonly string[], span: DaySpan): ErrorCode {
  return table.plan.borders.existsIn(unitOf(table, labels), span)
    ? 'IOC_QUERY_NOT_CONNECTED'
    : 'IOC_QUERY_BORDERS_ABSENT';
}

/** The figure of a row, where the borders let it have one. */
function figureUnder(
  measure: Measure,
  table: FlowTable,
  labels: readonly string[],
  [span, other]: readonly [DaySpan, DaySpan],
): Figure {
  const reason = refuseBorders(measure, table, labels, [span, other]);
  if (reason) return noFigure(reason);
  const figure = figureAt(measure, table, keyOf(labels), span);
  // What a unit left open may outlast it; that it did nothing later is no zero.
  const isThere = table.plan.borders.existsIn(unitOf(table, labels), span);
  return isThere || figure.value ? figure : noFigure('IOC_QUERY_BORDERS_ABSENT');
}

function refuseBorders(
  measure: Measure,
  table: FlowTable,
  labels: readonly string[],
  [span, other]: readonly [DaySpan, DaySpan],
): ErrorCode | undefined {
  if (!isSteady(measure, unitOf(table, labels), table, [span, other]))
    return 'IOC_QUERY_BORDERS_CHANGED';
  const terms = termsOf(measure.expression);
  return hasUnknownShare(table, terms, labels, span) ? 'IOC_QUERY_BORDERS_SPLIT' : undefined;
}

function rowsOf(table: FlowTable, spans: Spans): Figures['groups'] {
  const { by } = table.plan;
  const groups = new Map<string, Pick<Group, 'labels'>>();
  if (by.length === 0) groups.set(keyOf([]), { labels: [] });
  const met = new Set<Groups>();
  for (const piece of piecesOf(table, spans)) {
    // Under one and the same borders every span has the same groups.
    const found = table.groupsAt(undefined, piece);
    if (met.has(found)) continue;
    met.add(found);
    for (const labels of labelsAt(table, piece)) {
      const key = keyOf(labels);
      if (!groups.has(key)) groups.set(key, { labels });
    }
  }
  return groups;
}

/** Pieces of the spans, those of one era only once unless groups move with the instant. */
function* piecesOf({ plan }: FlowTable, spans: Spans): Iterable<DaySpan> {
  const { borders, by, filter } = plan;
  const areMoving = by.includes('state') || filter.state !== undefined;
  let last: Borders | undefined;
  for (const span of spans) {
    if (!span) continue;
    const own = borders.at(span.to);
    if (!areMoving && own === last && borders.at(span.from) === own) continue;
    yield* borders.pieces(span);
    last = own;
  }
}

/** Labels of all rows of a span, those too that have but an unknown share in something. */
function labelsAt(table: FlowTable, span: DaySpan): (readonly string[])[] {
  const { borders, by } = table.plan;
  const labels = [...table.groupsAt(undefined, span).byKey.values()].map((group) => group.labels);
  const place = by.indexOf('unit');
  if (!borders.isCarried || place < 0) return labels;
  const at = borders.at(span.to);
  for (const { labels: split } of table.splitAt(undefined, span).byKey.values())
    for (const unit of at.sharesOf(split[place] ?? ''))
      if (isAskedRow(unit, table.plan)) labels.push(split.with(place, unit));
  return labels;
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
  return termsOf(expression).every((term) => !('during' in term));
}

function termsOf(expression: Expression): readonly Term[] {
  if (expression.kind === 'sum') return expression.terms;
  return expression.kind === 'ratio' ? [...expression.num, ...expression.den] : [];
}

/** Whether the row's unit is one and the same over the spans; of a stock only their ends count. */
function isSteady(
  { expression }: Measure,
  unit: string,
  { plan }: FlowTable,
  [span, other]: readonly [DaySpan, DaySpan],
): boolean {
  const isAtEnd = termsOf(expression).every(isStock);
  const spanOf = ({ from, to }: DaySpan) => ({ from: isAtEnd ? to : from, to });
  return plan.borders.isSteady(unit, spanOf(span), spanOf(other));
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
  return ratioFigure(num, den, expression.scale);
}

function readTerm(term: Term, table: FlowTable, key: string, span: DaySpan): number {
  const narrower = 'filter' in term ? term.filter : undefined;
  let sum = 0;
  for (const piece of isStock(term) ? [span] : table.plan.borders.pieces(span)) {
    const { byKey, totals } = table.groupsAt(narrower, piece);
    const group = byKey.get(key);
    if (group) sum += table.reader.read(term, group, totals, piece);
  }
  return sum;
}
