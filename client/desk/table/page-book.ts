/** Rows of one request. */
export const PAGE_ROWS = 200;
/** Pages that stay in memory. */
const KEPT_PAGES = 30;

export interface RowPage<R> {
  readonly total: number;
  readonly rows: readonly R[];
}

/** The pages of a long list that have been read so far. */
export interface PageBook<R> {
  readonly total: () => number | null;
  readonly at: (index: number) => R | undefined;
  /** Numbers of the pages between two rows that are not here. */
  readonly missing: (first: number, last: number) => readonly number[];
  readonly put: (page: number, read: RowPage<R>) => void;
}

export function createPageBook<R>(): PageBook<R> {
  const pages = new Map<number, readonly R[]>();
  let total: number | null = null;
  return {
    total: () => total,
    at: (index) => pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    missing(first, last) {
      const end = total === null ? last : Math.min(last, total - 1);
      const from = Math.floor(Math.max(first, 0) / PAGE_ROWS);
      const to = Math.floor(Math.max(end, 0) / PAGE_ROWS);
      const wanted = Array.from({ length: Math.max(to - from + 1, 0) }, (_, i) => from + i);
      return wanted.filter((page) => !pages.has(page));
    },
    put(page, read) {
      total = read.total;
      pages.delete(page);
      pages.set(page, read.rows);
      for (const oldest of pages.keys()) {
        if (pages.size <= KEPT_PAGES) break;
        pages.delete(oldest);
      }
    },
  };
}
