import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { RecordsQuery } from '../../../shared/record/records.ts';
import { placeOf } from '../place.ts';
import { countsQuery, FILTER_NAMES, filterOf, listQuery, sortOf } from './list-filter.ts';

const at = (search: string) => placeOf({ pathname: '/desk/list', search });

describe('the question of a list', () => {
  test('is about open dossiers, those due first, where the address says nothing', () => {
    expect(listQuery('74', at(''))).toEqual({
      kind: 'dossier',
      unit: '74',
      filter: { state: 'open' },
      sort: { by: 'due', descending: false },
    });
  });

  test('takes state, codes, days and flags from the address', () => {
    const place = at(
      '?state=closed-late&field=dat-dai,ho-tich&closedFrom=2023-12-01&withoutApology=true',
    );
    expect(filterOf(place)).toEqual({
      state: 'closed-late',
      field: ['dat-dai', 'ho-tich'],
      closedFrom: '2023-12-01',
      withoutApology: true,
    });
    expect(sortOf(place)).toEqual({ by: 'closed', direction: 'descending' });
  });

  test('leaves out what it cannot mean', () => {
    const place = at('?state=lost&receivedFrom=yesterday&withoutApology=maybe&sort=-mood');
    expect(filterOf(place)).toEqual({ state: 'open' });
    expect(sortOf(place).by).toBe('due');
  });

  test('gives hours to a list of what falls due', () => {
    expect(filterOf(at('?state=due-in&dueInHours=24')).dueInHours).toBe(24);
    expect(filterOf(at('?state=due-in&dueInHours=-1')).dueInHours).toBe(8);
  });

  test('is one the server takes, whatever stands in the address', () => {
    const names = fc.constantFrom(...FILTER_NAMES, 'state', 'sort', 'dueInHours');
    const values = fc.oneof(
      fc.constantFrom('open-late', 'due-in', '2023-12-01', 'true', '-late', 'dat-dai', '8'),
      fc.string({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.dictionary(names, values), (params) => {
        const place = at(`?${new URLSearchParams(params)}`);
        expect(Check(RecordsQuery, listQuery('74', place))).toBe(true);
      }),
    );
  });
});

describe('the counts beside the list', () => {
  test('are narrowed as the list is', () => {
    expect(countsQuery('718', at('?field=dat-dai&state=open-late'))?.filter).toEqual({
      field: ['dat-dai'],
    });
    expect(countsQuery('718', at(''))).not.toHaveProperty('filter');
  });

  test('are left out where a measure cannot be narrowed so', () => {
    expect(countsQuery('718', at('?receivedFrom=2023-01-01'))).toBeUndefined();
    expect(countsQuery('718', at('?procedure=1.003560'))).toBeUndefined();
  });
});
