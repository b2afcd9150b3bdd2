import type { Unit } from './unit.ts';

/** What a file of boundaries shows: the units of one level, over one span of time. */
export interface BoundaryLayer {
  /** Under which it is read: `/api/v1/boundaries/<name>`. */
  readonly name: string;
  readonly level: Unit['level'];
  /** First and last day (`2025-06-30`) on which its units exist; without limit where absent. */
  readonly from?: string;
  readonly to?: string;
  /** Ours and no official boundaries: said on every map that draws them. */
  readonly schematic: boolean;
}

/** The layer of a level on a day (`2023-12-31`). */
export function layerFor(
  layers: readonly BoundaryLayer[],
  level: Unit['level'],
  day: string,
): BoundaryLayer | undefined {
  return layers.find(
    ({ level: own, from = '', to = '9999-12-31' }) => own === level && from <= day && day <= to,
  );
}
