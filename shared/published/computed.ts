import type { Row } from '../query/answer.ts';
import type { Query } from '../query/query.ts';
import { isoDay } from '../unit/local-day.ts';
import { spanOfKey } from '../unit/period.ts';
import type { PublishedFigure } from './published.ts';

/** The question whose answer holds a printed figure; nothing for one that no measure corresponds to. */
export function queryOfPublished(figure: PublishedFigure): Query | undefined {
  const { measure, unit, period, filter, programme, by } = figure;
  const span = period === undefined ? undefined : spanOfKey(period);
  if (measure === undefined || unit === undefined || !span) return undefined;
  const compare = compareOf(figure.of);
  return {
    measures: [measure],
    unit,
    period: { from: isoDay(span.from), to: isoDay(span.to) },
    ...(filter ? { filter } : {}),
    ...(programme === undefined ? {} : { programme: [programme] }),
    ...(by ? { by } : {}),
    ...(compare ? { compare } : {}),
  };
}

function compareOf(of: PublishedFigure['of']): Query['compare'] {
  if (of === 'target') return 'target';
  return of === 'delta' || of === 'difference' ? 'same-period-last-year' : undefined;
}

/** What our own events give for a printed figure, unrounded; null where there is none. */
export function computedOfPublished(
  { measure = '', of = 'value' }: Pick<PublishedFigure, 'measure' | 'of'>,
  rows: readonly Row[],
): number | null {
  const cells = rows.flatMap(({ values }) => values[measure] ?? []);
  if (of === 'rows') {
    return cells.length === 0 ? null : cells.filter(({ value }) => (value ?? 0) > 0).length;
  }
  const [cell] = cells;
  if (!cell) return null;
  if (of !== 'difference') return cell[of] ?? null;
  const { value, base } = cell;
  return typeof value === 'number' && typeof base === 'number' ? value - base : null;
}
