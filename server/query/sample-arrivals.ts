import type { Sources } from '../../shared/territory/pack.ts';
import { localDayOf, startOfDay } from '../../shared/unit/local-day.ts';
import type { ArrivalSeries } from '../log/log.ts';

const dayOf = (text: string) => localDayOf(Date.parse(`${text}T12:00:00+07:00`));
/** `what` is an outcome or the code of a rejection; counts by day, each day's last one at eight in the morning. */
export function series(
  name: string,
  what: string,
  days: Readonly<Record<string, number>>,
): ArrivalSeries {
  const [source = '', unit = ''] = name.split('/');
  const isCode = what.startsWith('IOC_');
  return {
    source,
    unit,
    outcome: isCode ? 'rejected' : (what as ArrivalSeries['outcome']),
    code: isCode ? what : '',
    days: Object.entries(days).map(([text, count]) => {
      const day = dayOf(text);
      return { day, count, lastAt: startOfDay(day) + 8 * 3_600_000 };
    }),
  };
}

/** One source whose districts owe a report a month, and one that promises no units. */
export const promised: Sources = [
  {
    source: 'mot-cua',
    name: { vi: 'Một cửa', en: 'One stop' },
    kinds: ['dossier'],
    cadenceSeconds: 3600,
    owes: { level: 'district', each: 'month' },
  },
  {
    source: 'camera',
    name: { vi: 'Camera', en: 'Cameras' },
    kinds: ['camera-status'],
    cadenceSeconds: 3600,
  },
];
