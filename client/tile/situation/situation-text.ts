import type { Language } from '../../../shared/unit/format.ts';
import type { ReportedAbnormality, ReportedMovement } from '../abnormality.ts';

export interface Sentence {
  readonly text: string;
  /** `board/tile` it speaks of; null: it speaks of none. */
  readonly tile: string | null;
}

export interface Situation {
  readonly abnormal: readonly ReportedAbnormality[];
  readonly moved: readonly ReportedMovement[];
  /** Some figures have not come yet: nothing may be called normal. */
  readonly isWaiting: boolean;
  /** Title of the scene that `board/tile` is on. */
  readonly sceneOf: (tile: string) => string;
}

/** The same abnormality found by several tiles is told once. */
export function distinct<T extends { readonly subject: string; readonly detail: string }>(
  found: readonly T[],
): readonly T[] {
  const seen = new Set<string>();
  return found.filter(({ subject, detail }) => {
    const name = `${subject} ${detail}`;
    return !seen.has(name) && seen.add(name);
  });
}

/** Three sentences by rules: how much is abnormal, what is worst, what moved most. */
export function situationText(situation: Situation, language: Language): readonly Sentence[] {
  return language === 'vi' ? sentencesVi(situation) : sentencesEn(situation);
}

function countsOf({ abnormal, sceneOf }: Situation) {
  const alarms = abnormal.filter(({ severity }) => severity === 'alarm').length;
  return {
    alarms,
    warnings: abnormal.length - alarms,
    scenes: new Set(abnormal.map(({ tile }) => sceneOf(tile))).size,
    worst: abnormal[0],
  };
}

function sentencesVi(situation: Situation): readonly Sentence[] {
  const { alarms, warnings, scenes, worst } = countsOf(situation);
  const [most] = situation.moved;
  const normal = situation.isWaiting
    ? 'Đang chờ đủ số liệu.'
    : 'Mọi số liệu đang theo dõi đều trong ngưỡng.';
  const both = alarms > 0 ? `Có ${alarms} báo động` : 'Không có báo động';
  const noted = warnings > 0 ? ` và ${warnings} điểm cần chú ý` : '';
  return [
    {
      text: worst ? `${both}${noted}, trên ${scenes} màn hình.` : normal,
      tile: worst?.tile ?? null,
    },
    {
      text: worst
        ? `Đáng lo nhất: ${worst.subject}, ${worst.detail} (${situation.sceneOf(worst.tile)}).`
        : 'Chưa có việc nào phải xử lý ngay.',
      tile: worst?.tile ?? null,
    },
    {
      text: most
        ? `Chuyển biến lớn nhất: ${most.subject} ${most.direction === 'up' ? 'tăng' : 'giảm'} ${unsigned(most.delta)} ${most.against}, nay là ${most.value} (${situation.sceneOf(most.tile)}).`
        : 'Không có chuyển biến đáng kể so với kỳ so sánh.',
      tile: most?.tile ?? null,
    },
  ];
}

function sentencesEn(situation: Situation): readonly Sentence[] {
  const { alarms, warnings, scenes, worst } = countsOf(situation);
  const [most] = situation.moved;
  const normal = situation.isWaiting
    ? 'Not all figures have come yet.'
    : 'Every figure that is watched is within its limits.';
  const both = alarms > 0 ? plural(alarms, 'alarm') : 'No alarm';
  const noted = warnings > 0 ? ` and ${plural(warnings, 'point')} to note` : '';
  return [
    {
      text: worst ? `${both}${noted}, on ${plural(scenes, 'scene')}.` : normal,
      tile: worst?.tile ?? null,
    },
    {
      text: worst
        ? `Most serious: ${worst.subject}, ${worst.detail} (${situation.sceneOf(worst.tile)}).`
        : 'Nothing needs acting on now.',
      tile: worst?.tile ?? null,
    },
    {
      text: most
        ? `Moved most: ${most.subject} ${most.direction} ${unsigned(most.delta)} ${most.against}, now ${most.value} (${situation.sceneOf(most.tile)}).`
        : 'Nothing moved much against the period compared.',
      tile: most?.tile ?? null,
    },
  ];
}

const unsigned = (delta: string) => delta.replace(/^[+\u2212-]/, '');
const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
