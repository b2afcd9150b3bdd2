import { DAY_BUDGET_MS, PERCENT, text } from './define.ts';
import { DATA_QUALITY } from './legal-basis.ts';
import type { BilingualText, Measure, QualityMeter } from './measure.ts';

function meter(
  part: QualityMeter,
  name: BilingualText,
  shortName: BilingualText,
  formula: BilingualText,
): Measure {
  return {
    id: `quality.${part}Share`,
    name,
    shortName,
    kind: 'ratio',
    expression: { kind: 'quality', part },
    formula: { id: part, text: formula },
    unit: PERCENT,
    decimals: 2,
    direction: 'higher',
    deltaKind: 'points',
    additivity: { units: 'recompute', time: 'recompute' },
    dimensions: ['source', 'unit'],
    source: 'quality',
    legalBasis: DATA_QUALITY,
    freshnessMs: DAY_BUDGET_MS,
  };
}

/** The four meters of data, over what arrived in the period. */
export const QUALITY_MEASURES: readonly Measure[] = [
  meter(
    'valid',
    text('Đúng: tỷ lệ sự kiện hợp lệ', 'Valid: share of events not refused'),
    text('Đúng', 'Valid'),
    text('(đã gửi − bị từ chối) / đã gửi', '(sent − refused) / sent'),
  ),
  meter(
    'complete',
    text('Đủ: tỷ lệ báo cáo đã đến', 'Complete: share of reports that came'),
    text('Đủ', 'Complete'),
    text(
      'đơn vị và kỳ đã báo cáo / đơn vị và kỳ đã hết mà nguồn cam kết',
      'units and periods reported / units and ended periods that the source owes',
    ),
  ),
  meter(
    'clean',
    text('Sạch: tỷ lệ không trùng, không mâu thuẫn', 'Clean: share without repeats or conflicts'),
    text('Sạch', 'Clean'),
    text('mới / (mới + gửi lại + trùng mã khác nội dung)', 'new / (new + repeated + in conflict)'),
  ),
  meter(
    'fresh',
    text('Sống: tỷ lệ giữ đúng chu kỳ', 'Fresh: share keeping the promised cadence'),
    text('Sống', 'Fresh'),
    text(
      'nguồn (hoặc đơn vị phải báo cáo) đúng chu kỳ / tổng số',
      'sources (or units that owe reports) on time / all of them',
    ),
  ),
];
