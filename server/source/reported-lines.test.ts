import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reported } from '../../shared/published/reported.ts';
import { prepareIngest } from '../ingest/ingest.ts';
import { createReportedOnly } from './demo.ts';
import { readPack } from './pack.ts';
import { reportedLines } from './reported-lines.ts';

const seconds = (instant: string) => Date.parse(instant) / 1000;
const LIVE = {
  from: seconds('2023-12-28T07:00:00+07:00'),
  to: seconds('2024-01-01T00:00:00+07:00'),
};
const observed = (asOf: string) => ({
  indicator: 'PROCEDURES',
  unit: '74',
  period: asOf.slice(0, 4),
  value: 1919,
  vintage: 'official' as const,
  asOf,
});
const reported = (asOf: string): Reported => [
  {
    source: 'bao-cao',
    document: { vi: 'Báo cáo', en: 'Report' },
    observations: [observed(asOf)],
    assessments: [{ index: '766', unit: '74', year: 2023, score: 80.21, publishedOn: asOf }],
  },
];
const parsed = (lines: ReturnType<typeof reportedLines>) =>
  lines.map(({ time, line }) => ({ time, ...JSON.parse(line) }));

describe('reported figures', () => {
  it('are told on the morning of their own as-of, with their document as the publisher', () => {
    const [event] = parsed(reportedLines(reported('2018-12-15')));
    expect(event).toMatchObject({
      type: 'ioc.observation.v1',
      source: 'bao-cao',
      time: '2018-12-15T08:30:00+07:00',
      data: { value: 1919, asOf: '2018-12-15', publisher: 'Báo cáo' },
    });
  });
  it('of the last days of a replay are told before as an estimate, except what is published once', () => {
    const events = parsed(reportedLines(reported('2023-12-31'), LIVE));
    const told = events.map(({ type, data }) => [
      type,
      data.asOf ?? data.publishedOn,
      data.vintage,
    ]);
    expect(told).toEqual([
      ['ioc.observation.v1', '2023-12-23', 'estimate'],
      ['ioc.observation.v1', '2023-12-31', 'official'],
      ['ioc.assessment.v1', '2023-12-31', undefined],
    ]);
    expect(parsed(reportedLines(reported('2018-12-15'), LIVE))).toHaveLength(2);
  });
  it('come whole and once where a pack has nothing else to tell', () => {
    const events = createReportedOnly(reported('2018-12-15'));
    const [batch, ...more] = [...events.bulk()];
    expect(more).toEqual([]);
    expect(batch).toMatchObject({ count: 2, progress: 1 });
    expect(events.live(events.replay.from, events.replay.to + 86_400_000)).toEqual([]);
  });
});

describe('the reported figures of Bình Dương', () => {
  const { pack, calendar, reported } = readPack(path.resolve('fixtures/provinces/binh-duong'));
  const lines = reportedLines(reported, LIVE);

  it('all pass ingest, each under an id of its own', () => {
    const ingest = prepareIngest({ pack, calendar, futureLimitMs: 0 });
    const body = new TextEncoder().encode(lines.map(({ line }) => line).join('\n'));
    const { events, rejected } = ingest(body, 'application/x-ndjson', LIVE.to * 1000);
    expect(rejected).toEqual([]);
    expect(events.length).toBeGreaterThan(60);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });
});
