import type { Tile } from '../../../shared/board/board.ts';
import type { Row } from '../../../shared/query/answer.ts';

export type FunnelStage = Extract<Tile, { kind: 'funnel' }>['stages'][number];

export interface StageCount {
  /** Sum of the measure or number of rows above zero; null where no row has a value. */
  readonly value: number | null;
  /** Rows above zero: in how many zones, for the words "trong … KCN". */
  readonly rows: number;
}

export function countStage(rows: readonly Row[], stage: FunnelStage): StageCount {
  const filter = Object.entries(stage.filter ?? {});
  const values = rows
    .filter((row) =>
      filter.every(([dimension, allowed]) =>
        allowed.includes(String(row[dimension as 'unit'] ?? '')),
      ),
    )
    .flatMap((row) => row.values[stage.measure]?.value ?? []);
  const above = values.filter((value) => value > 0).length;
  if (values.length === 0) return { value: null, rows: 0 };
  const sum = values.reduce((total, value) => total + value, 0);
  return { value: stage.count === 'rows' ? above : sum, rows: above };
}
