import { useMemo } from 'react';
import type { Query } from '../../../shared/query/query.ts';
import type { LADDER_BY } from '../../../shared/record/camera-ladder.ts';
import { useAnswers } from '../../tile/use-answers.ts';
import { useDesk } from '../desk-context.ts';

/** Of a group's cameras over the last 30 days; null where there is no figure. */
export interface Reliability {
  readonly availability: number | null;
  readonly mttrHours: number | null;
}

const MEASURES = ['camera.availability', 'camera.mttr'];

/** By the key of a row of the ladder. */
export function useReliability(by: (typeof LADDER_BY)[number]): ReadonlyMap<string, Reliability> {
  const { unit, borders } = useDesk();
  const level = borders.children(unit)[0]?.level;
  const queries = useMemo((): readonly Query[] => {
    const period = { relative: 'last-30-days' } as const;
    const asked = { measures: MEASURES, unit, by: [by], period };
    // The unit's own cameras stand beside those of the units below it.
    return by === 'unit' && level !== undefined ? [{ ...asked, level }, asked] : [asked];
  }, [unit, by, level]);
  const answers = useAnswers(queries);
  return useMemo(() => {
    const [below, own] = answers;
    const owns = (own?.rows ?? []).filter((row) => row[by] === unit);
    return new Map(
      [...(below?.rows ?? []), ...owns].map((row) => [
        row[by] ?? '',
        {
          availability: row.values['camera.availability']?.value ?? null,
          mttrHours: row.values['camera.mttr']?.value ?? null,
        },
      ]),
    );
  }, [answers, by, unit]);
}
