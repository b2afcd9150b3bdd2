import { expect, test } from 'vitest';
import { STANDINGS } from '../../../shared/record/dossier-standing.ts';
import { standingText } from './standing.ts';

const row = { state: 'in-term', lateDays: -3, workingHoursLeft: 20 } as const;

test('an overdue dossier is an alarm with shape and words', () => {
  expect(standingText({ ...row, state: 'open-late', lateDays: 3 }, 'vi')).toEqual({
    severity: 'alarm',
    shape: 'alarm',
    text: 'quá hạn 3 ngày',
  });
});

test('one that falls due within a working day warns, with half hours only where they count', () => {
  expect(standingText({ ...row, workingHoursLeft: 5.5 }, 'vi')).toMatchObject({
    severity: 'warn',
    text: 'còn 5,5 giờ',
  });
  expect(standingText({ ...row, workingHoursLeft: 8 }, 'en')).toMatchObject({
    severity: 'warn',
    text: '8 h left',
  });
  expect(standingText({ ...row, workingHoursLeft: 41.75 }, 'vi')).toMatchObject({
    severity: 'normal',
    text: 'còn 42 giờ',
  });
});

test('one without an hour left is due today only on its day', () => {
  const none = { ...row, workingHoursLeft: 0 };
  expect(standingText({ ...none, lateDays: 0 }, 'vi').text).toBe('hết hạn hôm nay');
  expect(standingText({ ...none, lateDays: -1 }, 'vi').text).toBe('còn 0 giờ');
});

test('every standing has words in both languages', () => {
  for (const state of STANDINGS)
    for (const language of ['vi', 'en'] as const)
      expect(standingText({ ...row, state }, language).text).toMatch(/\p{L}{3}/u);
});
