import type { Cell, Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import { collationKey } from '../../../shared/unit/text.ts';

/** Behind a measure's id: the column of its changes. */
export const CHANGE = ' delta';

/** What a table is sorted by: a dimension, `period`, a measure or its change. */
export interface TableOrder {
  readonly column: string;
  readonly isDescending: boolean;
}

type Dimensioned = keyof Omit<Row, 'key' | 'values'>;

/** What names the rows, in the order of the columns. */
export function headsOf({ by = [] }: Query, rows: readonly Row[]): readonly Dimensioned[] {
  const extra = (['programme', 'period'] as const).filter((name) =>
    rows.some((row) => row[name] !== undefined),
  );
  return [...by, ...extra.filter((name) => !by.some((each) => (each as string) === name))];
}

/** Sorted rows; those without a value come last either way. Without an order as they came. */
export function sortedRows(
  rows: readonly Row[],
  order: TableOrder | null,
  nameOfCode: (dimension: string, code: string) => string,
): readonly Row[] {
  if (!order) return rows;
  const { column, isDescending } = order;
  const textOf = (row: Row) => {
    const code = row[column as Dimensioned];
    if (code === undefined) return null;
    return column === 'period' ? code : collationKey(nameOfCode(column, code));
  };
  const measure = column.replace(CHANGE, '');
  const part = column.endsWith(CHANGE) ? 'delta' : 'value';
  const keyOf = (row: Row) => row.values[measure]?.[part] ?? textOf(row);
  const sign = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return a.key < b.key ? -sign : a.key > b.key ? sign : 0;
    })
    .map(({ row }) => row);
}

/** How many cells there are and how many of them have no value. */
export function countGaps(rows: readonly Row[], measures: readonly string[]) {
  const cells: (Cell | undefined)[] = rows.flatMap(({ values }) =>
    measures.map((id) => values[id]),
  );
  return {
    cells: cells.length,
    gaps: cells.filter((cell) => typeof cell?.value !== 'number').length,
  };
}
