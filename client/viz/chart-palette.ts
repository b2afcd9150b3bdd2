export interface ChartPalette {
  readonly ground: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  /** From the strongest to the quietest. */
  readonly data: readonly string[];
}

/** The page's colours, for a canvas that no style sheet reaches. */
export function readPalette(element: Element): ChartPalette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    ground: read('--ground'),
    ink: read('--ink'),
    ink2: read('--ink-2'),
    ink3: read('--ink-3'),
    line: read('--line'),
    data: ['--data', '--data-2', '--data-3', '--data-4'].map(read),
  };
}
