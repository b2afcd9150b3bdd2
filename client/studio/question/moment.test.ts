import fc from 'fast-check';
import { expect, it } from 'vitest';
import { momentShown, momentTyped } from './moment.ts';

it('takes hour and day in either order, and a day alone as its end', () => {
  for (const text of [
    '16:00 29/12/2023',
    '29/12/2023 16:00',
    ' 29-12-2023  16h00 ',
    '2023-12-29 16:00',
  ])
    expect(momentTyped(text)).toBe('2023-12-29T16:00:00+07:00');
  expect(momentTyped('9:05 1/2/2023')).toBe('2023-02-01T09:05:00+07:00');
  expect(momentTyped('29/12/2023')).toBe('2023-12-29T23:59:00+07:00');
});

it('takes nothing as now, and no day, no hour, half a moment as none', () => {
  expect(momentTyped('  ')).toBe('');
  for (const text of ['30/02/2023', '24:00 29/12/2023', '16:60 29/12/2023', '16:00', 'hôm qua'])
    expect(momentTyped(text)).toBeUndefined();
});

it('reads again what it shows', () => {
  const minutes = fc
    .integer({ min: 0, max: 40 * 366 * 1440 })
    .map((at) => at * 60_000 + 946_659_600_000);
  fc.assert(
    fc.property(minutes, (ms) => {
      const shown = momentShown(new Date(ms).toISOString());
      expect(Date.parse(momentTyped(shown) ?? '')).toBe(ms);
    }),
  );
  expect(momentShown('no moment')).toBe('no moment');
});
