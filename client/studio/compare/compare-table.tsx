import { Fragment } from 'react';
import type { Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import { formatPeriod } from '../../../shared/unit/format-time.ts';
import { changeText, figureLine } from '../../../shared/words/figure.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { ANSWER_WORDS } from '../answer/answer-words.ts';
import { headsOf } from '../answer/table-rows.ts';
import { dimensionWord } from '../dimension-words.ts';
import { sentence } from '../sentence.ts';
import type { Names } from './compare.ts';
import { COMPARE_WORDS } from './compare-words.ts';

interface CompareTableProps {
  readonly query: Query;
  readonly rows: readonly Row[];
  readonly names: Names;
  readonly borders: Borders;
}

const MOST = 500;

/** Each measure as three columns: one side, the other, and the difference. */
export function CompareTable({ query, rows, names, borders }: CompareTableProps) {
  const { language, measures, names: codes } = useTileSurroundings();
  const heads = headsOf(query, rows);
  if (heads.length === 0) return null;
  const nameIn = (row: Row, head: (typeof heads)[number]) => {
    const code = row[head] ?? '';
    if (head === 'period') return sentence(formatPeriod(code, language));
    return nameOf(codes, head, code, language, borders);
  };
  return (
    <section className="answer-table" aria-label={ANSWER_WORDS[language].table}>
      <table className="sheet-table">
        <CompareHead query={query} heads={heads} names={names} />
        <tbody>
          {rows.slice(0, MOST).map((row) => (
            <tr key={row.key}>
              {heads.map((head, at) =>
                at === 0 ? (
                  <th key={head} scope="row">
                    {nameIn(row, head)}
                  </th>
                ) : (
                  <td key={head}>{nameIn(row, head)}</td>
                ),
              )}
              {query.measures.map((id) => {
                const [measure, cell] = [measures.get(id), row.values[id]];
                return (
                  <Fragment key={id}>
                    <td className="number">{figureLine(cell?.value, measure, language)}</td>
                    <td className="number">{figureLine(cell?.base, measure, language)}</td>
                    <td className="number change">
                      {changeText(cell, measure, language)?.text ?? '—'}
                    </td>
                  </Fragment>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CompareHeadProps {
  readonly query: Query;
  readonly heads: readonly string[];
  readonly names: Names;
}

function CompareHead({ query, heads, names }: CompareHeadProps) {
  const { language, measures } = useTileSurroundings();
  const difference = sentence(COMPARE_WORDS[language].difference);
  const headName = (head: string) => {
    if (head === 'period') return ANSWER_WORDS[language].period;
    if (head === 'programme') return ANSWER_WORDS[language].programme;
    return sentence(dimensionWord(head as NonNullable<Query['by']>[number], language));
  };
  return (
    <thead className="compare-head">
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col" rowSpan={2}>
            {headName(head)}
          </th>
        ))}
        {query.measures.map((id) => (
          <th key={id} scope="colgroup" colSpan={3} className="number">
            {measures.get(id)?.shortName[language] ?? id}
          </th>
        ))}
      </tr>
      <tr>
        {query.measures.map((id) => (
          <Fragment key={id}>
            <th scope="col" className="number">
              {sentence(names[0])}
            </th>
            <th scope="col" className="number">
              {sentence(names[1])}
            </th>
            <th scope="col" className="number">
              {difference}
            </th>
          </Fragment>
        ))}
      </tr>
    </thead>
  );
}
