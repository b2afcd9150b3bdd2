import path from 'node:path';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { Incident } from '../../shared/event/incident.ts';
import { Petition } from '../../shared/event/petition.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { incidentLines } from './demo-incidents.ts';
import { petitionLines } from './demo-petitions.ts';
import { readPack } from './pack.ts';
import { createWorkingTime } from './working-time.ts';

const { pack, calendar, demo, sources } = readPack(path.resolve('fixtures/provinces/binh-duong'));
if (!demo) throw new Error('the pack has no demo');
const END = Date.parse(demo.replay.to) / 1000;
const linesUntil = (end: number) => ({
  petitions: petitionLines(pack, demo, createWorkingTime(calendar), end),
  incidents: incidentLines(pack, demo, end),
});
const ALL = linesUntil(END);

/** The newest revision of each record. */
function newest<R extends { readonly id: string }>(
  lines: readonly { time: number; line: string }[],
) {
  const inOrder = [...lines].sort((a, b) => a.time - b.time);
  const records = inOrder.map(({ line }) => JSON.parse(line).data as R);
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
const PETITIONS = newest<Petition>(ALL.petitions);
const INCIDENTS = newest<Incident>(ALL.incidents);

test('petitions and incidents are valid, of units and fields of the pack, as many as asked', () => {
  expect(PETITIONS).toHaveLength(2 * (demo.petitions?.perYear ?? 0));
  expect(INCIDENTS).toHaveLength(2 * (demo.incidents?.perYear ?? 0));
  const units = new Set(pack.units.map(({ code }) => code));
  const fields = new Set(pack.fields.map(({ code }) => code));
  for (const petition of PETITIONS) {
    expect(Value.Check(Petition, petition)).toBe(true);
    expect(units.has(petition.unit) && fields.has(petition.field)).toBe(true);
  }
  for (const incident of INCIDENTS) {
    expect(Value.Check(Incident, incident)).toBe(true);
    expect(units.has(incident.unit)).toBe(true);
  }
});

test('steps come in their order, and most answers in time', () => {
  const dayOf = (text: string | undefined) => localDayOf(Date.parse(text ?? ''));
  for (const { received, answered, published } of PETITIONS)
    expect([received, answered ?? '9', published ?? '9'].toSorted()).toEqual([
      received,
      answered ?? '9',
      published ?? '9',
    ]);
  const answered = PETITIONS.filter((petition) => petition.answered);
  const inTime = answered.filter((petition) => dayOf(petition.answered) <= dayOf(petition.due));
  expect(inTime.length / answered.length).toBeGreaterThan(0.93);
  expect(inTime.length).toBeLessThan(answered.length);
  for (const { opened, closed } of INCIDENTS) expect((closed ?? '9') > opened).toBe(true);
});

test('what lies after the end is not told, and what came before does not change by it', () => {
  const half = linesUntil(END - 30 * 86_400);
  const before = (lines: readonly { time: number; line: string }[]) =>
    lines.filter(({ time }) => time < END - 30 * 86_400);
  expect(half.petitions).toEqual(before(ALL.petitions));
  expect(half.incidents).toEqual(before(ALL.incidents));
});

test('the pack says that these sources are invented', () => {
  for (const code of [demo.petitions?.source, demo.incidents?.source])
    expect(sources.find(({ source }) => source === code)?.name.vi).toContain('minh họa');
});
