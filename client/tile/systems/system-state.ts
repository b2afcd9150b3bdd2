import type { Row } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';

export type SystemState = 'on-time' | 'late' | 'silent' | 'none';

/** Of the row of a system: when it last told of itself, against what it promised. */
export function systemState(row: Row | undefined): SystemState {
  const counts = (measure: string) => (row?.values[measure]?.value ?? 0) > 0;
  if (counts('link.silent')) return 'silent';
  if (counts('link.late')) return 'late';
  return counts('link.onTime') ? 'on-time' : 'none';
}

const WORDS: Readonly<Record<SystemState, { vi: string; en: string }>> = {
  'on-time': { vi: 'đúng chu kỳ', en: 'on time' },
  late: { vi: 'chậm', en: 'late' },
  silent: { vi: 'im lặng', en: 'silent' },
  none: { vi: 'chưa kết nối', en: 'not connected' },
};

export function systemStateText(state: SystemState, language: Language): string {
  return WORDS[state][language];
}
