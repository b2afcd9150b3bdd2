import { type LocalDay, localDayOf } from '../../shared/unit/local-day.ts';
import type { AppendInput, ArrivalSeries, Outcome, Rejected } from './log.ts';

/** One count to be raised. */
export interface Raise {
  readonly source: string;
  readonly unit: string;
  readonly outcome: Outcome;
  readonly code: string;
  readonly day: LocalDay;
  readonly at: number;
  readonly by: number;
}

/** A sender that makes its names up must not fill the store: beyond it a day is counted without source and unit. */
const MAX_KEYS_A_DAY = 20_000;

/** Adds a batch up before it is written, in one row for each source, unit, outcome and code. */
export class BatchCounter {
  readonly #maxKeys: number;
  #day: LocalDay | undefined;
  #seen = new Set<string>();

  constructor(maxKeys = MAX_KEYS_A_DAY) {
    this.#maxKeys = maxKeys;
  }

  /** `outcomeOf` by position in `events`. */
  count(
    events: readonly AppendInput[],
    outcomeOf: (position: number) => Outcome,
    rejected: readonly Rejected[],
    at: number,
  ): Raise[] {
    const day = localDayOf(at);
    if (day !== this.#day) this.#seen = new Set();
    this.#day = day;
    const counted = new Map<string, Counted>();
    const find = (source: string, unit: string, outcome: Outcome, code: string): Counted => {
      const key = seriesKey(source, unit, outcome, code);
      const known = counted.get(key);
      if (known) return known;
      if (!this.#admits(key)) return find('', '', outcome, code);
      const made = { source, unit, outcome, code, day, at, by: 0 };
      counted.set(key, made);
      return made;
    };
    const raise = withMemory(find);
    for (const [i, { source, unit = '' }] of events.entries())
      raise(source, unit, outcomeOf(i), '');
    for (const { source, unit = '', code } of rejected) raise(source, unit, 'rejected', code);
    return [...counted.values()];
  }

  #admits(key: string): boolean {
    if (key.startsWith(NAMELESS) || this.#seen.has(key)) return true;
    if (this.#seen.size >= this.#maxKeys) return false;
    this.#seen.add(key);
    return true;
  }
}

type Counted = Raise & { by: number };
type Find = (source: string, unit: string, outcome: Outcome, code: string) => Counted;

/** Neighbours mostly differ by their unit alone, which saves making a key for each event. */
function withMemory(find: Find): (...of: Parameters<Find>) => void {
  let last = ['', '', ''];
  let byUnit = new Map<string, Counted>();
  return (source, unit, outcome, code) => {
    if (last[0] !== source || last[1] !== outcome || last[2] !== code) {
      last = [source, outcome, code];
      byUnit = new Map();
    }
    const known = byUnit.get(unit) ?? find(source, unit, outcome, code);
    byUnit.set(unit, known);
    known.by++;
  };
}

/** Lengths first, so that no name can pass for two. */
function seriesKey(source: string, unit: string, outcome: Outcome, code: string): string {
  return `${source.length} ${unit.length} ${source} ${unit} ${outcome} ${code}`;
}
const NAMELESS = '0 0 ';

interface OpenSeries extends ArrivalSeries {
  readonly days: { day: LocalDay; count: number; lastAt: number }[];
}

/** The counts in memory. */
export class ArrivalBook {
  readonly #series = new Map<string, OpenSeries>();

  raise({ source, unit, outcome, code, day, at, by }: Raise): void {
    const key = seriesKey(source, unit, outcome, code);
    let series = this.#series.get(key);
    if (!series) {
      series = { source, unit, outcome, code, days: [] };
      this.#series.set(key, series);
    }
    // Mostly the last day; a demo fills in its past while others already send of today.
    const before = series.days.findLastIndex((each) => each.day <= day);
    const known = series.days[before];
    if (known?.day === day) {
      known.count += by;
      known.lastAt = Math.max(known.lastAt, at);
    } else series.days.splice(before + 1, 0, { day, count: by, lastAt: at });
  }

  list(): readonly ArrivalSeries[] {
    return [...this.#series.values()];
  }
}
