import type { Calendar } from '../territory/pack.ts';
import type { PackFault } from '../territory/pack-fault.ts';
import { parseDay } from '../unit/local-day.ts';

/** What the schema of a calendar cannot see: hours out of order or overlapping, days that no calendar has. */
export function findCalendarFaults(calendar: Calendar): readonly PackFault[] {
  const clocks = calendar.workingHours.flat();
  const slipped = clocks.findIndex((clock, i) => i > 0 && clock <= (clocks[i - 1] ?? ''));
  const hours = {
    where: `workingHours/${slipped >> 1}`,
    expected: 'times in order',
    came: clocks[slipped] ?? '',
  };
  return [
    ...(slipped < 0 ? [] : [hours]),
    ...unrealDays('holidays', calendar.holidays),
    ...unrealDays('makeUpDays', calendar.makeUpDays),
  ];
}

function unrealDays(where: string, days: readonly { readonly day: string }[]): PackFault[] {
  return days
    .filter(({ day }) => parseDay(day) === undefined)
    .map(({ day }) => ({ where, expected: 'a day', came: day }));
}
