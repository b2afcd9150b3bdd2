import { expect, it } from 'vitest';
import { sceneOfKey } from './scene-key.ts';

const press = (code: string, shiftKey = false) => sceneOfKey({ code, shiftKey });

it('digits call up the first ten scenes, with Shift the ten after them', () => {
  expect([press('Digit1'), press('Digit9'), press('Digit0'), press('Numpad3')]).toEqual([
    0, 8, 9, 2,
  ]);
  expect([press('Digit1', true), press('Digit0', true)]).toEqual([10, 19]);
});

it('other keys call up none', () => {
  expect([press('KeyF'), press('F1'), press('Space')]).toEqual([undefined, undefined, undefined]);
});
