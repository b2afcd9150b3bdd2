import { describe, expect, it } from 'vitest';
import { formatMoment, freshnessOf, freshnessOfDay, freshnessText, worstOf } from './freshness.ts';

const NOW = Date.parse('2023-12-29T16:43:00+07:00');
const HOUR = 3_600_000;
const at = (ageMs: number, closed = false) => ({ dataTo: NOW - ageMs, closed });

describe('freshness of a figure', () => {
  it('is fresh within its budget, late up to three times of it, then stale', () => {
    expect(freshnessOf(at(HOUR), HOUR, NOW).state).toBe('fresh');
    expect(freshnessOf(at(HOUR + 1), HOUR, NOW).state).toBe('late');
    expect(freshnessOf(at(3 * HOUR), HOUR, NOW).state).toBe('late');
    expect(freshnessOf(at(3 * HOUR + 1), HOUR, NOW).state).toBe('stale');
  });
  it('does not age once its period has ended', () => {
    const view = freshnessOf(at(400 * 24 * HOUR, true), HOUR, NOW);
    expect(view.state).toBe('final');
    expect(freshnessText(view, NOW, 'vi')).toBe('đến 24/11/2022');
  });
  it('that never came is not connected, and not old', () => {
    const view = freshnessOf({ dataTo: null, closed: false }, HOUR, NOW);
    expect(view).toEqual({ state: 'none', dataTo: null, ageMs: null });
    expect(freshnessText(view, NOW, 'vi')).toBe('chưa kết nối');
    expect(freshnessText(view, NOW, 'en')).toBe('not connected');
  });
  it('has no negative age when its clock runs ahead of ours', () => {
    expect(freshnessOf(at(-HOUR), HOUR, NOW)).toMatchObject({ state: 'fresh', ageMs: 0 });
  });
  it('says late and stale in words', () => {
    expect(freshnessText(freshnessOf(at(2 * HOUR), HOUR, NOW), NOW, 'vi')).toBe('chậm, đến 14:43');
    expect(freshnessText(freshnessOf(at(80 * HOUR), HOUR, NOW), NOW, 'vi')).toBe('cũ 3 ngày');
    expect(freshnessText(freshnessOf(at(80 * HOUR), HOUR, NOW), NOW, 'en')).toBe('3 days old');
  });
  it('of a day ages from the end of that day and names no hour', () => {
    const today = freshnessOfDay('2023-12-29', HOUR, NOW);
    expect(today).toMatchObject({ state: 'fresh', ageMs: 0 });
    expect(freshnessText(today, NOW, 'vi')).toBe('đến 29/12');
    expect(freshnessOfDay('2023-12-28', 17 * HOUR, NOW).state).toBe('fresh');
    expect(freshnessOfDay('no day', HOUR, NOW).state).toBe('none');
  });
});

describe('several figures under one title', () => {
  it('are as old as the oldest', () => {
    const views = [freshnessOf(at(0), HOUR, NOW), freshnessOf(at(9 * HOUR), HOUR, NOW)];
    expect(worstOf(views).state).toBe('stale');
  });
  it('are not connected only if none of them is', () => {
    const none = freshnessOf({ dataTo: null, closed: false }, HOUR, NOW);
    expect(worstOf([none, freshnessOf(at(0), HOUR, NOW)]).state).toBe('fresh');
    expect(worstOf([none]).state).toBe('none');
    expect(worstOf([]).state).toBe('none');
  });
});

describe('a moment', () => {
  it('is a time today, a day this year, else a full date', () => {
    expect(formatMoment(NOW - 60_000, NOW)).toBe('16:42');
    expect(formatMoment(Date.parse('2023-06-01T10:00:00+07:00'), NOW)).toBe('01/06');
    expect(formatMoment(Date.parse('2022-12-31T10:00:00+07:00'), NOW)).toBe('31/12/2022');
  });
  it('after midnight at +07:00 belongs to the new day', () => {
    const now = Date.parse('2023-12-30T00:05:00+07:00');
    expect(formatMoment(now - 10 * 60_000, now)).toBe('29/12');
  });
});
