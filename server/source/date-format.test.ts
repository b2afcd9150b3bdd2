import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateReader } from './date-format.ts';

const read = (date: string, text: string, rest = {}) =>
  dateReader({ column: 'x', date, ...rest }, '+07:00')(text);

describe('dates of files', () => {
  it.each([
    [
      'yyyy-MM-dd HH:mm:ss.SSSSSSZZ',
      '2011-10-11 13:42:22.688000+02:00',
      '2011-10-11T13:42:22.688000+02:00',
    ],
    ['yyyy-MM-dd HH:mm:ss.SSSSSSZZ', '2011-10-11 13:42:22+0200', '2011-10-11T13:42:22+02:00'],
    ['dd/MM/yyyy', '29/12/2023', '2023-12-29T00:00:00+07:00'],
    ['d/M/yyyy H:mm', '1/2/2023 9:05', '2023-02-01T09:05:00+07:00'],
    ['yyyyMMddHHmmss', '20231229164205', '2023-12-29T16:42:05+07:00'],
    ['yyyy-MM-ddTHH:mm:ssZZ', '2023-12-29T16:42:05Z', '2023-12-29T16:42:05Z'],
    ['dd.MM.yyyy', '29x12x2023', undefined],
    ['dd/MM/yyyy', '31/04/2023', undefined],
    ['dd/MM/yyyy', '29/12/2023 10:00', undefined],
    ['yyyyMMddHHmmss', '20231229246000', undefined],
  ])('%s reads %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  it('become a day where a day is wanted', () => {
    expect(read('dd/MM/yyyy', '29/12/2023', { as: 'day' })).toBe('2023-12-29');
  });

  it('that are due at a midnight are due at the end of the day before', () => {
    const due = { dayBegins: '02:00' };
    expect(read('yyyy-MM-dd HH:mm', '2011-03-10 01:06', due)).toBe('2011-03-09T23:59:59+07:00');
    expect(read('yyyy-MM-dd HH:mm', '2011-03-10 15:40', due)).toBe('2011-03-10T15:40:00+07:00');
  });

  it('are never read from a text of another form', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\d{2}\/\d{2}\/\d{4}$/.test(text.trim()));
        expect(read('dd/MM/yyyy', text)).toBeUndefined();
      }),
    );
  });
});
