/** The page's colours for the map, which no style sheet reaches. */
export interface MapPalette {
  readonly ground: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly track: string;
  readonly mark: string;
  /** Fill of the least and of the greatest value. */
  readonly low: string;
  readonly high: string;
  readonly warn: string;
  readonly alarm: string;
}

export function readMapPalette(element: Element): MapPalette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const isLight = document.documentElement.dataset.theme === 'light';
  return {
    ground: read('--ground'),
    ink: read('--ink'),
    ink2: read('--ink-2'),
    ink3: read('--ink-3'),
    line: read('--line'),
    track: read('--track'),
    mark: read(isLight ? '--data' : '--ink-2'),
    low: read(isLight ? '--data-5' : '--data-5'),
    high: read(isLight ? '--data-3' : '--data-3'),
    warn: read('--warn'),
    alarm: read('--alarm'),
  };
}
