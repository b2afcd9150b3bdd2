import { expect, test } from 'vitest';
import { listAddress } from './unit-links.ts';

const ask = {
  unit: '74',
  top: '74',
  split: 'district',
  field: null,
  isOfDistrict: false,
  period: '2023-12-03/2024-01-01',
} as const;

test('a count of the period leads to the dossiers of those days', () => {
  expect(listAddress(ask, '725', 'late')).toBe(
    '/desk/list?unit=725&state=closed-late&closedFrom=2023-12-03&closedTo=2024-01-01',
  );
  expect(listAddress(ask, '725', 'received')).toBe(
    '/desk/list?unit=725&state=all&receivedFrom=2023-12-03&receivedTo=2024-01-01',
  );
});

test('a count of now leads to what is there now', () => {
  expect(listAddress(ask, '725', 'open')).toBe('/desk/list?unit=725');
  expect(listAddress(ask, '725', 'openLate')).toBe('/desk/list?unit=725&state=open-late');
});

test('a field stays with the unit that is split by fields', () => {
  const byField = { ...ask, unit: '725', split: 'field' } as const;
  expect(listAddress(byField, 'dat-dai', 'due')).toBe(
    '/desk/list?unit=725&state=due-in-8h&field=dat-dai',
  );
});

test('a filter by field goes along', () => {
  expect(listAddress({ ...ask, field: 'ho-tich' }, '725', 'open')).toBe(
    '/desk/list?unit=725&field=ho-tich',
  );
});

test('what no unit stands for is told by its level', () => {
  expect(listAddress(ask, null, 'open')).toBe('/desk/list?level=province');
  const communes = { ...ask, unit: '725', split: 'commune', isOfDistrict: true } as const;
  expect(listAddress(communes, null, 'open')).toBe('/desk/list?unit=725&level=district');
});
