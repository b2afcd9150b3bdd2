import { describe, expect, it } from 'vitest';
import { limitText, severityOf } from './severity.ts';

describe('severity', () => {
  const limits = { warnBelow: 97, alarmBelow: 95 };

  it('is normal on the limit and abnormal beyond it', () => {
    expect(severityOf(97, limits)).toBe('normal');
    expect(severityOf(96.99, limits)).toBe('warn');
    expect(severityOf(94.9, limits)).toBe('alarm');
    expect(severityOf(11, { warnAbove: 10 })).toBe('warn');
  });
  it('of a missing value is normal: missing is said in words', () => {
    expect(severityOf(null, limits)).toBe('normal');
    expect(severityOf(undefined, { alarmBelow: 1 })).toBe('normal');
  });
  it('names the limit that was broken', () => {
    expect(limitText(96.4, limits, '%', 2, 'vi')).toBe('dưới 97%');
    expect(limitText(90, limits, '%', 2, 'en')).toBe('below 95%');
    expect(limitText(12, { warnAbove: 10.5 }, 'hồ sơ', 0, 'vi')).toBe('trên 10,5');
    expect(limitText(98, limits, '%', 2, 'vi')).toBe('');
  });
});
