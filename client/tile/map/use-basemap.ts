import { useMemo } from 'react';
import type { BasemapAnswer } from '../../../shared/territory/basemap.ts';
import type { Basemap } from '../../viz/map-picture.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { useRead } from '../use-read.ts';

/** The server's base map, if it has one; the same object for as long as the page lives. */
export function useBasemap(): Basemap | null {
  const { readRange } = useTileSurroundings();
  const plan = useRead<BasemapAnswer>('/api/v1/basemap')?.basemap ?? null;
  return useMemo(
    () =>
      plan && {
        ...plan,
        readRange: (offset, length, signal) =>
          readRange('/api/v1/basemap/tiles', { offset, length }, signal),
      },
    [plan, readRange],
  );
}
