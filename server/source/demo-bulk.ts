import type { TimedLine } from './camera-life.ts';
import type { DossierLines } from './demo-lines.ts';

/** Some thousand events of the past, ready for ingest. */
export interface DemoBatch {
  /** NDJSON in UTF-8. */
  readonly body: Uint8Array;
  readonly count: number;
  /** ms: the time of the newest event in it, to be used as its arrival. */
  readonly receivedAt: number;
  /** 0–1 */
  readonly progress: number;
}

/** Positions of all events fit below 2²², times below 2³¹: both together are a whole number a double holds. */
const PLACES = 4_194_304;

/** Every dossier as it stood at `until` (epoch seconds) and the other lines, in the order of time. */
export function* batchUntil(
  until: number,
  years: readonly DossierLines[],
  others: readonly TimedLine[],
  batchSize: number,
): Generator<DemoBatch> {
  const keys = orderOf(until, years, others);
  for (let start = 0; start < keys.length; start += batchSize) {
    const end = Math.min(start + batchSize, keys.length);
    const body = createBody((end - start) * LINE_BYTES);
    let time = 0;
    for (let at = start; at < end; at++) {
      const key = keys[at] ?? 0;
      const place = key % PLACES;
      time = (key - place) / PLACES;
      body.add(lineAt(place, time, years, others));
    }
    const progress = end / keys.length;
    yield { body: body.take(), count: end - start, receivedAt: time * 1000, progress };
  }
}

const LINE_BYTES = 700;

/** Lines become bytes one by one: kept as text until the batch is whole, they would outlive the young generation. */
function createBody(room: number) {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(room);
  let used = 0;
  return {
    add: (line: string) => {
      if (used + line.length * 3 + 1 > bytes.length) {
        const larger = new Uint8Array(2 * bytes.length + line.length * 3);
        larger.set(bytes);
        bytes = larger;
      }
      used += encoder.encodeInto(line, bytes.subarray(used)).written;
      bytes[used++] = 10;
    },
    take: () => bytes.slice(0, used),
  };
}

/** Time and place of each event in one number, sorted. */
function orderOf(
  until: number,
  years: readonly DossierLines[],
  others: readonly TimedLine[],
): Float64Array {
  const total = years.reduce((sum, { count }) => sum + count, others.length);
  const keys = new Float64Array(total);
  let used = 0;
  let first = 0;
  for (const year of years) {
    for (let i = 0; i < year.count; i++) {
      const time = lastChangeUntil(year, i, until);
      if (time > 0) keys[used++] = time * PLACES + first + i;
    }
    first += year.count;
  }
  others.forEach(({ time }, i) => {
    keys[used++] = time * PLACES + first + i;
  });
  return keys.subarray(0, used).sort();
}

/** 0 where the dossier came in later. */
function lastChangeUntil(year: DossierLines, i: number, until: number): number {
  const last = year.lastChange(i);
  if (last <= until) return last;
  return year.changes(i).findLast((time) => time <= until) ?? 0;
}

function lineAt(
  place: number,
  time: number,
  years: readonly DossierLines[],
  others: readonly TimedLine[],
): string {
  let left = place;
  for (const year of years) {
    if (left < year.count) return year.line(left, time);
    left -= year.count;
  }
  return others[left]?.line ?? '';
}
