import { describe, expect, it } from 'vitest';
import {
  advance,
  goTo,
  holdAt,
  panesOf,
  shownScenes,
  startRotation,
  togglePause,
} from './rotation.ts';

const DWELL = 30_000;

describe('rotation', () => {
  const start = startRotation(4, 0);

  it('moves on after the dwell and begins anew after the last scene', () => {
    expect(advance(start, DWELL, 1, DWELL - 1)).toBe(start);
    expect(advance(start, DWELL, 1, DWELL).at).toBe(1);
    expect(advance({ ...start, at: 3 }, DWELL, 1, DWELL).at).toBe(0);
  });
  it('stands while paused and gives the scene a whole dwell afterwards', () => {
    const paused = togglePause(start, 1000);
    expect(advance(paused, DWELL, 1, 10 * DWELL)).toBe(paused);
    const again = togglePause(paused, 50_000);
    expect(advance(again, DWELL, 1, 50_000 + DWELL - 1)).toBe(again);
  });
  it('shows the scene of an alarm and holds it, unless a hand has paused the wall', () => {
    const held = holdAt(start, 3, 1000, 120_000);
    expect(held.at).toBe(3);
    expect(advance(held, DWELL, 1, 100_000)).toBe(held);
    expect(advance(held, DWELL, 1, 121_000).at).toBe(0);
    const paused = togglePause(start, 0);
    expect(holdAt(paused, 3, 1000, 120_000)).toBe(paused);
  });
  it('counts around both ends by hand', () => {
    expect(goTo(start, -1, 5).at).toBe(3);
    expect(goTo(start, 5, 5).at).toBe(1);
    expect(goTo(startRotation(0, 0), 3, 0).at).toBe(0);
  });
  it('shows two scenes on a 32:9 screen and moves by two', () => {
    expect(panesOf(7680, 2160)).toBe(2);
    expect(panesOf(3840, 2160)).toBe(1);
    expect(panesOf(1280, 1024)).toBe(1);
    expect(shownScenes({ ...start, at: 3 }, 2)).toEqual([3, 0]);
    expect(advance(start, DWELL, 2, DWELL).at).toBe(2);
  });
  it('has nowhere to go when all scenes are on the screen', () => {
    const two = startRotation(2, 0);
    expect(advance(two, DWELL, 2, 10 * DWELL)).toBe(two);
  });
});
