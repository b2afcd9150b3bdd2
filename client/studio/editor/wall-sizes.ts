import { SCREEN } from '../../../shared/board/type-scale.ts';
import { panesOf } from '../../wall/rotation.ts';

/** A screen that a board is looked at for. */
export interface WallSize {
  /** As in the address. */
  readonly id: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

export const WALL_SIZES: readonly WallSize[] = [
  { id: '1080p', widthPx: 1920, heightPx: 1080 },
  { id: '4k', widthPx: 3840, heightPx: 2160 },
  { id: '21-9', widthPx: 3440, heightPx: 1440 },
  { id: '32-9', widthPx: 7680, heightPx: 2160 },
];

/** Design pixels of the whole screen, and scenes side by side: 1080 are its height on every wall. */
export function layoutOf({ widthPx, heightPx }: WallSize): { width: number; panes: number } {
  const ratio = Math.max(widthPx / heightPx, SCREEN.width / SCREEN.height);
  return { width: SCREEN.height * ratio, panes: panesOf(widthPx, heightPx) };
}
