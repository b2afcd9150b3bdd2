import { expect, test } from 'vitest';
import type { Rule, Rules } from '../../shared/alarm/rule.ts';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import { readPack } from '../source/pack.ts';
import { chance } from '../source/seeded.ts';
import { emptyContent, openMemoryStore } from '../store/memory-store.ts';
import { figureAlarms } from './alarm-figures.ts';
import { Alarms } from './alarms.ts';
import { simulateProvince } from './sample-province.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const START_MS = Date.parse('2023-12-01T00:00:00+07:00');

const pack = readPack('fixtures/provinces/binh-duong');
const catalogue = createCatalogue(pack.indicators);
const { junctions, zones, owners, units, root } = pack.pack;
const province = simulateProvince({
  root,
  districts: units
    .filter(({ level, validTo }) => level === 'district' && !validTo)
    .map((u) => u.code),
  sites: [...junctions, ...zones].map(({ code }, i) => ({
    code,
    owner: owners[i % owners.length]?.code ?? '',
  })),
  sources: pack.sources,
  startMs: START_MS,
  chance: (...parts) => chance(2023, ...parts),
});

/** Lives through the days, two minutes at a time, with one operator who looks at what has stood for a quarter of an hour. */
async function live(rules: Rules, days: number, restartAfterDays?: number) {
  let nowMs = START_MS;
  const content = emptyContent();
  const open = () =>
    Alarms.open({
      finding: {
        measure: catalogue.get,
        query: async (query) => province.answer(query, nowMs),
        sources: async () => province.sources(nowMs),
        outages: async () => province.outages(nowMs),
        root,
      },
      journal: openMemoryStore(content).journal,
      rules: () => ({ version: 0, rules }),
      now: () => nowMs,
      realNow: () => nowMs,
      onUnanswered: ({ rule, why }) => {
        throw new Error(`${rule}: ${why}`);
      },
    });
  let alarms = await open();
  for (; nowMs < START_MS + days * DAY_MS; nowMs += 2 * MINUTE_MS) {
    if (nowMs === START_MS + (restartAfterDays ?? -1) * DAY_MS) alarms = await open();
    await alarms.evaluate();
    if (nowMs % (16 * MINUTE_MS) === 0) await workOff(alarms);
  }
  return { alarms, content, nowMs };
}

async function workOff(alarms: Alarms) {
  for (const { id, state } of alarms.book.all()) {
    const { place } = state;
    if (place === 'unacknowledged' || place === 'returned' || place === 'latched')
      await alarms.act(id, { kind: 'acknowledge' }, 'Trực ca 1');
    if (place === 'latched-acknowledged') await alarms.act(id, { kind: 'reset' }, 'Trực ca 1');
  }
}

function figuresOf({ alarms, nowMs }: Awaited<ReturnType<typeof live>>) {
  const { announcements } = alarms.book;
  const period = { fromMs: START_MS, toMs: nowMs, onDuty: [] };
  return figureAlarms({ announcements, records: alarms.book.all(), ...period });
}

test('thirty days of a province with the rules of its pack keep every limit of EEMUA 191 and ISA-18.2, over a restart', async () => {
  const figures = figuresOf(await live(pack.rules, 30, 17));
  expect(figures.figures.filter(({ isMet }) => !isMet)).toEqual([]);
  // A month in which nothing happens would keep them too.
  expect(figures.announced).toBeGreaterThan(100);
  expect(figures.figures.every(({ value }) => value !== null)).toBe(true);
});

test('the same days without delays, dead bands, groups and causes come up more than five times as often', async () => {
  const bare = pack.rules.map((rule): Rule => {
    const { groupBy: _, suppressedBy: __, condition, ...rest } = rule;
    const plain = 'deadBand' in condition ? { ...condition, deadBand: 0 } : condition;
    const delays = { onDelaySeconds: 0, offDelaySeconds: 0, minimumClearSeconds: 0 };
    return { ...rest, ...delays, condition: plain };
  });
  const [lived, bareLived] = [await live(pack.rules, 3), await live(bare, 3)].map(figuresOf);
  expect(bareLived?.announced).toBeGreaterThan(5 * (lived?.announced ?? 0));
});
