import { defineMean, text } from './define.ts';
import { DOSSIER_FAMILY } from './dossier-counts.ts';
import {
  flowOf,
  HANDLED,
  IN_PROGRESS_ON_TIME,
  RECEIVED,
  RESOLVED,
  stockOf,
} from './dossier-terms.ts';
import { DECISION_766 } from './legal-basis.ts';
import type { BilingualText, FlowSource, Measure, ScorePart, Term } from './measure.ts';

/**
 * Our own simulation of the index of Decision 766 from the events at hand. Groups of the portal and their points:
 * transparency 18, progress 20, online 12, payment 10, satisfaction 18, digitisation 22. Parts that no event tells of
 * (publishing on time, reuse of papers …) are left out of the points that can be reached, which stand beside the score.
 */
interface Group {
  readonly code: string;
  readonly name: BilingualText;
  /** Points of the group in the decision. */
  readonly max: number;
  readonly parts: readonly ScorePart[];
  readonly formula: BilingualText;
}

const part = (
  source: FlowSource,
  num: readonly Term[],
  den: readonly Term[],
  max: number,
): ScorePart => ({ source, num, den, max });

/** With an electronic result, as the index counts online dossiers. */
const ONLINE_WITH_RESULT = [
  flowOf('electronicResult', { channel: ['online-full', 'online-partial'] }),
];
const NOT_LATE: readonly Term[] = [...RESOLVED, { during: 'late', sign: -1 }];
const ANSWERED = [flowOf('answeredInTime'), flowOf('answeredLate')];

const GROUPS: readonly Group[] = [
  {
    code: 'progress',
    name: text('Tiến độ giải quyết', 'Progress'),
    max: 20,
    parts: [part('dossier', IN_PROGRESS_ON_TIME, HANDLED, 20)],
    formula: text('F2 × 20', 'F2 × 20'),
  },
  {
    code: 'online',
    name: text('Dịch vụ công trực tuyến', 'Online services'),
    max: 12,
    parts: [part('dossier', ONLINE_WITH_RESULT, RECEIVED, 12)],
    formula: text(
      'hồ sơ trực tuyến có kết quả điện tử / tiếp nhận × 12',
      'online dossiers with an electronic result / received × 12',
    ),
  },
  {
    code: 'payment',
    name: text('Thanh toán trực tuyến', 'Online payment'),
    max: 10,
    parts: [part('dossier', [flowOf('paidOnline')], [flowOf('hasFee')], 6)],
    formula: text(
      'hồ sơ thanh toán trực tuyến / hồ sơ có phí × 6 (4 điểm còn lại không có số liệu)',
      'dossiers paid online / dossiers with a fee × 6 (no events tell of the other 4 points)',
    ),
  },
  {
    code: 'satisfaction',
    name: text('Mức độ hài lòng', 'Satisfaction'),
    max: 18,
    parts: [
      part('petition', [flowOf('answeredInTime')], ANSWERED, 6),
      part('petition', [flowOf('satisfied')], [flowOf('rated')], 6),
      part('dossier', NOT_LATE, RESOLVED, 6),
    ],
    formula: text(
      'phản ánh trả lời trong hạn × 6 + hài lòng về trả lời phản ánh × 6 + (100% − tỷ lệ hồ sơ quá hạn) × 6',
      'petitions answered in time × 6 + satisfaction with answers × 6 + (100% − share of late dossiers) × 6',
    ),
  },
  {
    code: 'digitisation',
    name: text('Số hóa hồ sơ', 'Digitisation'),
    max: 22,
    parts: [
      part('dossier', [flowOf('electronicResult')], RECEIVED, 6),
      part('dossier', [flowOf('digitised')], RECEIVED, 4),
    ],
    formula: text(
      'có kết quả điện tử / tiếp nhận × 6 + số hóa thành phần / tiếp nhận × 4 (12 điểm còn lại không có số liệu)',
      'with an electronic result / received × 6 + papers digitised / received × 4 (no events tell of the other 12 points)',
    ),
  },
];

const reachableOf = ({ parts }: Pick<Group, 'parts'>) =>
  parts.reduce((sum, { max }) => sum + max, 0);

function scoreOf(id: string, group: Omit<Group, 'code'>): Measure {
  const { name, parts, formula, max } = group;
  const reachable = reachableOf(group);
  return {
    id,
    name: text(`${name.vi} theo 766 (mô phỏng)`, `${name.en} by 766 (simulated)`),
    shortName: text(`${name.vi} (mô phỏng)`, `${name.en} (simulated)`),
    kind: 'mean',
    expression: { kind: 'score', parts },
    formula: {
      id: '766',
      text: text(
        `${formula.vi}; tính được ${reachable} trên ${max} điểm; phần không có mẫu số không chấm`,
        `${formula.en}; ${reachable} of ${max} points can be computed; parts without a denominator are not scored`,
      ),
    },
    unit: text('điểm', 'points'),
    decimals: 2,
    direction: 'higher',
    deltaKind: 'absolute',
    additivity: { units: 'recompute', time: 'recompute' },
    dimensions: ['unit'],
    source: 'dossier',
    legalBasis: DECISION_766,
    freshnessMs: DOSSIER_FAMILY.freshnessMs,
  };
}

export const SCORE_766_MEASURES: readonly Measure[] = [
  scoreOf('dossier.score766', {
    name: text('Điểm phục vụ người dân, doanh nghiệp', 'Service score'),
    max: 100,
    parts: GROUPS.flatMap(({ parts }) => parts),
    formula: text('tổng điểm các nhóm mô phỏng được', 'points of all groups that can be simulated'),
  }),
  ...GROUPS.map(({ code, ...group }) => scoreOf(`dossier.score766.${code}`, group)),
  defineMean(
    { ...DOSSIER_FAMILY, dimensions: ['unit'], unit: text('điểm', 'points') },
    // A single dossier is worth less than a tenth of a point.
    { num: [stockOf('dueSoon')], den: HANDLED, scale: 20, decimals: 3 },
    {
      id: 'dossier.score766.whatIf',
      name: text(
        'Điểm 766 giữ được nếu trả hồ sơ sắp hết hạn trước hạn',
        'Points of 766 kept if dossiers due soon close before they are due',
      ),
      shortName: text('Giữ được nếu kịp hạn', 'Kept if in time'),
      formula: [
        '766whatIf',
        'số hồ sơ sắp hết hạn / (đã giải quyết + đang giải quyết) × 20: điểm tiến độ mất đi nếu các hồ sơ ấy quá hạn',
        'dossiers due soon / (resolved + open) × 20: points of progress lost if they go late',
      ],
      legalBasis: DECISION_766,
      direction: 'neutral',
    },
  ),
];
