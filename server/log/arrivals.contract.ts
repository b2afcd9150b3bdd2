import { expect, test } from 'vitest';
import { isoDay } from '../../shared/unit/local-day.ts';
import type { AppendInput, Log, Rejected } from './log.ts';
import type { LogStore } from './log-histories.contract.ts';

const event = (id: string, unit?: string, note = '', source = 'a'): AppendInput => ({
  source,
  id,
  line: JSON.stringify({ source, id, data: { unit, note } }),
  ...(unit === undefined ? {} : { unit }),
});
const rejected = (code: string, unit?: string): Rejected => ({
  code,
  path: '$',
  message: '',
  source: 'a',
  id: '',
  raw: '{}',
  ...(unit === undefined ? {} : { unit }),
});

/** `a/718 accepted 2 on 2023-12-01, last at …`, sorted. */
function told(log: Log): string[] {
  return log
    .arrivals()
    .flatMap(({ source, unit, outcome, code, days }) =>
      days.map(({ day, count, lastAt }) =>
        [`${source}/${unit}`, outcome, code, count, isoDay(day), lastAt - MORNING].join(' '),
      ),
    )
    .sort();
}
const MORNING = Date.parse('2023-12-01T08:00:00+07:00');
const DAY = 86_400_000;

/** What every engine counts of what arrives. */
export function describeArrivals(newStore: () => LogStore, open: (store?: LogStore) => Log): void {
  test('every event counts once: by day, source, unit, what became of it and why', () => {
    const log = open();
    log.append([event('1', '718'), event('2', '718'), event('3'), event('1', '718')], MORNING, [
      rejected('IOC_INGEST_VALUE', '724'),
      rejected('IOC_INGEST_DATE'),
    ]);
    log.append([event('4', '718'), event('5', '718', '', 'b')], MORNING + DAY);
    expect(told(log)).toEqual([
      'a/ accepted  1 2023-12-01 0',
      'a/ rejected IOC_INGEST_DATE 1 2023-12-01 0',
      'a/718 accepted  1 2023-12-02 86400000',
      'a/718 accepted  2 2023-12-01 0',
      'a/718 duplicate  1 2023-12-01 0',
      'a/724 rejected IOC_INGEST_VALUE 1 2023-12-01 0',
      'b/718 accepted  1 2023-12-02 86400000',
    ]);
  });

  test('a day begins at midnight in Viet Nam', () => {
    const log = open();
    const midnight = Date.parse('2023-12-01T17:00:00Z');
    log.append([event('1')], midnight - 1);
    log.append([event('2')], midnight);
    const days = log.arrivals().flatMap((series) => series.days.map(({ day }) => isoDay(day)));
    expect(days).toEqual(['2023-12-01', '2023-12-02']);
  });

  test('bodies of duplicates alone and of rejections alone count too', () => {
    const log = open();
    log.append([event('1', '718')], MORNING);
    log.append([event('1', '718')], MORNING + 5);
    log.append([], MORNING + 6, [rejected('IOC_INGEST_JSON')]);
    expect(told(log)).toEqual([
      'a/ rejected IOC_INGEST_JSON 1 2023-12-01 6',
      'a/718 accepted  1 2023-12-01 0',
      'a/718 duplicate  1 2023-12-01 5',
    ]);
  });

  test('the same event with another content is a conflict, in a batch and across batches', () => {
    const log = open();
    const first = log.append([event('1', '718'), event('1', '718', 'new')], MORNING);
    expect(first).toMatchObject({ accepted: 1, duplicates: 1, conflicts: 1 });
    const { source, id, line } = event('1', '718');
    const spaced = { source, id, unit: '718', line: line.replaceAll(',', ', ') };
    const again = log.append([event('1', '718', 'newer'), spaced], MORNING);
    expect(again).toMatchObject({ accepted: 0, duplicates: 2, conflicts: 1 });
    expect(told(log)).toEqual([
      'a/718 accepted  1 2023-12-01 0',
      'a/718 conflict  2 2023-12-01 0',
      'a/718 duplicate  1 2023-12-01 0',
    ]);
  });

  test('the counts outlive a restart and go on', () => {
    const store = newStore();
    const log = open(store);
    log.append([event('1', '718')], MORNING);
    log.append([event('2', '718')], MORNING + DAY);
    log.close();
    const again = open(store);
    again.append([event('3', '718'), event('1', '718')], MORNING + DAY + 1);
    expect(told(again)).toEqual([
      'a/718 accepted  1 2023-12-01 0',
      'a/718 accepted  2 2023-12-02 86400001',
      'a/718 duplicate  1 2023-12-02 86400001',
    ]);
  });

  test('a batch that cannot be kept counts nothing', () => {
    const log = open();
    const broken = { source: 'a', id: '1', line: '{"id":\n"1"}' };
    expect(() => log.append([broken], MORNING)).toThrow(RangeError);
    expect(told(log)).toEqual([]);
  });

  test('an earlier day may fill up after a later one', () => {
    const log = open();
    log.append([], MORNING + DAY, [rejected('IOC_INGEST_JSON')]);
    log.append([], MORNING, [rejected('IOC_INGEST_JSON')]);
    log.append([], MORNING + DAY, [rejected('IOC_INGEST_JSON')]);
    const [series] = log.arrivals();
    expect(series?.days.map(({ day, count }) => [isoDay(day), count])).toEqual([
      ['2023-12-01', 1],
      ['2023-12-02', 2],
    ]);
  });
}
