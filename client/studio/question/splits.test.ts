import { describe, expect, it } from 'vitest';
import { COMMON_MEASURES } from '../../../shared/measure/catalogue.ts';
import type { Query } from '../../../shared/query/query.ts';
import { commonDimensions, fitted } from './splits.ts';

const measures = new Map(COMMON_MEASURES.map((each) => [each.id, each]));
const query: Query = {
  measures: ['dossier.received', 'camera.connected'],
  unit: '74',
  period: { relative: 'this-year' },
  by: ['unit', 'channel'],
  level: 'district',
  filter: { field: ['1'] },
};

describe('what a question may be split by', () => {
  it('is what all of its measures know', () => {
    expect(commonDimensions(['dossier.received'], measures)).toContain('channel');
    expect(commonDimensions(query.measures, measures)).toEqual(['unit']);
    expect(commonDimensions([], measures)).toEqual([]);
  });
  it('loses splits and filters that a new measure does not know, and keeps the others', () => {
    const { filter: _, ...rest } = query;
    expect(fitted(query, measures)).toEqual({ ...rest, by: ['unit'] });
  });
  it('loses the level with the split by unit', () => {
    const asked = fitted({ ...query, measures: ['dossier.received'], by: ['channel'] }, measures);
    expect(asked.by).toEqual(['channel']);
    expect(asked.level).toBeUndefined();
    expect(asked.filter).toEqual({ field: ['1'] });
  });
});
