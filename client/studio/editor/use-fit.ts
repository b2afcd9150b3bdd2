import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { SCREEN } from '../../../shared/board/type-scale.ts';

export interface Fit {
  readonly box: RefObject<HTMLDivElement | null>;
  /** CSS pixels of one design pixel; 0 before it is known. */
  readonly scale: number;
}

/** How large a wall of that width (design pixels) can be drawn in a box, and stays so while the box changes. */
export function useFit(width: number): Fit {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return { box, scale: Math.min(room.width / width, room.height / SCREEN.height) };
}
