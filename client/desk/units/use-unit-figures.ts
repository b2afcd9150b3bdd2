import { useMemo } from 'react';
import type { Row } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import { localDayOf, parseDay } from '../../../shared/unit/local-day.ts';
import { nameOf } from '../../../shared/words/names.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { useLive } from '../../store/use-answer.ts';
import { useAnswers } from '../../tile/use-answers.ts';
import { useDesk } from '../desk-context.ts';
import type { periodOf } from './periods.ts';
import type { Split } from './split.ts';
import {
  type Counts,
  countsOf,
  FLOW_MEASURES,
  STOCK_MEASURES,
  type UnitRow,
  unitRows,
} from './unit-rows.ts';

interface Asked {
  readonly unit: string;
  readonly split: Split;
  readonly period: ReturnType<typeof periodOf>;
  readonly field: string | null;
  readonly restName: string;
}

export interface UnitFigures {
  readonly rows: readonly UnitRow[];
  readonly whole: Counts;
  /** Of the on-time rate of the whole; null without one. */
  readonly target: number | null;
  /** The period as resolved, `from/to`; null before the first answer. */
  readonly period: string | null;
  readonly isWaiting: boolean;
  /** What is asked of the parts and of the whole in the period, and of the whole now. */
  readonly flowQuery: Query;
  readonly wholeQuery: Query;
  readonly stockQuery: Query;
  /** Code of a refusal. */
  readonly refusal: string | null;
}

/** Live figures of a unit and of its parts: what flowed in the period, what is there now. */
export function useUnitFigures(asked: Asked): UnitFigures {
  const queries = useQueries(asked);
  const [flowQuery, , wholeQuery, stockQuery] = queries;
  const answers = useAnswers(queries);
  const rows = useParts(asked, answers);
  const [, , flowAll, stockAll] = answers;
  const whole = countsOf(flowAll?.rows[0], stockAll?.rows[0]);
  const { frame } = flowAll ?? {};
  return {
    rows,
    whole,
    flowQuery,
    wholeQuery,
    stockQuery,
    target: flowAll?.rows[0]?.values['dossier.onTimeRate']?.target ?? null,
    period: frame ? `${frame.period.from}/${frame.period.to}` : null,
    isWaiting: answers.some((answer) => answer.frame === null && answer.refusal === null),
    refusal: answers.find(({ refusal }) => refusal)?.refusal?.code ?? null,
  };
}

/** Flows of the parts, stocks of the parts, flows of the whole, stocks of the whole. */
function useQueries({ unit, split, period, field }: Asked): readonly [Query, Query, Query, Query] {
  return useMemo(() => {
    const about = { unit, ...(field !== null && { filter: { field: [field] } }) };
    const parts: Partial<Query> =
      split === 'field' ? { by: ['field'] } : { by: ['unit'], level: split };
    const flow: Query = { measures: FLOW_MEASURES, period: { relative: period }, ...about };
    const stock: Query = { measures: STOCK_MEASURES, period: { relative: 'today' }, ...about };
    return [{ ...flow, ...parts }, { ...stock, ...parts }, { ...flow, compare: 'target' }, stock];
  }, [unit, split, period, field]);
}

function useParts(
  { unit, split, field, restName }: Asked,
  answers: readonly LiveAnswer[],
): readonly UnitRow[] {
  const { territory, names, pack, language } = useDesk();
  const live = useLive();
  return useMemo(() => {
    const [flow, stock, flowAll, stockAll] = answers;
    const day = parseDay(flow?.frame?.period.to ?? '') ?? localDayOf(live.serverNow());
    const borders = territory.on(day);
    const units = borders.below(unit).filter(({ code, level }) => level === split && code !== unit);
    const fields = pack.fields.filter(({ code }) => field === null || code === field);
    const parts =
      split === 'field'
        ? fields.map(({ code }) => ({ code, name: nameOf(names, 'field', code, language) }))
        : units.map(({ code, shortName }) => ({ code, name: shortName }));
    const counts = partCounts(flow, stock, split === 'field' ? 'field' : 'unit');
    const whole = countsOf(flowAll?.rows[0], stockAll?.rows[0]);
    return unitRows(parts, counts, whole, restName);
  }, [answers, territory, names, pack, language, live, unit, split, field, restName]);
}

function partCounts(
  flow: LiveAnswer | undefined,
  stock: LiveAnswer | undefined,
  dimension: 'unit' | 'field',
): ReadonlyMap<string, Counts> {
  const byCode = (rows: readonly Row[]) => new Map(rows.map((row) => [row[dimension] ?? '', row]));
  const [flows, stocks] = [byCode(flow?.rows ?? []), byCode(stock?.rows ?? [])];
  const codes = new Set([...flows.keys(), ...stocks.keys()]);
  return new Map([...codes].map((code) => [code, countsOf(flows.get(code), stocks.get(code))]));
}
