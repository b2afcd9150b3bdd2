import { DAY_BUDGET_MS, PERCENT, text } from './define.ts';
import { NOT_FOUND, OWN_DEFINITION } from './legal-basis.ts';
import type { AssessmentPart, BilingualText, LinkPart, Measure } from './measure.ts';

type Own = Pick<Measure, 'name' | 'shortName' | 'unit' | 'decimals' | 'direction'> & {
  readonly formula: BilingualText;
};

const NO_UNIT = text('', '');
const YEAR_BUDGET_MS = 400 * DAY_BUDGET_MS;

/** Yearly indices: as published, never summed or averaged. */
function assessment(part: AssessmentPart, own: Own): Measure {
  const { formula, ...rest } = own;
  return {
    ...rest,
    id: `assessment.${part}`,
    kind: part === 'units' ? 'stock' : 'published',
    expression: { kind: 'assessment', part },
    formula: { id: part, text: formula },
    deltaKind: 'absolute',
    additivity: { units: 'none', time: 'published' },
    dimensions: ['unit', 'index', 'tier'],
    source: 'assessment',
    legalBasis: NOT_FOUND,
    freshnessMs: YEAR_BUDGET_MS,
  };
}

const ASSESSMENTS: readonly Measure[] = [
  assessment('score', {
    name: text('Điểm chỉ số năm', 'Score of a yearly index'),
    shortName: text('Điểm', 'Score'),
    unit: text('điểm', 'points'),
    decimals: 2,
    direction: 'higher',
    formula: text('Điểm do cơ quan đánh giá công bố', 'Score as published by the assessor'),
  }),
  assessment('scoreGain', {
    name: text('Điểm chỉ số tăng so với năm trước', 'Score gained against the year before'),
    shortName: text('Tăng điểm', 'Score gained'),
    unit: text('điểm', 'points'),
    decimals: 2,
    direction: 'higher',
    formula: text('Điểm − điểm năm trước', 'Score − score of the year before'),
  }),
  assessment('rank', {
    name: text('Thứ hạng', 'Rank'),
    shortName: text('Thứ hạng', 'Rank'),
    unit: NO_UNIT,
    decimals: 0,
    direction: 'lower',
    formula: text(
      'Thứ hạng do cơ quan đánh giá công bố, trên số đơn vị được xếp hạng',
      'Rank as published by the assessor, of the number of units ranked',
    ),
  }),
  assessment('rankOf', {
    name: text('Số đơn vị được xếp hạng', 'Units ranked'),
    shortName: text('Số đơn vị', 'Ranked'),
    unit: NO_UNIT,
    decimals: 0,
    direction: 'neutral',
    formula: text('Số đơn vị cùng được xếp hạng năm đó', 'Units ranked together that year'),
  }),
  assessment('rankGain', {
    name: text('Số bậc tăng so với năm trước', 'Places gained against the year before'),
    shortName: text('Tăng bậc', 'Places gained'),
    unit: text('bậc', 'places'),
    decimals: 0,
    direction: 'higher',
    formula: text(
      'Thứ hạng năm trước − thứ hạng, khi cùng số đơn vị được xếp hạng',
      'Rank of the year before − rank, of the same number of units',
    ),
  }),
  assessment('units', {
    name: text('Số đơn vị được đánh giá', 'Units assessed'),
    shortName: text('Đơn vị', 'Units'),
    unit: text('đơn vị', 'units'),
    decimals: 0,
    direction: 'neutral',
    formula: text(
      'Số đơn vị có kết quả, theo loại khi tách',
      'Units with a result, by tier where split',
    ),
  }),
];

const STAGE_COMMON = {
  dimensions: ['unit', 'plan', 'stage'],
  source: 'stage-plan',
  legalBasis: OWN_DEFINITION,
  freshnessMs: 35 * DAY_BUDGET_MS,
} as const;

const STAGE_PLANS: readonly Measure[] = [
  {
    ...STAGE_COMMON,
    id: 'stagePlan.items',
    name: text('Số việc của kế hoạch', 'Items of a plan'),
    shortName: text('Số việc', 'Items'),
    kind: 'stock',
    expression: { kind: 'stage-plan', part: 'items' },
    formula: {
      id: 'items',
      text: text(
        'Số việc theo bước đã đến, cuối kỳ (hoặc đến hôm nay)',
        'Items by the stage reached, at the period’s end (or today)',
      ),
    },
    unit: NO_UNIT,
    decimals: 0,
    direction: 'neutral',
    deltaKind: 'absolute',
    additivity: { units: 'sum', time: 'last' },
  },
  {
    ...STAGE_COMMON,
    id: 'stagePlan.doneShare',
    name: text('Tỷ lệ việc đã xong của kế hoạch', 'Share of a plan’s items done'),
    shortName: text('Đã xong', 'Done'),
    kind: 'ratio',
    expression: { kind: 'stage-plan', part: 'doneShare' },
    formula: {
      id: 'doneShare',
      text: text('số việc ở bước cuối / tổng số việc', 'items at the last stage / all items'),
    },
    unit: PERCENT,
    decimals: 2,
    direction: 'higher',
    deltaKind: 'points',
    additivity: { units: 'recompute', time: 'last' },
  },
];

function link(part: LinkPart, own: Omit<Own, 'decimals' | 'unit'>): Measure {
  const { formula, ...rest } = own;
  const isShare = part === 'onTimeShare';
  return {
    ...rest,
    id: `link.${part}`,
    kind: isShare ? 'ratio' : 'stock',
    expression: { kind: 'link', part },
    formula: { id: part, text: formula },
    unit: isShare ? PERCENT : text('hệ thống', 'systems'),
    decimals: isShare ? 2 : 0,
    deltaKind: isShare ? 'points' : 'absolute',
    additivity: { units: isShare ? 'recompute' : 'sum', time: 'last' },
    dimensions: ['system'],
    source: 'link',
    legalBasis: OWN_DEFINITION,
    freshnessMs: DAY_BUDGET_MS,
  };
}

const LINKS: readonly Measure[] = [
  link('systems', {
    name: text('Số hệ thống kết nối', 'Connected systems'),
    shortName: text('Hệ thống', 'Systems'),
    direction: 'neutral',
    formula: text('Số hệ thống đã khai báo kết nối', 'Systems that have announced a connection'),
  }),
  link('onTime', {
    name: text('Số hệ thống trao đổi đúng chu kỳ', 'Systems on time'),
    shortName: text('Đúng chu kỳ', 'On time'),
    direction: 'higher',
    formula: text(
      'Lần trao đổi gần nhất không cũ hơn chu kỳ đã hứa',
      'Last exchange no older than the promised cadence',
    ),
  }),
  link('late', {
    name: text('Số hệ thống trao đổi chậm', 'Systems late'),
    shortName: text('Chậm', 'Late'),
    direction: 'lower',
    formula: text(
      'Lần trao đổi gần nhất cũ hơn một chu kỳ, không quá ba',
      'Last exchange older than one cadence, not than three',
    ),
  }),
  link('silent', {
    name: text('Số hệ thống im lặng', 'Systems silent'),
    shortName: text('Im lặng', 'Silent'),
    direction: 'lower',
    formula: text(
      'Chưa từng trao đổi, hoặc lần gần nhất cũ hơn ba chu kỳ',
      'Never exchanged anything, or not for three cadences',
    ),
  }),
  link('rejected', {
    name: text('Số bản tin bị từ chối', 'Messages rejected'),
    shortName: text('Bị từ chối', 'Rejected'),
    direction: 'lower',
    formula: text('Theo báo cáo mới nhất của từng hệ thống', 'By the newest report of each system'),
  }),
  link('onTimeShare', {
    name: text('Tỷ lệ hệ thống trao đổi đúng chu kỳ', 'Share of systems on time'),
    shortName: text('Đúng chu kỳ', 'On time'),
    direction: 'higher',
    formula: text('số hệ thống đúng chu kỳ / số hệ thống', 'systems on time / systems'),
  }),
];

/** Measures read from small records: yearly assessments, plans in stages, connected systems. */
export const RECORD_MEASURES: readonly Measure[] = [...ASSESSMENTS, ...STAGE_PLANS, ...LINKS];
