import type { Measure } from '../../../shared/measure/measure.ts';
import type { Cell, Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';

type Dimension = NonNullable<Query['by']>[number];
/** What lies along a side of the table: a dimension, or the steps of the period. */
export type Side = Dimension | 'period';

export interface PivotSides {
  readonly rows: Side;
  readonly columns: Side;
}

/** Rows by the first split and columns by the steps of time, else by the second split; null where one is missing. */
export function sidesOf({ by = [], grain }: Query, isFlipped: boolean): PivotSides | null {
  const [first, second] = by;
  const other: Side | undefined = grain ? 'period' : second;
  if (first === undefined || other === undefined) return null;
  return isFlipped ? { rows: other, columns: first } : { rows: first, columns: other };
}

/** The same question with some sides only: its answer is the total over the others, as the measure itself rolls up. */
export function questionOf(query: Query, measure: string, sides: readonly Side[]): Query {
  const { by: _by, grain, level, top: _top, ...rest } = query;
  const by = sides.filter((side): side is Dimension => side !== 'period');
  return {
    ...rest,
    measures: [measure],
    ...(by.length > 0 && { by }),
    ...(level !== undefined && by.includes('unit') && { level }),
    ...(grain !== undefined && sides.includes('period') && { grain }),
  };
}

export interface PivotAnswers {
  readonly cells: readonly Row[];
  readonly byRow: readonly Row[];
  readonly byColumn: readonly Row[];
  readonly whole: readonly Row[];
}

export interface PivotLine {
  readonly code: string;
  /** One a column. */
  readonly cells: readonly (Cell | undefined)[];
  readonly total: Cell | undefined;
}

export interface Pivot {
  readonly columns: readonly string[];
  readonly lines: readonly PivotLine[];
  readonly totals: PivotLine;
  /** Of counts: what belongs to no line, a column each; null where there is nothing, or where figures are not summed. */
  readonly rest: readonly (number | null)[] | null;
}

/**
 * The table of a question with two sides. Totals are answers of their own and never sums of what is shown: a rate's is
 * its summed numerator over its summed denominator, a published figure's is what was published or nothing.
 */
export function pivotOf(
  answers: PivotAnswers,
  sides: PivotSides,
  measure: Pick<Measure, 'id' | 'additivity' | 'kind'>,
): Pivot {
  const read = (row: Row | undefined) => row?.values[measure.id];
  const codeOf = (row: Row, side: Side) => row[side] ?? '';
  const columns = codesOf([...answers.cells, ...answers.byColumn], sides.columns);
  const rowCodes = codesOf([...answers.cells, ...answers.byRow], sides.rows);
  const cells = new Map(
    answers.cells.map((row) => [`${codeOf(row, sides.rows)}\n${codeOf(row, sides.columns)}`, row]),
  );
  const totals = new Map(answers.byRow.map((row) => [codeOf(row, sides.rows), row]));
  const columnTotals = new Map(answers.byColumn.map((row) => [codeOf(row, sides.columns), row]));
  const lines = rowCodes.map((code) => ({
    code,
    cells: columns.map((column) => read(cells.get(`${code}\n${column}`))),
    total: read(totals.get(code)),
  }));
  const whole = {
    code: '',
    cells: columns.map((column) => read(columnTotals.get(column))),
    total: read(answers.whole[0]),
  };
  return { columns, lines, totals: whole, rest: restOf(lines, whole, sides, measure) };
}

/** Steps of time in their order, everything else in the order of the answer. */
function codesOf(rows: readonly Row[], side: Side): string[] {
  const codes = [...new Set(rows.flatMap((row) => row[side] ?? []))];
  return side === 'period' ? codes.sort() : codes;
}

function restOf(
  lines: readonly PivotLine[],
  totals: PivotLine,
  { rows }: PivotSides,
  { kind, additivity }: Pick<Measure, 'additivity' | 'kind'>,
): Pivot['rest'] {
  const isCount = (kind === 'flow' || kind === 'stock') && additivity.units === 'sum';
  if (!isCount || (rows === 'period' && additivity.time !== 'sum')) return null;
  const rest = [...totals.cells, totals.total].map((cell, at) => {
    if (typeof cell?.value !== 'number') return null;
    const own = lines.map(({ cells, total }) => [...cells, total][at]?.value ?? 0);
    return cell.value - own.reduce((sum, value) => sum + value, 0);
  });
  return rest.some((value) => value !== null && value !== 0) ? rest : null;
}

/** How strongly a cell is shaded, 0–1: over the span of all cells, rates too. */
export function shadesOf(lines: readonly PivotLine[]): (value: number) => number {
  const values = lines.flatMap(({ cells }) => cells.flatMap((cell) => cell?.value ?? []));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) => (most > least ? (value - least) / (most - least) : 0);
}
