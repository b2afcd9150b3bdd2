import { useMemo } from 'react';
import type { Query } from '../../../shared/query/query.ts';
import { useAnswers } from '../../tile/use-answers.ts';
import { useDesk } from '../desk-context.ts';

/** Of a group's cameras over the last 30 days; null where there is no figure. */
export interface Reliability {
  readonly availability: number | null;
  readonly mttrHours: number | null;
}

const MEASURES = ['camera.availability', 'camera.mttr'];

/** By the key of a row of the ladder. */
export function useReliability(by: 'unit' | 'owner' | 'zone'): ReadonlyMap<string, Reliability> {
  const { unit, borders } = useDesk();
  const level = borders.children(unit)[0]?.level;
  const queries = useMemo((): readonly Query[] => {
    const period = { relative: 'last-30-days' } as const;
    const rolled = by === 'unit' && level !== undefined ? { level } : {};
    return [{ measures: MEASURES, unit, by: [by], period, ...rolled }];
  }, [unit, by, level]);
  const [answer] = useAnswers(queries);
  return useMemo(
    () =>
      new Map(
        (answer?.rows ?? []).map((row) => [
          row[by] ?? '',
          {
            availability: row.values['camera.availability']?.value ?? null,
            mttrHours: row.values['camera.mttr']?.value ?? null,
          },
        ]),
      ),
    [answer, by],
  );
}
