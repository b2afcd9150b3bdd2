import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type CallError, callErrorOf } from '../call-server.ts';
import type { Rows } from './column.ts';
import { createPageBook, PAGE_ROWS, type PageBook, type RowPage } from './page-book.ts';

/** A list scrolled past at speed is not asked for. */
const SETTLE_MS = 60;
/** What could not be read is asked for again. */
const RETRY_MS = 5000;

export interface PageRange {
  readonly offset: number;
  readonly limit: number;
}

/** Reads rows of a list; the same function until the question changes. */
export type ReadPage<R> = (range: PageRange, signal: AbortSignal) => Promise<RowPage<R>>;

export interface PagedRows<R> {
  readonly rows: Rows<R>;
  /** Null before the first page. */
  readonly total: number | null;
  /** Rows are those of the question before, until the first page of this one is here. */
  readonly isOld: boolean;
  readonly failure: CallError | null;
}

/** Rows of a list on the server, read page by page as they are looked at. `version`: read again what is shown. */
export function usePages<R>(read: ReadPage<R>, version = 0): PagedRows<R> {
  const [shown, setShown] = useState<Shown<R>>(() => ({
    book: createPageBook<R>(),
    read: null,
    version,
  }));
  const [failure, setFailure] = useState<CallError | null>(null);
  const range = useRef<readonly [number, number]>([0, PAGE_ROWS - 1]);
  const reader = useRef<Reader | null>(null);
  useEffect(() => {
    const book = createPageBook<R>();
    setFailure(null);
    // A new version of the same list keeps its place, another list begins at its top.
    const made = createReader(book, read, {
      onPage: () => {
        setFailure(null);
        setShown({ book, read, version });
      },
      onFailure: setFailure,
    });
    reader.current = made;
    made.want(...range.current);
    return made.stop;
  }, [read, version]);
  const need = useCallback((first: number, last: number) => {
    range.current = [first, last];
    reader.current?.want(first, last);
  }, []);
  const { book } = shown;
  const total = book.total();
  const rows = useMemo(
    () => ({ total: shown.book.total() ?? 0, at: shown.book.at, need }),
    [shown, need],
  );
  return { rows, total, isOld: shown.read !== null && shown.read !== read, failure };
}

interface Shown<R> {
  readonly book: PageBook<R>;
  readonly read: ReadPage<R> | null;
  readonly version: number;
}

interface Reader {
  readonly want: (first: number, last: number) => void;
  readonly stop: () => void;
}

interface ReaderPorts {
  readonly onPage: () => void;
  readonly onFailure: (failure: CallError) => void;
}

function createReader<R>(book: PageBook<R>, read: ReadPage<R>, ports: ReaderPorts): Reader {
  const abort = new AbortController();
  const asked = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: readonly [number, number] = [0, 0];

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const page of book.missing(...wanted)) if (!asked.has(page)) void ask(page);
    }, ms);
  };
  async function ask(page: number): Promise<void> {
    asked.add(page);
    const range = { offset: page * PAGE_ROWS, limit: PAGE_ROWS };
    try {
      book.put(page, await read(range, abort.signal));
      if (!abort.signal.aborted) ports.onPage();
    } catch (error) {
      if (abort.signal.aborted) return;
      ports.onFailure(callErrorOf(error));
      later(RETRY_MS);
    } finally {
      asked.delete(page);
    }
  }
  return {
    want(first, last) {
      wanted = [first, last];
      later(book.total() === null ? 0 : SETTLE_MS);
    },
    stop() {
      clearTimeout(timer);
      abort.abort();
    },
  };
}
