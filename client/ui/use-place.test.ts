import { describe, expect, it } from 'vitest';
import { addressOf, changedParams } from './use-place.ts';

describe('the address of a place', () => {
  it('is read by people too: commas and colons stand as they are', () => {
    const params = changedParams(new URLSearchParams('lang=en'), { m: 'a.b,c.d', at: '16:00' });
    expect(addressOf('/studio/ask', params)).toBe('/studio/ask?lang=en&m=a.b,c.d&at=16:00');
  });
  it('loses what is set to nothing, and its question mark with the last of it', () => {
    const params = changedParams(new URLSearchParams('q=x&u=718'), { q: '', u: null });
    expect(addressOf('/studio/ask', params)).toBe('/studio/ask');
  });
  it('gives a copy and leaves the old parameters alone', () => {
    const before = new URLSearchParams('q=x');
    changedParams(before, { q: 'y' });
    expect(before.get('q')).toBe('x');
  });
});
