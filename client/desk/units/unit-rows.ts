import type { Cell, Row } from '../../../shared/query/answer.ts';
import { compareVietnamese } from '../../../shared/unit/text.ts';
import type { Sort } from '../table/column.ts';
import { pullOf, type Rate } from './pull.ts';

/** Counts of a part or of the whole; null where there is no figure. */
export interface Counts {
  readonly received: number | null;
  readonly rate: Rate | null;
  readonly open: number | null;
  readonly dueIn8h: number | null;
  readonly openLate: number | null;
}

export interface UnitRow extends Counts {
  /** Of a unit or a field; null for what no row above stands for. */
  readonly code: string | null;
  readonly name: string;
  readonly pull: number | null;
}

export const FLOW_MEASURES = ['dossier.received', 'dossier.onTimeRate'];
export const STOCK_MEASURES = ['dossier.open', 'dossier.dueIn8h', 'dossier.openLate'];

/** Counts of one row of each of the two answers: what flowed in the period, what is there now. */
export function countsOf(flow: Row | undefined, stock: Row | undefined): Counts {
  return {
    received: figureIn(flow?.values['dossier.received']),
    rate: rateOf(flow?.values['dossier.onTimeRate']),
    open: figureIn(stock?.values['dossier.open']),
    dueIn8h: figureIn(stock?.values['dossier.dueIn8h']),
    openLate: figureIn(stock?.values['dossier.openLate']),
  };
}

const figureIn = (cell: Cell | undefined) => cell?.value ?? null;

function rateOf(cell: Cell | undefined): Rate | null {
  const { num, den } = cell ?? {};
  return num === undefined || den === undefined ? null : { num, den };
}

interface Part {
  readonly code: string;
  readonly name: string;
}

/** A row a part, also for those that have no figure, and one more for what is in none of them. */
export function unitRows(
  parts: readonly Part[],
  counts: ReadonlyMap<string, Counts>,
  whole: Counts,
  restName: string,
): readonly UnitRow[] {
  const rows = parts.map(({ code, name }): UnitRow => {
    const own = counts.get(code) ?? NO_COUNTS;
    return { ...own, code, name, pull: pullOf(own.rate, whole.rate) };
  });
  const rest = restOf(rows, whole);
  return isEmpty(rest)
    ? rows
    : [...rows, { ...rest, code: null, name: restName, pull: pullOf(rest.rate, whole.rate) }];
}

const NO_COUNTS: Counts = {
  received: null,
  rate: null,
  open: null,
  dueIn8h: null,
  openLate: null,
};

function restOf(rows: readonly Counts[], whole: Counts): Counts {
  const less = (read: (counts: Counts) => number | null | undefined) => {
    const all = read(whole);
    if (all === null || all === undefined) return null;
    return rows.reduce((left, row) => left - (read(row) ?? 0), all);
  };
  const [num, den] = [less(({ rate }) => rate?.num), less(({ rate }) => rate?.den)];
  return {
    received: less(({ received }) => received),
    rate: num === null || den === null ? null : { num, den },
    open: less(({ open }) => open),
    dueIn8h: less(({ dueIn8h }) => dueIn8h),
    openLate: less(({ openLate }) => openLate),
  };
}

const isEmpty = ({ received, rate, open }: Counts) => !received && !rate?.den && !open;

export const percentOf = (rate: Rate | null): number | null =>
  rate && rate.den > 0 ? (rate.num / rate.den) * 100 : null;

export const lateOf = (rate: Rate | null): number | null => (rate ? rate.den - rate.num : null);

const VALUES: Readonly<Record<string, (row: UnitRow) => number | null>> = {
  received: ({ received }) => received,
  resolved: ({ rate }) => rate?.den ?? null,
  late: ({ rate }) => lateOf(rate),
  rate: ({ rate }) => percentOf(rate),
  pull: ({ pull }) => pull,
  open: ({ open }) => open,
  due: ({ dueIn8h }) => dueIn8h,
  openLate: ({ openLate }) => openLate,
};

/**
 * Sorted by a column. What has no figure comes after what has one whichever way, what no unit stands for comes last;
 * names decide among equals.
 */
export function sortRows(rows: readonly UnitRow[], { by, direction }: Sort): readonly UnitRow[] {
  const turn = direction === 'ascending' ? 1 : -1;
  const read = VALUES[by];
  const byName = (a: UnitRow, b: UnitRow) => compareVietnamese(a.name, b.name);
  const compare = (a: UnitRow, b: UnitRow) => {
    if (!read) return turn * byName(a, b);
    const [x, y] = [read(a), read(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return turn * (x - y) || byName(a, b);
  };
  const isRest = ({ code }: UnitRow) => Number(code === null);
  return rows.toSorted((a, b) => isRest(a) - isRest(b) || compare(a, b));
}
