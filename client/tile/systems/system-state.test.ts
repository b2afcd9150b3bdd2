import { expect, it } from 'vitest';
import { systemState, systemStateText } from './system-state.ts';

const row = (measure: string) => ({
  key: 'cong-dvcqg',
  values: {
    'link.onTime': { value: 0 },
    'link.late': { value: 0 },
    'link.silent': { value: 0 },
    [measure]: { value: 1 },
  },
});

it('a system is on time, late or silent by what it last told of itself', () => {
  expect(systemState(row('link.onTime'))).toBe('on-time');
  expect(systemState(row('link.late'))).toBe('late');
  expect(systemState(row('link.silent'))).toBe('silent');
});

it('a system that never told anything is not connected, which is no zero and no fault', () => {
  expect(systemStateText(systemState(undefined), 'vi')).toBe('chưa kết nối');
});
