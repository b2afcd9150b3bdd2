import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { type RowWindow, scrollTo, windowOf } from './window.ts';

export interface Viewport {
  readonly shown: RowWindow;
  /** Whole rows that are seen at once. */
  readonly pageRows: number;
  readonly reveal: (row: number) => void;
}

interface TableSize {
  readonly total: number;
  readonly rowPx: number;
  /** The header lies over the rows. */
  readonly headPx: number;
}

/** Which rows of the scrolled element are seen; it renders anew only when a row comes or goes. */
export function useViewport(host: RefObject<HTMLElement | null>, size: TableSize): Viewport {
  const { total, rowPx, headPx } = size;
  const [{ heightPx, ...shown }, setShown] = useState({
    ...windowOf({ total, rowPx, topPx: 0, heightPx: 600 }),
    heightPx: 600,
  });
  const measure = useCallback(() => {
    const element = host.current;
    if (!element) return;
    const height = element.clientHeight - headPx;
    const next = windowOf({ total, rowPx, topPx: element.scrollTop, heightPx: height });
    setShown((last) =>
      last.first === next.first &&
      last.last === next.last &&
      last.offsetPx === next.offsetPx &&
      last.heightPx === height
        ? last
        : { ...next, heightPx: height },
    );
  }, [host, total, rowPx, headPx]);
  useLayoutEffect(measure, [measure]);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [host, measure]);
  const reveal = useCallback(
    (row: number) => {
      const element = host.current;
      if (!element) return;
      const { clientHeight, scrollTop } = element;
      const seen = { total, rowPx, topPx: scrollTop, heightPx: clientHeight - headPx };
      const top = scrollTo(row, seen);
      if (top === null) return;
      element.scrollTop = top;
      measure();
    },
    [host, total, rowPx, headPx, measure],
  );
  return { shown, pageRows: Math.max(Math.floor(heightPx / rowPx), 1), reveal };
}
