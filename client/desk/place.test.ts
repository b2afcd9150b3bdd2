import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, changedAddress, placeOf } from './place.ts';

const at = (address: string) => placeOf(new URL(address, 'http://desk.test'));

describe('the address of the desk', () => {
  test('names section and unit', () => {
    const place = at('/desk/list?unit=718&state=open-late');
    expect(place.section).toBe('list');
    expect(place.get('unit')).toBe('718');
    expect(place.get('field')).toBeNull();
  });

  test('leads to the units where it names no section', () => {
    expect(at('/desk').section).toBe('units');
    expect(at('/desk/').section).toBe('units');
  });

  test('keeps what a change does not touch and drops what it takes out', () => {
    const place = at('/desk/list?unit=718&state=open-late');
    expect(changedAddress(place, { state: null, field: 'dat-dai' })).toBe(
      '/desk/list?unit=718&field=dat-dai',
    );
  });

  test('gives back every value that was put into it', () => {
    const names = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
    const values = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(names, values), (params) => {
        const place = at(addressOf('units', params));
        for (const [name, value] of Object.entries(params)) expect(place.get(name)).toBe(value);
      }),
    );
  });
});
