import { describe, expect, it } from 'vitest';
import { COMMON_MEASURES } from '../../../shared/measure/catalogue.ts';
import type { Query } from '../../../shared/query/query.ts';
import { formFault, PICKED_FORMS, shownForm, suitedForm } from './forms.ts';

const all = new Map(COMMON_MEASURES.map((each) => [each.id, each]));
const asked = (more: Partial<Query>): Query => ({
  measures: ['dossier.received'],
  unit: '74',
  period: { relative: 'last-year' },
  ...more,
});
const fitting = (query: Query) =>
  PICKED_FORMS.filter((form) => formFault(form, query, all) === undefined);

describe('the form of a chart', () => {
  it('is a table alone for one figure', () => {
    expect(fitting(asked({}))).toEqual(['table']);
    expect(suitedForm(asked({}), all)).toBe('table');
  });
  it('is a line over time, a ranking over units and a map where units have a level', () => {
    expect(suitedForm(asked({ grain: 'month' }), all)).toBe('line');
    const byUnit = asked({ by: ['unit'], level: 'district' });
    expect(suitedForm(byUnit, all)).toBe('ranking');
    expect(fitting(byUnit)).toContain('map');
    expect(fitting(asked({ by: ['unit'] }))).not.toContain('map');
  });
  it('stacks counts only: shares and published figures are no parts of a whole', () => {
    const parts = { grain: 'month', by: ['channel'] } as const;
    expect(fitting(asked({ ...parts, by: ['channel'] }))).toContain('stacked');
    for (const id of ['dossier.onTimeRate', 'assessment.score']) {
      const query = asked({ ...parts, by: ['channel'], measures: [id] });
      expect(fitting(query)).not.toContain('stacked');
    }
    const two = asked({
      ...parts,
      by: ['channel'],
      measures: ['dossier.received', 'dossier.resolved'],
    });
    expect(formFault('stacked', two, all)).toBe('needs-sum');
  });
  it('goes back to the best one when what was picked no longer suits', () => {
    expect(shownForm('map', asked({ grain: 'month' }), all)).toBe('line');
    expect(shownForm('bar', asked({ grain: 'month' }), all)).toBe('bar');
    expect(shownForm(undefined, asked({ by: ['field'] }), all)).toBe('ranking');
  });
});
