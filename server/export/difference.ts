import type { Measure } from '../../shared/measure/measure.ts';
import type { Cell } from '../../shared/query/answer.ts';
import { formatDelta, type Language } from '../../shared/unit/format.ts';

/** How a figure differs from what it was, as its measure tells changes; undefined where one of the two is missing. */
export function differenceOf(
  now: Cell | undefined,
  before: Cell | undefined,
  measure: Measure | undefined,
  language: Language,
): string | undefined {
  const [value, old] = [now?.value, before?.value];
  if (typeof value !== 'number' || typeof old !== 'number') return undefined;
  const kind = measure?.deltaKind ?? 'absolute';
  const decimals = kind === 'absolute' ? (measure?.decimals ?? 0) : 2;
  if (value === old) return language === 'vi' ? 'không đổi' : 'unchanged';
  if (kind !== 'percent') return formatDelta(value - old, kind, language, decimals);
  // Nothing grew out of nothing by a percentage.
  if (old === 0) return formatDelta(value, 'absolute', language, measure?.decimals ?? 0);
  return formatDelta(((value - old) / Math.abs(old)) * 100, kind, language, decimals);
}
