import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { keepInHistory, keptInHistory } from '../use-place.ts';
import type { Column, Rows, Sort } from './column.ts';
import { cursorAfter } from './cursor.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useViewport } from './use-viewport.ts';
import { bodyHeight } from './window.ts';
import './table.css';

const ROW_PX = 32;
const HEAD_PX = 34;

interface DataTableProps<R> {
  /** What the table is about, for who cannot see it. */
  readonly label: string;
  /** The same array until one changes. */
  readonly columns: readonly Column<R>[];
  readonly rows: Rows<R>;
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort) => void;
  /** Enter or a press on a row. */
  readonly onOpen?: (row: R, index: number) => void;
  /** What other keys do with the active row, by their letter. */
  readonly rowKeys?: Readonly<Record<string, (row: R) => void>>;
  /** Said where there is no row. */
  readonly empty: string;
  /** Rows are those of an earlier question. */
  readonly isOld?: boolean;
  /** The keyboard is here as soon as the table is. */
  readonly hasFocus?: boolean;
  /** Another text is another list, which begins at its top. */
  readonly listKey?: string;
}

/**
 * Any number of rows, of which only those seen are drawn. Arrows, Home, End and the page keys move, Enter opens; the
 * place is kept with the step of the history, so that back leads to the row one came from.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, columns, rows, sort = null, onSort, empty, isOld = false } = props;
  const { total } = rows;
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const view = useViewport(host, { total, rowPx: ROW_PX, headPx: HEAD_PX });
  const { first, last, offsetPx } = view.shown;
  const { active, acts } = useCursor(props, { host, grid }, view);
  const { need } = rows;
  useEffect(() => need?.(first, last), [need, first, last]);
  const style = useMemo(() => styleOf(columns), [columns]);
  const shown = Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first + i);
  return (
    <div ref={host} className="grid-scroll" style={style}>
      <table
        ref={grid}
        {...acts}
        {...pointAt(active >= first && active <= last ? `${id}${active}` : undefined)}
        className="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-busy={isOld}
        data-opens={props.onOpen !== undefined}
      >
        <TableHead columns={columns} sort={sort} onSort={onSort} />
        <tbody className="grid-body" style={{ height: bodyHeight(total, ROW_PX) }}>
          {shown.map((index) => (
            <TableRow
              key={index}
              id={`${id}${index}`}
              row={rows.at(index)}
              index={index}
              columns={columns}
              isActive={index === active}
              topPx={offsetPx + (index - first) * ROW_PX}
            />
          ))}
        </tbody>
      </table>
      {total === 0 && !isOld && <p className="grid-empty">{empty}</p>}
    </div>
  );
}

const pointAt = (row: string | undefined) => ({ 'aria-activedescendant': row });

const GAP_PX = 16;

/** The table is never narrower than its columns at their narrowest; beyond that it scrolls sideways. */
function styleOf(columns: readonly Column<never>[]): CSSProperties {
  const narrowest = columns.map(({ width }) => Number(/\d+/.exec(width)?.[0] ?? 0));
  const widthPx = narrowest.reduce((sum, width) => sum + width + GAP_PX, GAP_PX);
  return {
    '--tracks': columns.map(({ width }) => width).join(' '),
    '--least': `${widthPx}px`,
    '--row': `${ROW_PX}px`,
    '--head': `${HEAD_PX}px`,
  } as CSSProperties;
}

interface Elements {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly grid: RefObject<HTMLTableElement | null>;
}

/** The one active row, and what keys and presses do with it. */
function useCursor<R>(
  { rows, onOpen, rowKeys, hasFocus = false, listKey = '' }: DataTableProps<R>,
  { host, grid }: Elements,
  { pageRows, reveal }: ReturnType<typeof useViewport>,
) {
  const { total } = rows;
  const [active, setActive] = useState(() => rowKept(listKey));
  const list = useRef(listKey);
  const isPlaced = useRef(false);
  useEffect(() => {
    if (hasFocus) grid.current?.focus({ preventScroll: true });
  }, [grid, hasFocus]);
  useEffect(() => {
    if (list.current === listKey) return;
    list.current = listKey;
    setActive(0);
    if (host.current) host.current.scrollTop = 0;
  }, [listKey, host]);
  useEffect(() => {
    if (isPlaced.current || total === 0) return;
    isPlaced.current = true;
    if (active > 0) reveal(Math.min(active, total - 1));
  }, [total, active, reveal]);
  const leaveBy = (act: ((row: R, index: number) => void) | undefined, index: number) => {
    const row = rows.at(index);
    if (row === undefined || !act) return;
    keepInHistory('row', index);
    keepInHistory('list', listKey);
    act(row, index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = event.key === 'Enter' ? onOpen : rowKeys?.[event.key.toLowerCase()];
    if (act) return leaveBy(act, active);
    const next = cursorAfter(event.key, active, { total, pageRows });
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    reveal(next);
  };
  const onClick = ({ target }: MouseEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    if (!row || getSelection()?.toString()) return;
    const index = Number(row.dataset.index);
    setActive(index);
    leaveBy(onOpen, index);
  };
  // A table whose rows have a cursor; by its element alone it would be one to read only.
  const acts = { role: 'grid', tabIndex: 0, onKeyDown, onClick } as const;
  return { active: Math.min(active, Math.max(total - 1, 0)), acts };
}

function rowKept(listKey: string): number {
  const row = keptInHistory('row');
  return keptInHistory('list') === listKey && typeof row === 'number' ? row : 0;
}
