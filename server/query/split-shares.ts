import type { Term } from '../../shared/measure/measure.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import type { FlowTable } from './flow-table.ts';
import { keyOf } from './group-index.ts';
import { sharersOf } from './plan-borders.ts';

/** Whether a unit that was split holds anything of which a share, nobody knows how large, belongs to this row. */
export function hasUnknownShare(
  table: FlowTable,
  terms: readonly Term[],
  labels: readonly string[],
  span: DaySpan,
): boolean {
  const { borders, by, query, filter } = table.plan;
  if (!borders.isCarried) return false;
  const unit = unitOf(table, labels);
  const place = by.indexOf('unit');
  const keyFor = (code: string) =>
    keyOf(place < 0 ? [...labels, code] : labels.map((label, i) => (i === place ? code : label)));
  return borders.pieces(span).some((piece) => {
    const sharers = sharersOf(borders.at(piece.to), unit, {
      unit: query.unit,
      filter: filter.unit,
    });
    return sharers.some((code) =>
      terms.some((term) => readSplit(term, table, keyFor(code), piece, span) !== 0),
    );
  });
}

/** The unit a row is about. */
export function unitOf({ plan }: FlowTable, labels: readonly string[]): string {
  return labels[plan.by.indexOf('unit')] ?? plan.query.unit;
}

function readSplit(
  term: Term,
  table: FlowTable,
  key: string,
  piece: DaySpan,
  span: DaySpan,
): number {
  // A stock is that of the span's end and of the borders then.
  if (isStock(term) && piece.to !== span.to) return 0;
  const part = isStock(term) ? span : piece;
  const narrower = 'filter' in term ? term.filter : undefined;
  const { byKey, totals } = table.splitAt(narrower, part);
  const group = byKey.get(key);
  return group ? table.reader.read(term, group, totals, part) : 0;
}

/** Whether a term tells the state at a span's end and not what happened during it. */
export function isStock(term: Term): boolean {
  return 'until' in term || 'live' in term || 'outageGroups' in term;
}
