import type { Measure } from '../../../shared/measure/measure.ts';
import { computedOfPublished } from '../../../shared/published/computed.ts';
import type { PublishedFigure } from '../../../shared/published/published.ts';
import type { Freshness, Row } from '../../../shared/query/answer.ts';
import { roundNumber } from '../../../shared/unit/decimal.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { endOfDay, parseDay } from '../../../shared/unit/local-day.ts';

/**
 * The printed figure in words where it is not what we compute from the events; empty where both are the same at the
 * printed precision, or where there is nothing to compare: no figure, or not yet all data up to the printed day.
 */
export function printedText(
  figure: PublishedFigure,
  rows: readonly Row[],
  measure: Measure | undefined,
  freshness: Freshness | undefined,
  language: Language,
): string {
  if (!freshness || !reaches(freshness, figure.asOf)) return '';
  const computed = computedOfPublished(figure, rows);
  if (typeof computed !== 'number' || figure.value === null) return '';
  const decimals = Math.max(measure?.decimals ?? 0, figure.of === 'delta' ? 2 : 0);
  if (roundNumber(computed, decimals) === roundNumber(figure.value, decimals)) return '';
  return language === 'vi' ? `đã công bố: ${figure.printed}` : `as published: ${figure.printed}`;
}

function reaches({ dataTo, closed }: Freshness, day: string): boolean {
  const asOf = parseDay(day);
  return closed || (asOf !== undefined && dataTo !== null && dataTo >= endOfDay(asOf));
}
