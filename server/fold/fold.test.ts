import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { isoDay, type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import { DOSSIER_FLOWS } from './flows.ts';
import type { Fold } from './fold.ts';
import {
  anyDraft,
  applyAll,
  bytesOfFold,
  CALENDAR,
  dossierDraft,
  history,
  newFold,
  SETTINGS,
  timedHistory,
} from './history.contract.ts';
import { askOracle, type DossierOracle } from './oracle.contract.ts';

// Hundreds of random histories: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const STATE_FLOWS = DOSSIER_FLOWS.filter((flow) => flow !== 'restated');
const STOCKS = new Set<string>(['paused', 'openLate', 'dueSoon', 'dueIn8h', 'openLateApologised']);
const FIRST = parseDay('2024-01-10') as LocalDay;
const DAYS = Array.from({ length: 100 }, (_, i) => isoDay((FIRST + i) as LocalDay));

/** Every total of the fold and of the oracle that is not zero, as `flow series day = n`. */
function totalsOf({ dossiers }: Fold): string[] {
  const totals: string[] = [];
  const total = (flow: number, series: number, day: LocalDay) =>
    STOCKS.has(dossiers.flows[flow] ?? '')
      ? dossiers.sumUntil(flow, series, day)
      : dossiers.sum(flow, series, day, day);
  for (let at = 0; at < DAYS.length * dossiers.seriesCount; at++) {
    const series = Math.floor(at / DAYS.length);
    const day = (FIRST + (at % DAYS.length)) as LocalDay;
    const label = `${dossiers.dimensions.map((_, i) => dossiers.valueOf(series, i)).join('|')} ${isoDay(day)}`;
    for (const name of STATE_FLOWS) {
      const count = total(dossiers.flowId(name), series, day);
      if (count !== 0) totals.push(`${name} ${label} = ${count}`);
    }
  }
  return totals.sort();
}

function totalsOfOracle({ records, days }: DossierOracle): string[] {
  const totals = new Map<string, number>();
  for (const record of records) {
    for (const flow of STATE_FLOWS) {
      for (const day of days) {
        const key = `${flow} ${record.series} ${day}`;
        const count = record.count(flow, day);
        if (count) totals.set(key, (totals.get(key) ?? 0) + count);
      }
    }
  }
  return [...totals].map(([key, total]) => `${key} = ${total}`).sort();
}

for (const withdrawnCountsOnTime of [false, true]) {
  test(`every flow of every series and day equals the batch oracle, withdrawn on time: ${withdrawnCountsOnTime}`, () => {
    fc.assert(
      fc.property(history(dossierDraft, 14), (events) => {
        const fold = applyAll(newFold({ ...SETTINGS, withdrawnCountsOnTime }), events);
        const options = { calendar: CALENDAR, days: DAYS, withdrawnCountsOnTime };
        expect(totalsOf(fold)).toEqual(totalsOfOracle(askOracle(events, options)));
      }),
      { numRuns: 40 },
    );
  });
}

test('any order of arrival gives the same state when no two times are equal', () => {
  const shuffled = timedHistory(anyDraft, 40).chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([events, others]) => {
      expect(applyAll(newFold(), others).digest()).toBe(applyAll(newFold(), events).digest());
    }),
  );
});

test('the same revision again changes nothing but the count of events', () => {
  fc.assert(
    fc.property(timedHistory(dossierDraft, 20), (events) => {
      const once = applyAll(newFold(), events);
      const twice = applyAll(newFold(), [...events, ...events]);
      expect(totalsOf(twice)).toEqual(totalsOf(once));
    }),
    { numRuns: 30 },
  );
});

test('folding the same log again gives the same bytes', () => {
  fc.assert(
    fc.property(history(anyDraft, 40), (events) => {
      expect(bytesOfFold(applyAll(newFold(), events))).toBe(
        bytesOfFold(applyAll(newFold(), events)),
      );
    }),
    { numRuns: 30 },
  );
});

test('a restored checkpoint goes on as if nothing had happened, to the byte', () => {
  fc.assert(
    fc.property(history(anyDraft, 40), fc.nat(40), (events, cut) => {
      const before = events.slice(0, cut);
      const copied = [...applyAll(newFold(), before).dump()].map(({ name, bytes }) => ({
        name,
        bytes: bytes.slice(),
      }));
      const restored = newFold();
      expect(restored.restore(copied)).toBe(true);
      expect(restored.seq).toBe(before.length);
      applyAll(restored, events.slice(cut), before.length + 1);
      const uninterrupted = applyAll(newFold(), events);
      expect(restored.digest()).toBe(uninterrupted.digest());
      expect(bytesOfFold(restored)).toBe(bytesOfFold(uninterrupted));
      expect(restored.sources()).toEqual(uninterrupted.sources());
    }),
    { numRuns: 40 },
  );
});

test('a checkpoint written under other settings is refused', () => {
  const other = newFold({ ...SETTINGS, withdrawnCountsOnTime: true });
  expect(other.restore(newFold().dump())).toBe(false);
});

test('different states have different digests', () => {
  fc.assert(
    fc.property(timedHistory(dossierDraft, 10), (events) => {
      fc.pre(events.length > 0);
      const digests = events.map((_, i) => applyAll(newFold(), events.slice(0, i)).digest());
      expect(new Set(digests).size).toBe(digests.length);
    }),
    { numRuns: 20 },
  );
});
