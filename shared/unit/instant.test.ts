import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoInstant, parseInstant } from './instant.ts';

describe('instants', () => {
  it('are read as Date.parse reads them, wherever the day is real', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString();
          expect(parseInstant(text)).toBe(date.getTime());
          expect(parseInstant(isoInstant(date.getTime()))).toBe(date.getTime());
        },
      ),
    );
  });

  it.each([
    '2023-02-29T00:00:00Z',
    '2023-04-31T00:00:00Z',
    '2023-13-01T00:00:00Z',
    '2023-12-01T24:00:00Z',
    '2023-12-01T10:00:00',
    '2023-12-01 10:00:00Z',
    '2023-12-01T10:00:00.Z',
    '2023-12-01T10:00:00Zjunk',
    '2023-12-01T10:00:00+7:00',
    '',
    'hôm qua',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('are cut below the millisecond', () => {
    expect(parseInstant('2011-12-06T13:41:31.788999+01:00')).toBe(
      Date.parse('2011-12-06T12:41:31.788Z'),
    );
    expect(parseInstant('2024-02-29T00:00:00+07:00')).toBe(Date.parse('2024-02-28T17:00:00Z'));
  });
});
