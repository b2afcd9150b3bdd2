import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { PublishedFigure } from '../../shared/published/published.ts';
import { changeText, deltaText, figureLine, figureText } from '../../shared/words/figure.ts';
import { printedText } from './number/printed.ts';

const { get } = createCatalogue([]);
const received = get('dossier.received');
const rate = get('dossier.onTimeRate');

describe('figures in words', () => {
  it('keep the unit apart, and leave out the unit of counts', () => {
    expect(figureText({ value: 98.1804 }, rate, 'vi')).toEqual({ value: '98,18', unit: '%' });
    expect(figureText({ value: 292_956 }, received, 'vi')).toEqual({ value: '292.956', unit: '' });
    expect(figureLine(98.1804, rate, 'en')).toBe('98.18%');
  });
  it('are a dash and never 0 where there is none', () => {
    expect(figureText({ value: null, reason: 'IOC_QUERY_NO_DENOMINATOR' }, rate, 'vi')).toEqual({
      value: '—',
      unit: '',
    });
    expect(figureLine(undefined, rate, 'vi')).toBe('—');
  });
  it('carry the operator of their source', () => {
    expect(figureText({ value: 50, operator: 'above' }, rate, 'vi').value).toBe('>\u00a050,00');
    expect(figureLine(98, rate, 'vi', 'at-least')).toBe('≥\u00a098,00%');
    expect(figureLine(98, rate, 'vi', 'equal')).toBe('98,00%');
  });
  it('change by points for rates and by percent for counts', () => {
    const points = deltaText({ value: 85.95, delta: 14.43, deltaKind: 'points' }, 2, 'vi');
    expect(points).toEqual({ direction: 'up', text: '+14,43\u00a0điểm\u00a0%' });
    const percent = deltaText({ value: 1, delta: -45.229, deltaKind: 'percent' }, 0, 'en');
    expect(percent).toEqual({ direction: 'down', text: '−45.23%' });
  });
  it('of ranks say of how many, and a rise of nine places points up', () => {
    const rank = get('assessment.rank');
    expect(figureText({ value: 8, num: 8, den: 63 }, rank, 'vi').value).toBe('8/63');
    const nine = changeText({ value: 8, delta: -9, deltaKind: 'absolute' }, rank, 'vi');
    expect(nine).toEqual({ direction: 'up', text: '+9 bậc' });
    const fell = changeText({ value: 17, delta: 9, deltaKind: 'absolute' }, rank, 'en');
    expect(fell).toEqual({ direction: 'down', text: '−9 places' });
  });
  it('that changed by nothing point nowhere', () => {
    expect(deltaText({ value: 1, delta: 0.001, deltaKind: 'percent' }, 0, 'vi')).toMatchObject({
      direction: 'same',
    });
    expect(deltaText({ value: 1, delta: null, deltaKind: 'percent' }, 0, 'vi')).toBeUndefined();
  });
});

describe('a printed figure', () => {
  const figure: PublishedFigure = {
    id: 'a',
    measure: 'dossier.received',
    statement: { vi: 'Tiếp nhận', en: 'Received' },
    value: 292_956,
    printed: '292.956',
    scope: { vi: 'tỉnh', en: 'province' },
    article: { vi: 'bài', en: 'article' },
    asOf: '2023-12-31',
  };
  const rowsOf = (value: number) => [{ key: '', values: { 'dossier.received': { value } } }];
  const whole = { dataTo: Date.parse('2024-01-02T00:00:00+07:00'), closed: true };

  it('stands beside the computed one where both differ', () => {
    const text = printedText(figure, rowsOf(292_950), received, whole, 'vi');
    expect(text).toBe('đã công bố: 292.956');
  });
  it('is silent where both are the same at the printed precision', () => {
    expect(printedText(figure, rowsOf(292_956), received, whole, 'vi')).toBe('');
  });
  it('is not held against a year that is not over', () => {
    const part = { dataTo: Date.parse('2023-12-28T08:00:00+07:00'), closed: false };
    expect(printedText(figure, rowsOf(290_000), received, part, 'vi')).toBe('');
  });
});
