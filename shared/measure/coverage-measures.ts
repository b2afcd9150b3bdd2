import { DAY_BUDGET_MS, PERCENT, text } from './define.ts';
import { NOT_FOUND } from './legal-basis.ts';
import type { BilingualText, Measure } from './measure.ts';

const COMMON = {
  direction: 'higher',
  dimensions: ['unit'],
  source: 'coverage',
  legalBasis: NOT_FOUND,
  /** Programmes report by the month. */
  freshnessMs: 35 * DAY_BUDGET_MS,
} as const;

function count(part: 'done' | 'total', name: BilingualText, shortName: BilingualText): Measure {
  return {
    ...COMMON,
    id: `coverage.${part}`,
    name,
    shortName,
    kind: 'stock',
    expression: { kind: 'coverage', part },
    formula: {
      id: `coverage.${part}`,
      text: text(
        `${name.vi}, theo báo cáo mới nhất của từng đơn vị`,
        `${name.en}, by the newest report of each unit`,
      ),
    },
    unit: text('', ''),
    decimals: 0,
    deltaKind: 'percent',
    additivity: { units: 'sum', time: 'last' },
  };
}

/** A row a programme: 129/129 facilities, 428/432 schools. */
export const COVERAGE_MEASURES: readonly Measure[] = [
  count(
    'done',
    text('Số đã hoàn thành của chương trình', 'Done of a programme'),
    text('Đã hoàn thành', 'Done'),
  ),
  count('total', text('Tổng số của chương trình', 'Total of a programme'), text('Tổng', 'Total')),
  {
    ...COMMON,
    id: 'coverage.rate',
    name: text('Tỷ lệ hoàn thành của chương trình', 'Completion rate of a programme'),
    shortName: text('Tỷ lệ hoàn thành', 'Completion'),
    kind: 'ratio',
    expression: { kind: 'coverage', part: 'rate' },
    formula: { id: 'coverage.rate', text: text('đã hoàn thành / tổng số', 'done / total') },
    unit: PERCENT,
    decimals: 2,
    deltaKind: 'points',
    additivity: { units: 'recompute', time: 'last' },
  },
];
