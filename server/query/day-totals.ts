import { civilOf, dayOf, type LocalDay } from '../../shared/unit/local-day.ts';
import type { CubeView } from '../fold/view.ts';

/** A month has 31 places in the cube, some of them never used. */
const DAYS = 31;
const MONTHS = 12;

/**
 * Totals of one flow in one group: of all years, of the months of the years and of the days of the months that a
 * question had to look into.
 */
interface Totals {
  readonly years: Int32Array;
  /** By year. */
  readonly months: (Int32Array | undefined)[];
  /** By year × 12 + month. */
  readonly days: (Int32Array | undefined)[];
}

/** What the groups of a slice look like to their totals. */
export interface GroupList {
  seriesOf(group: number): readonly number[];
  /** The group of a series; −1 where it belongs to none. */
  groupOf(series: number): number;
}

/**
 * Totals of the groups of a slice that is asked again and again. They are summed over the series once and then follow
 * the cube change by change, so that a question costs the same over ten million dossiers as over ten.
 */
export class DayTotals {
  readonly #cube: CubeView;
  readonly #groups: GroupList;
  readonly #byFlow: (Totals | undefined)[][] = [];
  #version: number;
  #firstYear: number;
  #lastYear: number;
  #bytes = 0;

  constructor(cube: CubeView, groups: GroupList) {
    this.#cube = cube;
    this.#groups = groups;
    this.#version = cube.version;
    this.#firstYear = cube.firstYear;
    this.#lastYear = cube.lastYear;
    // From here on the cube keeps what changes.
    cube.changesSince(cube.version, this.#take);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Total over the days from–to, both included. */
  sum(flow: number, group: number, from: LocalDay, to: LocalDay): number {
    if (from > to) return 0;
    return this.until(flow, group, to) - this.until(flow, group, (from - 1) as LocalDay);
  }

  /** Total from the beginning to `to`, included. */
  until(flow: number, group: number, to: LocalDay): number {
    this.#follow();
    const { year, month, day } = civilOf((to + 1) as LocalDay);
    const totals = this.#totalsOf(flow, group);
    const place = year - this.#firstYear;
    if (place < 0 || place >= totals.years.length) return addUp(totals.years, place);
    let total = addUp(totals.years, place);
    // The day after `to` begins a year or a month: nothing smaller has to be looked into.
    if (month > 1) total += addUp(this.#monthsOf(totals, flow, group, place), month - 1);
    if (day > 1)
      total += addUp(this.#daysOf(totals, flow, group, place * MONTHS + month - 1), day - 1);
    return total;
  }

  #follow(): void {
    const { version, firstYear, lastYear } = this.#cube;
    if (version === this.#version) return;
    const isWithin = firstYear === this.#firstYear && lastYear === this.#lastYear;
    if (!isWithin || !this.#cube.changesSince(this.#version, this.#take)) this.#forget();
    this.#version = version;
    this.#firstYear = firstYear;
    this.#lastYear = lastYear;
  }

  readonly #take = (flow: number, series: number, month: number, day: number, n: number): void => {
    const group = this.#groups.groupOf(series);
    // What has no totals yet is summed from the cube, which holds this change already.
    const totals = group < 0 ? undefined : this.#byFlow[flow]?.[group];
    if (!totals) return;
    const at = month - this.#firstYear * MONTHS;
    const place = Math.floor(at / MONTHS);
    increase(totals.years, place, n);
    increase(totals.months[place], at % MONTHS, n);
    increase(totals.days[at], day, n);
  };

  #forget(): void {
    this.#byFlow.length = 0;
    this.#bytes = 0;
  }

  #totalsOf(flow: number, group: number): Totals {
    this.#byFlow[flow] ??= [];
    const byGroup = this.#byFlow[flow];
    const known = byGroup[group];
    if (known) return known;
    const years = this.#numbers(Math.max(this.#lastYear - this.#firstYear + 1, 0));
    const series = this.#groups.seriesOf(group);
    for (let place = 0; place < years.length; place++) {
      const year = this.#firstYear + place;
      years[place] = this.#cube.sumOver(flow, series, firstOf(year, 0), lastOf(year, MONTHS - 1));
    }
    const totals = { years, months: [], days: [] };
    byGroup[group] = totals;
    return totals;
  }

  #monthsOf(totals: Totals, flow: number, group: number, place: number): Int32Array {
    const known = totals.months[place];
    if (known) return known;
    const months = this.#numbers(MONTHS);
    const series = this.#groups.seriesOf(group);
    const year = this.#firstYear + place;
    for (let month = 0; month < MONTHS; month++)
      months[month] = this.#cube.sumOver(flow, series, firstOf(year, month), lastOf(year, month));
    totals.months[place] = months;
    return months;
  }

  #daysOf(totals: Totals, flow: number, group: number, at: number): Int32Array {
    const known = totals.days[at];
    if (known) return known;
    const days = this.#numbers(DAYS);
    const month = this.#firstYear * MONTHS + at;
    this.#cube.addDays(flow, this.#groups.seriesOf(group), month, days);
    totals.days[at] = days;
    return days;
  }

  #numbers(count: number): Int32Array {
    // A small typed array costs more than its numbers.
    this.#bytes += count * 4 + 120;
    return new Int32Array(count);
  }
}

/** First and last day of a month (from 0). */
const firstOf = (year: number, month: number) => dayOf({ year, month: month + 1, day: 1 });
const lastOf = (year: number, month: number) => (firstOf(year, month + 1) - 1) as LocalDay;

function increase(numbers: Int32Array | undefined, place: number, n: number): void {
  if (numbers) numbers[place] = (numbers[place] ?? 0) + n;
}

/** Sum of the first `count` numbers, or of all there are. */
function addUp(numbers: Int32Array, count: number): number {
  const end = Math.min(count, numbers.length);
  let total = 0;
  for (let i = 0; i < end; i++) total += numbers[i] ?? 0;
  return total;
}
