import { describe, expect, test } from 'vitest';
import { createPageBook, PAGE_ROWS } from './page-book.ts';

const page = (number: number, total = 100_000) => ({
  total,
  rows: Array.from({ length: PAGE_ROWS }, (_, i) => number * PAGE_ROWS + i),
});

describe('the book of pages', () => {
  test('asks for the pages that are looked at and not there', () => {
    const book = createPageBook<number>();
    expect(book.missing(0, 40)).toEqual([0]);
    book.put(0, page(0));
    expect(book.missing(0, 40)).toEqual([]);
    expect(book.missing(190, 410)).toEqual([1, 2]);
  });

  test('gives each row at its place', () => {
    const book = createPageBook<number>();
    book.put(3, page(3));
    expect(book.at(3 * PAGE_ROWS + 7)).toBe(3 * PAGE_ROWS + 7);
    expect(book.at(0)).toBeUndefined();
  });

  test('asks for nothing beyond the end', () => {
    const book = createPageBook<number>();
    book.put(0, page(0, 150));
    expect(book.missing(100, 900)).toEqual([]);
  });

  test('forgets the pages put longest ago', () => {
    const book = createPageBook<number>();
    for (let number = 0; number < 100; number++) book.put(number, page(number));
    expect(book.at(0)).toBeUndefined();
    expect(book.at(99 * PAGE_ROWS)).toBe(99 * PAGE_ROWS);
  });
});
