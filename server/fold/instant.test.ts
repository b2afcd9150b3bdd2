import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { dayAt } from './day-axis.ts';
import { dayOfInstant, millisOfInstant, minuteOfInstant } from './instant.ts';

const offset = fc.constantFrom('Z', '+07:00', '-05:00', '+14:00', '-14:59', '+00:00', '+05:45');
const instant = fc
  .tuple(
    fc.date({
      min: new Date('1951-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    }),
    fc.constantFrom('', '.5', '.25', '.123', '.123456789'),
    offset,
  )
  .map(([date, fraction, zone]) => date.toISOString().slice(0, 19) + fraction + zone);

test('an instant reads as Date.parse reads it', () => {
  fc.assert(
    fc.property(instant, (text) => {
      expect(millisOfInstant(text)).toBe(Date.parse(text));
    }),
    { numRuns: 1000 },
  );
});

test('the local minute of an instant is the one of Date.parse at +07:00', () => {
  fc.assert(
    fc.property(instant, (text) => {
      const local = new Date(Date.parse(text) + 7 * 3_600_000);
      expect(minuteOfInstant(text)).toBe(local.getUTCHours() * 60 + local.getUTCMinutes());
    }),
    { numRuns: 1000 },
  );
});

test('the local day of an instant is the +07:00 day of Date.parse', () => {
  fc.assert(
    fc.property(instant, (text) => {
      expect(dayAt(dayOfInstant(text))).toBe(localDayOf(Date.parse(text)));
    }),
    { numRuns: 1000 },
  );
});
