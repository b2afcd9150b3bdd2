import type { Tile } from '../../../shared/board/board.ts';
import type { Row } from '../../../shared/query/answer.ts';

export interface Share {
  readonly code: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly value: number;
  /** Percent of the whole, unrounded. */
  readonly share: number;
}

type CompositionTileSpec = Extract<Tile, { kind: 'composition' }>;

/** The parts in drawing order; what no part names is summed as "Khác". Empty when the whole is nothing. */
export function sharesOf(
  rows: readonly Row[],
  tile: Pick<CompositionTileSpec, 'by' | 'measure' | 'parts'>,
): Share[] {
  const byCode = new Map<string, number>();
  for (const row of rows) {
    const value = row.values[tile.measure]?.value;
    if (typeof value !== 'number') continue;
    const code = String(row[tile.by as 'part'] ?? row.key);
    byCode.set(code, (byCode.get(code) ?? 0) + value);
  }
  const whole = [...byCode.values()].reduce((sum, value) => sum + value, 0);
  if (whole <= 0) return [];
  const named = tile.parts.map(({ code, label }) => ({
    code,
    label,
    value: byCode.get(code) ?? 0,
  }));
  const rest = whole - named.reduce((sum, { value }) => sum + value, 0);
  const other = { code: 'other', label: { vi: 'Khác', en: 'Other' }, value: rest };
  const parts = rest > whole * 1e-9 ? [...named, other] : named;
  // A part that does not occur needs no name.
  return parts
    .filter(({ value }) => value > 0)
    .map((part) => ({ ...part, share: (part.value / whole) * 100 }));
}
