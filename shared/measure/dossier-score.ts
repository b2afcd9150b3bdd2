import { defineMean, defineRatio, text } from './define.ts';
import { DOSSIER_FAMILY } from './dossier-counts.ts';
import { HANDLED, stockOf } from './dossier-terms.ts';
import { DECISION_766 } from './legal-basis.ts';
import type { BilingualText, Measure, ScorePart } from './measure.ts';
import {
  SCORE_766_GROUPS,
  SCORE_766_PARTS,
  type Score766Group,
  type Score766Part,
  score766PartId,
} from './score-766.ts';

/**
 * Our own simulation of the index of Decision 766 from the events at hand: a score of each group, a ratio of each part.
 * Parts that no event tells of (publishing on time, reuse of papers …) are left out of the points that can be reached,
 * which stand beside the score.
 */
interface Scored {
  readonly name: BilingualText;
  readonly max: number;
  readonly parts: readonly ScorePart[];
  readonly formula: BilingualText;
}

const reachableOf = ({ parts }: Pick<Scored, 'parts'>) =>
  parts.reduce((sum, { max }) => sum + max, 0);

function scoreOf(id: string, group: Scored): Measure {
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

/** `ratio × 6 + ratio × 4`, and how many points nobody can compute. */
function formulaOf({ parts, gaps }: Score766Group): BilingualText {
  const sum = (language: 'vi' | 'en') =>
    parts.map(({ formula, max }) => `${formula[language]} × ${max}`).join(' + ');
  const lost = gaps.reduce((points, { max }) => points + max, 0);
  if (lost === 0) return text(sum('vi'), sum('en'));
  return text(
    `${sum('vi')} (${lost} điểm còn lại không có số liệu)`,
    `${sum('en')} (no events tell of the other ${lost} points)`,
  );
}

/** What is divided for the points of a part; the points are `min(max, ratio × max)`. */
function partOf({ code, name, formula, source, num, den, max }: Score766Part): Measure {
  return defineRatio({ ...DOSSIER_FAMILY, source, dimensions: ['unit'] }, num, den, {
    id: score766PartId(code),
    name: text(`${name.vi} (thành phần 766)`, `${name.en} (part of 766)`),
    shortName: name,
    formula: [
      '766part',
      `${formula.vi}; được tối đa ${max} điểm`,
      `${formula.en}; worth ${max} points at most`,
    ],
    legalBasis: DECISION_766,
    direction: 'higher',
  });
}

export const SCORE_766_MEASURES: readonly Measure[] = [
  scoreOf('dossier.score766', {
    name: text('Điểm phục vụ người dân, doanh nghiệp', 'Service score'),
    max: 100,
    parts: SCORE_766_PARTS,
    formula: text('tổng điểm các nhóm mô phỏng được', 'points of all groups that can be simulated'),
  }),
  ...SCORE_766_GROUPS.filter(({ parts }) => parts.length > 0).map((group) =>
    scoreOf(`dossier.score766.${group.code}`, { ...group, formula: formulaOf(group) }),
  ),
  ...SCORE_766_PARTS.map(partOf),
  defineMean(
    { ...DOSSIER_FAMILY, dimensions: ['unit'], unit: text('điểm', 'points') },
    // A single dossier is worth less than a tenth of a point. By working hours: before a weekend or Tết no dossier is due
    // on the next calendar day, and yet those of the next working day are at stake.
    { num: [stockOf('dueIn8h')], den: HANDLED, scale: 20, decimals: 3 },
    {
      id: 'dossier.score766.whatIf',
      name: text(
        'Điểm 766 giữ được nếu trả kịp hồ sơ đến hạn trong 8 giờ làm việc tới',
        'Points of 766 kept if dossiers due within 8 working hours close in time',
      ),
      shortName: text('Giữ được nếu kịp hạn', 'Kept if in time'),
      formula: [
        '766whatIf',
        'số hồ sơ đến hạn trong 8 giờ làm việc tới / (đã giải quyết + đang giải quyết) × 20: điểm tiến độ mất đi nếu các hồ sơ ấy quá hạn',
        'dossiers due within 8 working hours / (resolved + open) × 20: points of progress lost if they go late',
      ],
      legalBasis: DECISION_766,
      direction: 'neutral',
    },
  ),
];
