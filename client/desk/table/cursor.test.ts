import { describe, expect, test } from 'vitest';
import { cursorAfter } from './cursor.ts';

const table = { total: 100, pageRows: 20 };

describe('the cursor of a table', () => {
  test('moves by rows, by pages and to both ends', () => {
    expect(cursorAfter('ArrowDown', 3, table)).toBe(4);
    expect(cursorAfter('ArrowUp', 3, table)).toBe(2);
    expect(cursorAfter('PageDown', 3, table)).toBe(23);
    expect(cursorAfter('PageUp', 30, table)).toBe(10);
    expect(cursorAfter('Home', 30, table)).toBe(0);
    expect(cursorAfter('End', 30, table)).toBe(99);
  });

  test('stays inside the table', () => {
    expect(cursorAfter('ArrowUp', 0, table)).toBe(0);
    expect(cursorAfter('PageDown', 95, table)).toBe(99);
  });

  test('leaves other keys alone, and a table without rows', () => {
    expect(cursorAfter('a', 3, table)).toBeNull();
    expect(cursorAfter('End', 0, { total: 0, pageRows: 20 })).toBeNull();
  });
});
