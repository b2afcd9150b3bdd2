import {
  SCORE_766_PARTS,
  type Score766PartCode,
  score766PartId,
} from '../../../shared/measure/score-766.ts';
import type { Score766Counts, Score766Pools } from '../../../shared/measure/what-if-766.ts';
import type { Answer, Cell } from '../../../shared/query/answer.ts';
import type { Query, QueryPeriod } from '../../../shared/query/query.ts';

/** What is divided for every part, and the open dossiers that could go either way. */
export const countsQuery = (unit: string, period: QueryPeriod): Query => ({
  measures: [
    ...SCORE_766_PARTS.map(({ code }) => score766PartId(code)),
    'dossier.openInTerm',
    'dossier.dueIn8h',
  ],
  unit,
  period,
});

/** What was published about the unit: the index and, should they ever come, its groups. */
export const officialQuery = (unit: string, period: QueryPeriod): Query => ({
  measures: ['assessment.score', 'assessment.rank'],
  unit,
  by: ['index'],
  period,
});

export interface ScoreFacts {
  readonly counts: Score766Counts;
  readonly pools: Score766Pools;
  /** Why a part has no count: a code. */
  readonly reasons: Readonly<Partial<Record<Score766PartCode, string>>>;
}

export function factsOf({ rows }: Pick<Answer, 'rows'>): ScoreFacts {
  const values: Readonly<Record<string, Cell>> = rows[0]?.values ?? {};
  const counts: Partial<Record<Score766PartCode, { num: number; den: number }>> = {};
  const reasons: Partial<Record<Score766PartCode, string>> = {};
  for (const { code } of SCORE_766_PARTS) {
    const cell = values[score766PartId(code)];
    if (cell?.num !== undefined && cell.den !== undefined && cell.value !== null)
      counts[code] = { num: cell.num, den: cell.den };
    else reasons[code] = cell?.reason ?? 'IOC_QUERY_NO_DATA';
  }
  const dueIn8h = values['dossier.dueIn8h']?.value ?? 0;
  const inTerm = values['dossier.openInTerm']?.value ?? 0;
  return { counts, reasons, pools: { dueIn8h, later: Math.max(inTerm - dueIn8h, 0) } };
}

export interface Official {
  readonly score: Cell | undefined;
  readonly rank: Cell | undefined;
}

/** Of the index itself, or of one of its groups (`766.progress`). */
export function officialOf(answer: Pick<Answer, 'rows'> | null, group?: string): Official {
  const index = group === undefined ? '766' : `766.${group}`;
  const values = answer?.rows.find((row) => row.index === index)?.values;
  return { score: values?.['assessment.score'], rank: values?.['assessment.rank'] };
}
