import type { FlowSource, Measure, MeasureSource } from '../../shared/measure/measure.ts';
import type { Freshness } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import { endOfDay, isoDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import { codedError } from '../errors.ts';
import { readAlarmSheet } from './alarm-sheet.ts';
import { readAssessmentSheet } from './assessment-sheet.ts';
import type { Evaluation, QueryContext } from './context.ts';
import { readCoverageSheet } from './coverage-sheet.ts';
import { readFlowSheet } from './flow-sheet.ts';
import { createFlowTable, type FlowTable } from './flow-table.ts';
import { readLinkSheet } from './link-sheet.ts';
import { readObservationSheet } from './observation-sheet.ts';
import { type Plan, planQuery } from './plan.ts';
import { newestArrival, readQualitySheet } from './quality-sheet.ts';
import { buildRows, keepTop, type LabelName } from './rows.ts';
import { readScoreSheet } from './score-sheet.ts';
import type { Sheet } from './sheet.ts';
import { readStageSheet } from './stage-sheet.ts';

const MAX_ROWS = 50_000;

/** Answers a query from what the fold holds; nothing but the context is read, nothing is changed. */
export function evaluate(query: Query, context: QueryContext): Evaluation {
  const { plan, error } = planQuery(query, context);
  if (error) return { ok: false, error };
  const readSheet = createSheetReader(plan, context);
  const columns = plan.measures.map((measure) => ({ measure, sheet: readSheet(measure) }));
  const groupCount = Math.max(...columns.map(({ sheet }) => sheet.size));
  if (groupCount * plan.buckets.length > MAX_ROWS)
    return {
      ok: false,
      error: codedError('IOC_QUERY_TOO_LARGE', {
        expected: MAX_ROWS,
        came: groupCount * plan.buckets.length,
      }),
    };
  const rows = keepTop(buildRows(columns, labelNames(plan), plan, context), plan);
  return {
    ok: true,
    answer: {
      epoch: context.epoch,
      seq: context.view.seq,
      asOf: new Date(context.now).toISOString(),
      period: daysOf(plan.span),
      ...(plan.base ? { comparedPeriod: daysOf(plan.base) } : {}),
      freshness: freshnessOf(plan, context),
      rows,
    },
  };
}

/** The event kinds that can change the answer to a query; unknown measures have none. */
export function sourcesOf(
  query: Query,
  catalogue: QueryContext['catalogue'],
): readonly MeasureSource[] {
  const measures = query.measures.flatMap((id) => catalogue.get(id) ?? []);
  return [...new Set(measures.flatMap(sourcesOfMeasure))];
}

function sourcesOfMeasure({ source, expression }: Measure): readonly MeasureSource[] {
  return expression.kind === 'score' ? expression.parts.map((part) => part.source) : [source];
}

function createSheetReader(plan: Plan, context: QueryContext): (measure: Measure) => Sheet {
  const tables = new Map<string, FlowTable>();
  const tableOf = (source: FlowSource): FlowTable => {
    const table = tables.get(source) ?? createFlowTable(plan, context, source);
    tables.set(source, table);
    return table;
  };
  return (measure) => {
    switch (measure.source) {
      case 'coverage':
        return readCoverageSheet(measure, plan, context);
      case 'observation':
        return readObservationSheet(measure, plan, context);
      case 'assessment':
        return readAssessmentSheet(measure, plan, context);
      case 'stage-plan':
        return readStageSheet(measure, plan, context);
      case 'quality':
        return readQualitySheet(measure, plan, context);
      case 'alarm':
        return readAlarmSheet(measure, plan, context);
      case 'link':
        return readLinkSheet(measure, plan, context);
      default:
        return measure.expression.kind === 'score'
          ? readScoreSheet(measure, tableOf)
          : readFlowSheet(measure, tableOf(measure.source));
    }
  };
}

function labelNames({ measures, by }: Plan): readonly LabelName[] {
  return measures.some(({ source }) => source === 'coverage') ? ['programme', ...by] : by;
}

const daysOf = ({ from, to }: DaySpan) => ({ from: isoDay(from), to: isoDay(to) });

function dataToOf(source: MeasureSource, context: QueryContext): number | null {
  if (source === 'quality') return newestArrival(context);
  if (source === 'alarm') return context.alarms?.()?.toMs ?? null;
  return context.view.dataTo(source);
}

/** As old as the oldest of the sources asked. */
function freshnessOf({ measures, span, today }: Plan, context: QueryContext): Freshness {
  const closed = span.to < today;
  const times = [...new Set(measures.map(({ source }) => source))].map((source) =>
    dataToOf(source, context),
  );
  const known = times.filter((time) => time !== null);
  if (known.length === 0) return { dataTo: null, closed };
  const oldest = Math.min(...known);
  return { dataTo: closed ? Math.min(oldest, endOfDay(span.to)) : oldest, closed };
}
