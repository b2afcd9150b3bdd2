import { describe, expect, it } from 'vitest';
import { DOCUMENT_ID, type StoredDocument } from '../../../shared/document/document.ts';
import { chartIn, newChartId, originOf } from './chart-document.ts';

const half = () => 0.5;

describe('a saved chart', () => {
  it('has an id that the server takes, whatever its title', () => {
    const long = 'Tỷ lệ đúng hạn, Hồ sơ tiếp nhận theo đơn vị · Tỉnh Bình Dương · năm 2023';
    for (const title of [long, '…', '98,18 %', 'Đ', '-a-']) {
      expect([title, DOCUMENT_ID.test(newChartId(title, half))]).toEqual([title, true]);
    }
    expect(newChartId('Tỷ lệ đúng hạn', half)).toBe('ty-le-dung-han-iiiiii');
  });
  it('is known by id and version in the address, and not by one of them', () => {
    expect(originOf(new URLSearchParams('doc=a&v=3'))).toEqual({ id: 'a', version: 3 });
    expect(originOf(new URLSearchParams('doc=a'))).toBeNull();
    expect(originOf(new URLSearchParams('doc=a&v=x'))).toBeNull();
    expect(originOf(new URLSearchParams('v=3'))).toBeNull();
  });
  it('is read only where the document says one', () => {
    const head = {
      kind: 'chart',
      id: 'a',
      version: 1,
      at: 0,
      by: '',
      title: '',
      unit: '74',
    } as const;
    const read = (body: StoredDocument['body']) => chartIn({ ...head, removed: false, body });
    const chart = {
      title: 'Tiếp nhận',
      form: 'line',
      query: { measures: ['dossier.received'], unit: '74', period: { relative: 'this-year' } },
    };
    expect(read(chart)).toEqual(chart);
    expect(read({ ...chart, form: 'pie' })).toBeNull();
  });
});
