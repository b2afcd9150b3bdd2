import { useMemo } from 'react';
import type { Me } from '../../../shared/account/account.ts';
import type { Alarm, AlarmDetail, AlarmList } from '../../../shared/alarm/alarm.ts';
import { isSetAside, isStanding } from '../../../shared/alarm/alarm-state.ts';
import { useAsked } from '../use-asked.ts';
import { useNews } from '../use-news.ts';

export interface AlarmsNow {
  /** Null before the first answer. */
  readonly list: AlarmList | null;
  readonly standing: readonly Alarm[];
  readonly aside: readonly Alarm[];
  /** Those that wait for an acknowledgement. */
  readonly waiting: number;
  readonly hasFailed: boolean;
  readonly version: number;
  readonly renew: () => void;
}

const NONE: readonly Alarm[] = [];

/** All alarms that are not normal, asked again as soon as anything about one changes. */
export function useAlarms(): AlarmsNow {
  const { version, renew } = useNews('alarm');
  const { value, failure } = useAsked<AlarmList>('/api/v1/alarms?show=all', version);
  return useMemo(() => {
    const alarms = value?.alarms ?? NONE;
    const standing = alarms.filter(({ place }) => isStanding(place));
    return {
      ...{ list: value, version, renew, hasFailed: failure !== null, standing },
      aside: alarms.filter(({ place }) => isSetAside(place)),
      waiting: standing.filter(({ fits }) => fits.includes('acknowledge')).length,
    };
  }, [value, failure, version, renew]);
}

export function useAlarmDetail(id: string | null, version: number): AlarmDetail | null {
  const path = id === null ? null : `/api/v1/alarms/${encodeURIComponent(id)}`;
  return useAsked<AlarmDetail>(path, version).value;
}

/** Whether whoever is here may act on alarms and rules. */
export function useMayOperate(): boolean {
  return useAsked<Me>('/api/v1/me').value?.actions.includes('operate') ?? false;
}
