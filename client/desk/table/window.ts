/** Rows a table draws beyond what is seen, so that a quick turn of the wheel shows no gap. */
const OVERSCAN = 8;
/** Browsers lay out no element taller than this (Firefox ends at 17.8 million pixels). */
const TALLEST_PX = 16_000_000;

export interface Scrolled {
  readonly total: number;
  readonly rowPx: number;
  readonly topPx: number;
  readonly heightPx: number;
}

export interface RowWindow {
  /** First and last row to draw; last < first without rows. */
  readonly first: number;
  readonly last: number;
  /** Where the first one stands. */
  readonly offsetPx: number;
}

/** Height of the body. Beyond half a million rows of 32 pixels it is shorter than its rows together. */
export function bodyHeight(total: number, rowPx: number): number {
  return Math.min(total * rowPx, TALLEST_PX);
}

/** The rows to draw at this place of the scroll bar. */
export function windowOf({ total, rowPx, topPx, heightPx }: Scrolled): RowWindow {
  const height = bodyHeight(total, rowPx);
  const seen = Math.ceil(heightPx / rowPx);
  const top = Math.min(Math.max(topPx, 0), Math.max(height - heightPx, 0));
  const firstSeen = Math.floor(rowAt(top, { total, rowPx, heightPx }));
  const first = Math.max(firstSeen - OVERSCAN, 0);
  const last = Math.min(firstSeen + seen + OVERSCAN, total - 1);
  const shiftPx = height < total * rowPx ? top - firstSeen * rowPx : 0;
  return { first, last, offsetPx: first * rowPx + shiftPx };
}

type Body = Omit<Scrolled, 'topPx'>;

/** Row at the upper edge, with its fraction. */
function rowAt(topPx: number, { total, rowPx, heightPx }: Body): number {
  const height = bodyHeight(total, rowPx);
  if (height >= total * rowPx) return topPx / rowPx;
  const way = height - heightPx;
  return way <= 0 ? 0 : (topPx / way) * (total - heightPx / rowPx);
}

/** Where to scroll so that a row is seen whole; null where it is. `headPx`: the header lies over the rows. */
export function scrollTo(row: number, scrolled: Scrolled): number | null {
  const { total, rowPx, topPx, heightPx } = scrolled;
  const seen = heightPx / rowPx;
  const top = rowAt(topPx, scrolled);
  const wanted = row < top ? row : row + 1 > top + seen ? row + 1 - seen : null;
  if (wanted === null) return null;
  const height = bodyHeight(total, rowPx);
  if (height >= total * rowPx) return wanted * rowPx;
  return (wanted / (total - seen)) * (height - heightPx);
}
