import type { Board } from '../../shared/board/board.ts';
import type { Measure } from '../../shared/measure/measure.ts';
import type { PublishedFigure } from '../../shared/published/published.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { toNfc } from '../../shared/unit/text.ts';

/** What the wall asks once: who the province is, what to show, how figures are called. */
export interface WallCatalogue {
  readonly boards: readonly Board[];
  readonly measures: ReadonlyMap<string, Measure>;
  readonly pack: Pack;
  readonly published: ReadonlyMap<string, PublishedFigure>;
}

export const CATALOGUE_PATHS = [
  '/api/v1/boards',
  '/api/v1/measures',
  '/api/v1/territory',
  '/api/v1/published',
] as const;

/** `bodies` in the order of `CATALOGUE_PATHS`. */
export function catalogueOf(bodies: readonly unknown[]): WallCatalogue {
  const [boards, measures, territory, published] = bodies.map(composeTexts);
  return {
    boards: listIn<Board>(boards).toSorted((a, b) => a.order - b.order),
    measures: new Map(listIn<Measure>(measures).map((measure) => [measure.id, measure])),
    pack: territory as Pack,
    published: new Map(listIn<PublishedFigure>(published).map((figure) => [figure.id, figure])),
  };
}

/** The list itself, or the one list inside an object such as `{boards: […]}`. */
function listIn<T>(body: unknown): T[] {
  if (Array.isArray(body)) return body as T[];
  const inner = Object.values(body ?? {}).find(Array.isArray);
  return (inner ?? []) as T[];
}

/** Every text that comes in is composed (NFC), or Vietnamese marks would fall into another font. */
function composeTexts(value: unknown): unknown {
  if (typeof value === 'string') return toNfc(value);
  if (Array.isArray(value)) return value.map(composeTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, composeTexts(inner)]),
  );
}
