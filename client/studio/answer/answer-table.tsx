import { Fragment, useMemo, useState } from 'react';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Answer, Cell, Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatPeriod } from '../../../shared/unit/format-time.ts';
import { changeText, figureLine } from '../../../shared/words/figure.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { dimensionWord } from '../dimension-words.ts';
import { sentence } from '../sentence.ts';
import { ANSWER_WORDS } from './answer-words.ts';
import { CHANGE, countGaps, headsOf, sortedRows, type TableOrder } from './table-rows.ts';

const PAGE = 200;

interface AnswerTableProps {
  readonly query: Query;
  readonly answer: Answer;
  readonly borders: Borders;
}

/** Every row of an answer: what it is called, each figure, its change and what it divides. */
export function AnswerTable({ query, answer, borders }: AnswerTableProps) {
  const { language, names } = useTileSurroundings();
  const words = ANSWER_WORDS[language];
  const { order, sortBy } = useTableOrder();
  const [limit, setLimit] = useState(PAGE);
  const heads = useMemo(() => headsOf(query, answer.rows), [query, answer]);
  const rows = useMemo(
    () => sortedRows(answer.rows, order, (by, code) => nameOf(names, by, code, language, borders)),
    [answer, order, names, language, borders],
  );
  const columns = query.measures;
  if (rows.length === 0) return <p className="none">{words.empty}</p>;
  const rest = rows.length - limit;
  return (
    <section aria-label={words.table} className="answer-table">
      <TableNotes rows={rows} columns={columns} />
      <table className="sheet-table">
        <TableHead heads={heads} query={query} order={order} sortBy={sortBy} />
        <tbody>
          {rows.slice(0, limit).map((row) => (
            <TableRow key={row.key} row={row} heads={heads} query={query} borders={borders} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <button type="button" className="plain-button" onClick={() => setLimit(limit + PAGE * 5)}>
          {words.more(formatInteger(Math.min(rest, PAGE * 5), language))}
        </button>
      )}
    </section>
  );
}

function useTableOrder() {
  const { params } = usePlace();
  const sort = params.get('sort');
  const order: TableOrder | null = useMemo(
    () => (sort ? { column: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') } : null),
    [sort],
  );
  const sortBy = (column: string) => {
    const next = sort === `-${column}` ? column : sort === column ? null : `-${column}`;
    changeParams({ sort: next }, 'replace');
  };
  return { order, sortBy };
}

function TableNotes({ rows, columns }: { rows: readonly Row[]; columns: readonly string[] }) {
  const { language } = useTileSurroundings();
  const words = ANSWER_WORDS[language];
  const { params } = usePlace();
  const { cells, gaps } = countGaps(rows, columns);
  return (
    <p className="table-notes">
      <span>{words.rows(formatInteger(rows.length, language))}</span>
      {gaps > 0 && (
        <span>{words.gaps(formatInteger(gaps, language), formatInteger(cells, language))}</span>
      )}
      <label>
        <input
          type="checkbox"
          checked={params.has('parts')}
          onChange={({ target }) => changeParams({ parts: target.checked ? '1' : null }, 'replace')}
        />{' '}
        {words.parts}
      </label>
    </p>
  );
}

interface TableHeadProps {
  readonly heads: readonly string[];
  readonly query: Query;
  readonly order: TableOrder | null;
  readonly sortBy: (column: string) => void;
}

function TableHead({ heads, query, order, sortBy }: TableHeadProps) {
  const { language, measures } = useTileSurroundings();
  const words = ANSWER_WORDS[language];
  const sorted = (column: string) => {
    if (order?.column !== column) return undefined;
    return order.isDescending ? 'descending' : 'ascending';
  };
  const headOf = (head: string) => {
    if (head === 'period') return words.period;
    if (head === 'programme') return words.programme;
    return dimensionWord(head as Measure['dimensions'][number], language);
  };
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col" aria-sort={sorted(head)}>
            <SortButton name={headOf(head)} onPress={() => sortBy(head)} order={sorted(head)} />
          </th>
        ))}
        {query.measures.map((id) => (
          <Fragment key={id}>
            <th scope="col" className="number" aria-sort={sorted(id)}>
              <SortButton
                name={measures.get(id)?.shortName[language] ?? id}
                unit={measures.get(id)?.unit[language]}
                onPress={() => sortBy(id)}
                order={sorted(id)}
              />
            </th>
            {query.compare && (
              <th scope="col" className="number change" aria-sort={sorted(`${id}${CHANGE}`)}>
                <SortButton
                  name={words.change}
                  onPress={() => sortBy(`${id}${CHANGE}`)}
                  order={sorted(`${id}${CHANGE}`)}
                />
              </th>
            )}
          </Fragment>
        ))}
      </tr>
    </thead>
  );
}

interface SortButtonProps {
  readonly name: string;
  readonly unit?: string | undefined;
  readonly order: 'ascending' | 'descending' | undefined;
  readonly onPress: () => void;
}

const ARROWS = { ascending: '↑', descending: '↓' } as const;

function SortButton({ name, unit, order, onPress }: SortButtonProps) {
  return (
    <button type="button" className="sort-button" onClick={onPress}>
      {sentence(name)}
      {unit && <span className="cell-unit"> {unit}</span>}
      <span aria-hidden="true" className="sort-arrow">
        {order ? ARROWS[order] : ''}
      </span>
    </button>
  );
}

interface TableRowProps extends Omit<AnswerTableProps, 'answer'> {
  readonly row: Row;
  readonly heads: readonly string[];
}

function TableRow({ row, heads, query, borders }: TableRowProps) {
  const { language, names, measures } = useTileSurroundings();
  const nameIn = (head: string) => {
    const code = row[head as 'unit'] ?? '';
    if (head === 'period') return formatPeriod(code, language);
    return nameOf(names, head, code, language, borders);
  };
  return (
    <tr>
      {heads.map((head, at) =>
        at === 0 ? (
          <th key={head} scope="row">
            {nameIn(head)}
          </th>
        ) : (
          <td key={head}>{nameIn(head)}</td>
        ),
      )}
      {query.measures.map((id) => (
        <Fragment key={id}>
          <td className="number">
            <FigureCell id={id} cell={row.values[id]} />
          </td>
          {query.compare && (
            <td className="number change">
              {changeText(row.values[id], measures.get(id), language)?.text ?? '—'}
            </td>
          )}
        </Fragment>
      ))}
    </tr>
  );
}

/** A gap says why it is one. */
function FigureCell({ id, cell }: { id: string; cell: Cell | undefined }) {
  const { language, measures } = useTileSurroundings();
  const { params } = usePlace();
  const measure = measures.get(id);
  if (typeof cell?.value !== 'number') {
    return (
      <>
        — <span className="cell-note">{reasonText(cell?.reason, language)}</span>
      </>
    );
  }
  const hasParts = params.has('parts') && cell.num !== undefined && cell.den !== undefined;
  return (
    <>
      {figureLine(cell.value, measure, language, cell.operator)}
      {hasParts && (
        <span className="cell-note">
          {formatInteger(cell.num, language)} / {formatInteger(cell.den, language)}
        </span>
      )}
    </>
  );
}
