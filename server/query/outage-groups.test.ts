import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupOutages, type Outage } from './outage-groups.ts';

const MINUTE_MS = 60_000;
const outage = (site: string, minute: number, owner = 'cong-an'): Outage => ({
  site,
  owner,
  sinceMs: minute * MINUTE_MS,
});

const countOutageGroups = (outages: readonly Outage[]) => groupOutages(outages).length;

test('cameras of one junction that go down together have one cause', () => {
  expect(countOutageGroups([outage('nut-1', 0), outage('nut-1', 4), outage('nut-1', 8)])).toBe(1);
});

test('the same junction down again an hour later is another cause, as is another junction', () => {
  expect(countOutageGroups([outage('nut-1', 0), outage('nut-1', 60)])).toBe(2);
  expect(countOutageGroups([outage('nut-1', 0), outage('nut-2', 0)])).toBe(2);
});

test('a cut fibre that takes ten thousand cameras of four owners with it has four causes at most', () => {
  const cut = Array.from({ length: 10_000 }, (_, i) =>
    outage(`nut-${i % 700}`, (i % 50) / 10, `owner-${i % 4}`),
  );
  expect(countOutageGroups(cut)).toBe(4);
  expect(
    groupOutages(cut).map(({ by, code, outages }) => `${by} ${code} ${outages.length}`),
  ).toEqual(expect.arrayContaining([0, 1, 2, 3].map((owner) => `owner owner-${owner} 2500`)));
});

test('there are never more causes than cameras, and none without one', () => {
  const outages = fc.array(
    fc.record({
      site: fc.constantFrom('a', 'b', 'c'),
      owner: fc.constantFrom('x', 'y'),
      sinceMs: fc.nat(60 * MINUTE_MS),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(outages, (all) => {
      const count = countOutageGroups(all);
      expect(count).toBeLessThanOrEqual(all.length);
      expect(count > 0).toBe(all.length > 0);
      expect(countOutageGroups([...all].reverse())).toBe(count);
      const grouped = groupOutages(all).flatMap(({ outages }) => outages);
      expect(grouped).toHaveLength(all.length);
      expect(new Set(grouped)).toEqual(new Set(all));
    }),
  );
});
