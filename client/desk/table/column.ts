import type { ReactNode } from 'react';

export type SortDirection = 'ascending' | 'descending';

export interface Sort {
  /** Id of a column. */
  readonly by: string;
  readonly direction: SortDirection;
}

export interface Column<R> {
  readonly id: string;
  readonly title: string;
  /** What the figures in it are, for who rests on the title. */
  readonly hint?: string;
  /** A CSS grid track: `96px`, `minmax(160px, 1fr)`. */
  readonly width: string;
  /** Numbers stand at the end. */
  readonly align?: 'end';
  /** Direction of the first press on its title; without it the column does not sort. */
  readonly sort?: SortDirection;
  readonly cell: (row: R) => ReactNode;
}

/** Rows that may lie on the server. */
export interface Rows<R> {
  readonly total: number;
  /** Undefined: not there yet. */
  readonly at: (index: number) => R | undefined;
  /** Tells which rows are looked at, both ends included. */
  readonly need?: (first: number, last: number) => void;
}

/** Rows that are all here. */
export function rowsOf<R>(list: readonly R[]): Rows<R> {
  return { total: list.length, at: (index) => list[index] };
}

/** The sort after a press on a column's title: another column begins with its own direction, the same one turns. */
export function pressSort<R>(column: Column<R>, now: Sort | null): Sort | null {
  if (!column.sort) return now;
  if (now?.by !== column.id) return { by: column.id, direction: column.sort };
  return {
    by: column.id,
    direction: now.direction === 'ascending' ? 'descending' : 'ascending',
  };
}

/** `-late` for the address; `late` ascending. */
export function sortText({ by, direction }: Sort): string {
  return direction === 'descending' ? `-${by}` : by;
}

export function sortOfText(text: string | null): Sort | null {
  if (!text) return null;
  const isDescending = text.startsWith('-');
  return {
    by: isDescending ? text.slice(1) : text,
    direction: isDescending ? 'descending' : 'ascending',
  };
}
