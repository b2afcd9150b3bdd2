import { describe, expect, it } from 'vitest';
import type { Cell } from '../query/answer.ts';
import { computedOfPublished, queryOfPublished } from './computed.ts';
import type { PublishedFigure } from './published.ts';

const figure = (over: Partial<PublishedFigure>): PublishedFigure => ({
  id: 'A',
  measure: 'dossier.received',
  unit: '74',
  period: '2023',
  statement: { vi: 'Tiếp nhận', en: 'Received' },
  value: 292_956,
  printed: '292.956',
  scope: { vi: 'tỉnh', en: 'province' },
  article: { vi: 'bài', en: 'article' },
  asOf: '2023-12-31',
  ...over,
});
const rows = (...cells: Cell[]) =>
  cells.map((cell, i) => ({ key: String(i), values: { 'dossier.received': cell } }));

describe('the question behind a printed figure', () => {
  it('asks for its period, slice and programme, and compares where it speaks of a change', () => {
    const filter = { channel: ['post'] };
    expect(queryOfPublished(figure({ filter, of: 'difference' }))).toEqual({
      measures: ['dossier.received'],
      unit: '74',
      period: { from: '2023-01-01', to: '2023-12-31' },
      filter,
      compare: 'same-period-last-year',
    });
    expect(queryOfPublished(figure({ of: 'target', programme: 'p' }))).toMatchObject({
      compare: 'target',
      programme: ['p'],
    });
  });
  it('is none where no measure corresponds', () => {
    const { measure: _, ...text } = figure({});
    expect(queryOfPublished(text)).toBeUndefined();
  });
});

describe('what our own events give', () => {
  it('is the part of the answer that the sentence speaks of', () => {
    const cell = { value: 292_956, base: 201_720, delta: 45.229, num: 17, den: 23, target: 98 };
    const computed = (of: PublishedFigure['of']) =>
      computedOfPublished(figure(of ? { of } : {}), rows(cell));
    expect(computed(undefined)).toBe(292_956);
    expect(computed('difference')).toBe(91_236);
    expect(computed('delta')).toBe(45.229);
    expect(computed('num')).toBe(17);
    expect(computed('target')).toBe(98);
  });
  it('counts the rows above zero, and is nothing rather than 0 where nothing came', () => {
    const some = rows({ value: 3 }, { value: 0 }, { value: 1 }, { value: null });
    expect(computedOfPublished(figure({ of: 'rows' }), some)).toBe(2);
    expect(computedOfPublished(figure({ of: 'rows' }), [])).toBeNull();
    expect(computedOfPublished(figure({ of: 'difference' }), rows({ value: 5 }))).toBeNull();
  });
});
