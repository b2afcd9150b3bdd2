import type { FlowSource, Measure, ScorePart } from '../../shared/measure/measure.ts';
import { addPoints } from '../../shared/measure/score-points.ts';
import type { ErrorCode } from '../errors.ts';
import { type Figure, noFigure } from './figure.ts';
import { readFlowSheet } from './flow-sheet.ts';
import type { FlowTable } from './flow-table.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** What leaves a part unscored; any other reason leaves the whole score without a figure. */
const UNSCORED: readonly (ErrorCode | undefined)[] = [
  'IOC_QUERY_NO_DENOMINATOR',
  'IOC_QUERY_NOT_CONNECTED',
  'IOC_QUERY_NO_DATA',
];

/** Points of parts that may come from several sources; `den` tells how many points could be scored. */
export function readScoreSheet(
  measure: Measure,
  tableOf: (source: FlowSource) => FlowTable,
): Sheet {
  if (measure.expression.kind !== 'score') return new Map();
  const scored = measure.expression.parts.map((part) => {
    const { source, num, den } = part;
    const ratio = { kind: 'ratio', num, den, scale: 100 } as const;
    return {
      part,
      sheet: readFlowSheet({ ...measure, source, expression: ratio }, tableOf(source)),
    };
  });
  const rows = new Map<string, SheetRow>();
  for (const { sheet } of scored)
    for (const [key, { labels, figures, bases }] of sheet) {
      if (rows.has(key)) continue;
      const addUp = (of: (row: SheetRow) => SheetRow['figures']) => (_: unknown, i: number) =>
        scoreOf(
          scored.map(({ part, sheet: own }) => {
            const row = own.get(key);
            return { part, figure: row && of(row)[i] };
          }),
        );
      rows.set(key, {
        labels,
        figures: figures.map(addUp((row) => row.figures)),
        bases: bases.map(addUp((row) => row.bases)),
      });
    }
  return rows;
}

interface Scored {
  readonly part: ScorePart;
  readonly figure: Figure | undefined;
}

function scoreOf(parts: readonly Scored[]): Figure | undefined {
  const figures = parts.flatMap(({ figure }) => figure ?? []);
  if (figures.length === 0) return undefined;
  const refused = figures.find(({ value, reason }) => value === null && !UNSCORED.includes(reason));
  if (refused) return refused;
  const { points, reachable } = addPoints(
    parts.map(({ part, figure }) => ({ percent: figure?.value ?? null, max: part.max })),
  );
  if (reachable === 0) return figures[0] ?? noFigure('IOC_QUERY_NO_DENOMINATOR');
  return { value: points, num: points, den: reachable };
}
