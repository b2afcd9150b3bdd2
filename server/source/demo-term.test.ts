import path from 'node:path';
import { expect, test } from 'vitest';
import type { Dossier } from '../../shared/event/dossier.ts';
import type { DemoYear } from '../../shared/territory/demo.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { createDemo } from './demo.ts';
import { readPack } from './pack.ts';

const { pack, calendar, demo } = readPack(path.resolve('fixtures/provinces/binh-phuoc'));
if (!demo) throw new Error('the pack has no demo');
const { years } = demo;

const receivedIn = ({ received }: DemoYear) =>
  Object.values(received).reduce((sum, count) => sum + count, 0);
const resolvedIn = (year: DemoYear) => year.resolvedEarly + year.resolvedOnTime + year.resolvedLate;
const sum = (list: readonly DemoYear[], of: (year: DemoYear) => number) =>
  list.reduce((total, year) => total + of(year), 0);

test("the years of Bình Phước sum to the printed figures of its council's term", () => {
  expect(sum(years, receivedIn)).toBe(2_053_822);
  expect(sum(years, resolvedIn)).toBe(1_971_502);
  expect(sum(years, ({ open, withdrawn = 0 }) => open + withdrawn)).toBe(82_320);
});

test('on time is 98,05 % of the resolved in 2021, 98,89 % in 2022, 98,87 % in the first half of 2023', () => {
  const rates = years.map((year) => (100 * (1 - year.resolvedLate / resolvedIn(year))).toFixed(2));
  expect(rates.slice(0, 3)).toEqual(['98.05', '98.89', '98.87']);
  expect(years.map(({ from, to }) => [from, to])[2]).toEqual(['2023-01-01', '2023-06-30']);
});

test('parts of a year come out exactly, withdrawn dossiers are neither open nor resolved', () => {
  const small = years.map((year) => ({
    ...year,
    received: { 'online-full': 900, 'online-partial': 300, direct: 200, post: 0 },
    resolvedEarly: 900,
    resolvedOnTime: 300,
    resolvedLate: 60,
    open: 0,
    withdrawn: 140,
    returnedByPost: 100,
    digitised: 1200,
    refused: 3,
  }));
  const events = createDemo(pack, calendar, { ...demo, years: small });
  const lines = [...events.bulk()].flatMap(({ body }) =>
    new TextDecoder().decode(body).trimEnd().split('\n'),
  );
  const { from, to } = events.replay;
  lines.push(...events.live(from, to).map(({ line }) => line));
  const latest = new Map(
    lines
      .map((line) => JSON.parse(line) as { type: string; data: Dossier })
      .filter(({ type }) => type === 'ioc.dossier.v1')
      .map(({ data }) => [`${data.agency} ${data.code}`, data]),
  );
  const all = [...latest.values()].filter(({ status }) => status !== '3');
  const dayIn = (text: string) => localDayOf(Date.parse(text));
  for (const [first, last] of [
    ['2021-01-01', '2021-12-31'],
    ['2022-01-01', '2022-12-31'],
    ['2023-01-01', '2023-06-30'],
    ['2023-07-01', '2023-08-07'],
  ] as const) {
    const part = all.filter(({ received }) => received >= first && received < `${last}T24`);
    expect(part).toHaveLength(1400);
    const withdrawn = part.filter(({ status }) => status === '7');
    expect(withdrawn).toHaveLength(140);
    for (const { finished, returned } of withdrawn) {
      expect(finished !== undefined && finished < `${last}T24`).toBe(true);
      expect(returned).toBeUndefined();
    }
    const resolved = part.filter(({ status }) => status === '9' || status === '10');
    expect(resolved).toHaveLength(1260);
    const late = resolved.filter(({ finished = '', due = '' }) => dayIn(finished) > dayIn(due));
    expect(late).toHaveLength(60);
    for (const { apology, due = '' } of late)
      expect(apology !== undefined && dayIn(apology.sent) < dayIn(due)).toBe(true);
  }
});
