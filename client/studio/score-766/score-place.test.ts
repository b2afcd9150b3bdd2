import { expect, test } from 'vitest';
import { leverParam, NO_LEVERS, numberTyped, SHARE_LEVERS, supposedOf } from './score-place.ts';

const supposed = (search: string) => supposedOf(new URLSearchParams(search));

test('a link says what is supposed', () => {
  expect(supposed('unit=718&if.payment=60.5&if.dueIn8h=0')).toEqual({
    shares: { payment: 60.5 },
    closing: { dueIn8h: 0 },
  });
});

test('what is no number supposes nothing', () => {
  expect(supposed('if.payment=&if.online=viel&if.later=-3')).toEqual({ shares: {}, closing: {} });
});

test('what the pools move has no share of its own', () => {
  expect(SHARE_LEVERS).not.toContain('progress');
  expect(supposed('if.progress=100').shares).toEqual({});
});

test('supposing nothing takes every lever out of the address', () => {
  expect(NO_LEVERS).toHaveProperty([leverParam('payment')], null);
  expect(NO_LEVERS).toHaveProperty([leverParam('later')], null);
});

test('numbers are typed as people write them', () => {
  expect(numberTyped('1.234,5', 'vi')).toBe(1234.5);
  expect(numberTyped('62.8', 'en')).toBe(62.8);
  expect(numberTyped('', 'vi')).toBeUndefined();
  expect(numberTyped('-3', 'vi')).toBeUndefined();
});
