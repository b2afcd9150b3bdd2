import { memo } from 'react';
import type { Column } from './column.ts';

interface TableRowProps<R> {
  readonly id: string;
  readonly row: R | undefined;
  readonly index: number;
  readonly columns: readonly Column<R>[];
  readonly isActive: boolean;
  readonly topPx: number;
}

/** One row; a row that is not there yet keeps its place. */
function PlainRow<R>({ id, row, index, columns, isActive, topPx }: TableRowProps<R>) {
  return (
    <tr
      id={id}
      className="grid-row"
      aria-rowindex={index + 2}
      aria-selected={isActive}
      data-index={index}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {columns.map((column) => (
        <td key={column.id} className="grid-cell" data-align={column.align}>
          {row === undefined ? <i className="grid-blank" /> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

export const TableRow = memo(PlainRow) as typeof PlainRow;
