import type { Measure } from '../measure/measure.ts';
import { formatCompact, formatNumber, type Language } from '../unit/format.ts';

const percentSign = (measure: Measure | undefined) => (measure?.unit.vi.startsWith('%') ? '%' : '');

/** Beside a mark: `98,18%`, `292.956`, and in words from ten million on. */
export function markText(value: number, measure: Measure | undefined, language: Language): string {
  if (Math.abs(value) >= 1e7) return `${formatCompact(value, language, 2)}${percentSign(measure)}`;
  return `${formatNumber(value, measure?.decimals ?? 0, language)}${percentSign(measure)}`;
}

/** On an axis: no more places than its step has. */
export function axisText(value: number, measure: Measure | undefined, language: Language): string {
  if (Math.abs(value) >= 1e5) return formatCompact(value, language);
  const places = Number.isInteger(value) ? 0 : Math.min(4, placesOf(value));
  return `${formatNumber(value, places, language)}${percentSign(measure)}`;
}

function placesOf(value: number): number {
  return (Number(value.toPrecision(10)).toString().split('.')[1] ?? '').length;
}

/** Cut to a width, with an ellipsis. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
