/** Where a key leads in a table of `total` rows; null for keys that do not move. */
export function cursorAfter(
  key: string,
  at: number,
  { total, pageRows }: { readonly total: number; readonly pageRows: number },
): number | null {
  const step = stepOf(key, at, total, pageRows);
  if (step === null || total === 0) return null;
  return Math.min(Math.max(at + step, 0), total - 1);
}

function stepOf(key: string, at: number, total: number, pageRows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return pageRows;
    case 'PageUp':
      return -pageRows;
    case 'Home':
      return -at;
    case 'End':
      return total - 1 - at;
    default:
      return null;
  }
}
