import { expect, test } from 'vitest';
import { codedError } from '../errors.ts';
import { rejectionOf } from './rejection.ts';

const fault = codedError('IOC_INGEST_JSON', { where: '$' });
const unitOf = (event?: Record<string, unknown>) =>
  rejectionOf({ fault, event }, 0, new Set(['724'])).unit;

test('a refused event names its unit where the pack knows it, and nothing else that stands there', () => {
  expect(unitOf({ data: { unit: '724' } })).toBe('724');
  for (const unit of ['Nguyễn Văn Thử', '999', 724, undefined, ['724']]) {
    expect(unitOf({ data: { unit } })).toBe('');
  }
  expect(unitOf({ unit: '724' })).toBe('');
  expect(unitOf()).toBe('');
});
