import type { CameraLife } from './camera-live.ts';
import { type Group, type Groups, keyOf } from './group-index.ts';

export interface StateSplit {
  /** Place of the state among a row's labels; −1 where states only filter. */
  readonly place: number;
  readonly wanted: readonly string[] | undefined;
}

/** Groups of cameras split or narrowed by the state each camera has at an instant. */
export function splitByState(
  groups: Groups,
  life: CameraLife,
  atMs: number,
  { place, wanted }: StateSplit,
): Groups {
  const split = new Map<string, Group & { readonly series: number[] }>();
  const put = (labels: readonly string[], row: number) => {
    const key = keyOf(labels);
    const group = split.get(key);
    if (group) group.series.push(row);
    else split.set(key, { id: split.size, labels, series: [row] });
  };
  for (const { labels, series } of groups.byKey.values())
    for (const row of series) {
      const state = life.stateAt(row, atMs) ?? 'unknown';
      if (wanted?.includes(state) ?? true)
        put(place < 0 ? labels : withState(labels, place, state), row);
    }
  return { byKey: split, totals: undefined };
}

function withState(labels: readonly string[], place: number, state: string): readonly string[] {
  return [...labels.slice(0, place), state, ...labels.slice(place)];
}
