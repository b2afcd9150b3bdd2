import { type Column, pressSort, type Sort } from './column.ts';

interface TableHeadProps<R> {
  readonly columns: readonly Column<R>[];
  readonly sort: Sort | null;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

export function TableHead<R>({ columns, sort, onSort }: TableHeadProps<R>) {
  const press = (column: Column<R>) => {
    const next = pressSort(column, sort);
    if (next) onSort?.(next);
  };
  return (
    <thead className="grid-head">
      <tr className="grid-row" aria-rowindex={1}>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className="grid-cell"
            data-align={column.align}
            aria-sort={sort?.by === column.id ? sort.direction : undefined}
            title={column.hint}
          >
            {column.sort && onSort ? (
              <button type="button" className="grid-sort" onClick={() => press(column)}>
                <span>{column.title}</span>
                <SortMark direction={sort?.by === column.id ? sort.direction : null} />
              </button>
            ) : (
              column.title
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortMark({ direction }: { direction: Sort['direction'] | null }) {
  return (
    <svg className="grid-sort-mark" viewBox="0 0 8 8" aria-hidden="true" data-on={direction}>
      <path d={direction === 'ascending' ? 'M4 1 7.5 7h-7Z' : 'M4 7 .5 1h7Z'} />
    </svg>
  );
}
