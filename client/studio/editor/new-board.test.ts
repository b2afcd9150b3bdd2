import { expect, it } from 'vitest';
import { boardIdOf, idFault } from './new-board.ts';

it('a board is called in its address as in its title, without accents', () => {
  expect(boardIdOf('Dịch vụ công – Quý I/2024', [])).toBe('dich-vu-cong-quy-i-2024');
  expect(boardIdOf('  Đất đai  ', [])).toBe('dat-dai');
  expect(boardIdOf('…', [])).toBe('board');
  expect(boardIdOf('x'.repeat(90), [])).toHaveLength(40);
});

it('two boards of one title have two addresses', () => {
  expect(boardIdOf('Đất đai', ['dat-dai'])).toBe('dat-dai-2');
  expect(boardIdOf('Đất đai', ['dat-dai', 'dat-dai-2'])).toBe('dat-dai-3');
});

it('what is made of a title can be an id, and says why where it cannot', () => {
  for (const title of ['Tổng quan', '…', 'A'.repeat(90), 'năm 2023'])
    expect(idFault(boardIdOf(title, []), [])).toBeNull();
  for (const id of ['', 'Đất', 'a b', 'A', 'x'.repeat(41)]) expect(idFault(id, [])).toBe('shape');
  expect(idFault('overview', ['overview'])).toBe('taken');
});
