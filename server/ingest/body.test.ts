import { expect, it } from 'vitest';
import { type ContentType, MAX_EVENTS, splitBody } from './body.ts';

const split = (type: ContentType, text: string) =>
  splitBody(new TextEncoder().encode(text), type).pieces;

it.each<[ContentType, string]>([
  ['application/x-ndjson', '1\n'.repeat(MAX_EVENTS + 1)],
  ['application/x-ndjson', '\n'.repeat(MAX_EVENTS + 1)],
  ['application/cloudevents-batch+json', `[${','.repeat(MAX_EVENTS + 1)}]`],
  ['application/cloudevents-batch+json', `[${'1,'.repeat(10_000_000)}1]`],
])('a body of too many events is refused as a whole and at once: %s', (type, text) => {
  expect(split(type, text)).toMatchObject([{ code: 'IOC_INGEST_TOO_MANY', where: '$' }]);
});

it('as many as may be are taken', () => {
  expect(split('application/x-ndjson', '1\n'.repeat(MAX_EVENTS))).toHaveLength(MAX_EVENTS);
});
