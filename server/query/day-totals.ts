import { type CivilDate, civilOf, type LocalDay } from '../../shared/unit/local-day.ts';
import type { CubeView, Rows } from '../fold/view.ts';

/** A month has 31 places in the cube, some of them never used. */
const DAYS = 31;
const MONTHS = 12;

/**
 * Totals of flows that lie together, group after group: of all years, of the months of the years and of the days of
 * the months that a question had to look into. Each total is a number for each of the flows.
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
  readonly count: number;
  readonly seriesCount: number;
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
  /** By the first flow of those that lie together. */
  readonly #byBundle: (Totals | undefined)[] = [];
  readonly #lanes: (Lane | undefined)[] = [];
  #members: Members = { seen: 0, series: [], rowOf: [] };
  #version: number;
  #groupCount: number;
  #firstYear: number;
  #lastYear: number;
  #bytes = 0;

  constructor(cube: CubeView, groups: GroupList) {
    this.#cube = cube;
    this.#groups = groups;
    this.#version = cube.version;
    this.#groupCount = groups.count;
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
    const [begin, next] = [civilOf(from), civilOf((to + 1) as LocalDay)];
    const isInMonth = begin.month === next.month && begin.year === next.year;
    if (isInMonth) return this.#withinMonth(flow, group, begin, next.day - begin.day);
    return this.until(flow, group, to) - this.until(flow, group, (from - 1) as LocalDay);
  }

  /** Total from the beginning to `to`, included. */
  until(flow: number, group: number, to: LocalDay): number {
    this.#follow();
    const { year, month, day } = civilOf((to + 1) as LocalDay);
    const lane = this.#laneOf(flow);
    const totals = this.#totalsOf(flow);
    const place = year - this.#firstYear;
    const row = { lane, group, length: this.#lastYear - this.#firstYear + 1 };
    const total = addUp(totals.years, row, place);
    if (place < 0 || place >= row.length) return total;
    // The day after `to` begins a year or a month: nothing smaller has to be looked into.
    const months = month > 1 ? this.#monthsOf(totals, flow, place) : undefined;
    const days = day > 1 ? this.#daysOf(totals, flow, place * MONTHS + month - 1) : undefined;
    return (
      total +
      addUp(months, { lane, group, length: MONTHS }, month - 1) +
      addUp(days, { lane, group, length: DAYS }, day - 1)
    );
  }

  /** Total of `count` days from one on, all in its month. */
  #withinMonth(flow: number, group: number, { year, month, day }: CivilDate, count: number) {
    this.#follow();
    const place = year - this.#firstYear;
    if (place < 0 || year > this.#lastYear) return 0;
    const days = this.#daysOf(this.#totalsOf(flow), flow, place * MONTHS + month - 1);
    const lane = this.#laneOf(flow);
    const row = { lane, group, length: DAYS };
    return addUp(days, row, count, day - 1);
  }

  #follow(): void {
    const { version, firstYear, lastYear } = this.#cube;
    const { count } = this.#groups;
    if (version === this.#version && count === this.#groupCount) return;
    const isSame =
      firstYear === this.#firstYear && lastYear === this.#lastYear && count === this.#groupCount;
    if (!isSame || !this.#cube.changesSince(this.#version, this.#take)) this.#forget();
    this.#version = version;
    this.#groupCount = count;
    this.#firstYear = firstYear;
    this.#lastYear = lastYear;
  }

  readonly #take = (flow: number, series: number, month: number, day: number, n: number): void => {
    const group = this.#groups.groupOf(series);
    const lane = this.#laneOf(flow);
    // What has no totals yet is summed from the cube, which holds this change already.
    const totals = group < 0 ? undefined : this.#byBundle[lane.bundle];
    if (!totals) return;
    const at = month - this.#firstYear * MONTHS;
    const place = Math.floor(at / MONTHS);
    const years = this.#lastYear - this.#firstYear + 1;
    increase(totals.years, { lane, group, length: years }, place, n);
    increase(totals.months[place], { lane, group, length: MONTHS }, at % MONTHS, n);
    increase(totals.days[at], { lane, group, length: DAYS }, day, n);
  };

  #forget(): void {
    this.#byBundle.length = 0;
    this.#bytes = 0;
  }

  #laneOf(flow: number): Lane {
    const known = this.#lanes[flow];
    if (known) return known;
    const flows = this.#cube.together(flow);
    const lane = { bundle: flows[0] ?? flow, place: flows.indexOf(flow), count: flows.length };
    this.#lanes[flow] = lane;
    return lane;
  }

  #totalsOf(flow: number): Totals {
    const { bundle, count } = this.#laneOf(flow);
    const known = this.#byBundle[bundle];
    if (known) return known;
    const length = Math.max(this.#lastYear - this.#firstYear + 1, 0);
    const rows = this.#rows(length * count);
    for (let place = 0; place < length; place++) {
      this.#cube.addYear(flow, this.#firstYear + place, { ...rows, offset: place * count });
    }
    const totals = { years: rows.out, months: [], days: [] };
    this.#byBundle[bundle] = totals;
    return totals;
  }

  #monthsOf(totals: Totals, flow: number, place: number): Int32Array {
    const known = totals.months[place];
    if (known) return known;
    const { count } = this.#laneOf(flow);
    const rows = this.#rows(MONTHS * count);
    const first = (this.#firstYear + place) * MONTHS;
    for (let month = 0; month < MONTHS; month++) {
      this.#cube.addMonth(flow, first + month, { ...rows, offset: month * count });
    }
    totals.months[place] = rows.out;
    return rows.out;
  }

  #daysOf(totals: Totals, flow: number, at: number): Int32Array {
    const known = totals.days[at];
    if (known) return known;
    const rows = this.#rows(DAYS * this.#laneOf(flow).count);
    this.#cube.addDays(flow, this.#firstYear * MONTHS + at, rows);
    totals.days[at] = rows.out;
    return rows.out;
  }

  /** A row of `stride` zeros for each group. */
  #rows(stride: number): Rows {
    const out = new Int32Array(this.#groupCount * stride);
    this.#bytes += out.byteLength;
    const { series, rowOf } = this.#membersNow();
    return { series, rowOf, out, stride, offset: 0 };
  }

  #membersNow(): Members {
    const { seriesCount } = this.#groups;
    if (this.#members.seen === seriesCount) return this.#members;
    const { series, rowOf } = this.#members;
    for (let next = this.#members.seen; next < seriesCount; next++) {
      const group = this.#groups.groupOf(next);
      if (group < 0) continue;
      series.push(next);
      rowOf.push(group);
    }
    this.#members = { seen: seriesCount, series, rowOf };
    return this.#members;
  }
}

/** The series that belong to a group at all, and their groups. */
interface Members {
  /** How many series have been looked at. */
  readonly seen: number;
  readonly series: number[];
  readonly rowOf: number[];
}

/** Where a flow lies among those together with it. */
interface Lane {
  /** The first of those flows stands for all. */
  readonly bundle: number;
  readonly place: number;
  readonly count: number;
}

/** The totals of a flow in a group: so many in a row. */
interface Row {
  readonly lane: Lane;
  readonly group: number;
  readonly length: number;
}

function increase(numbers: Int32Array | undefined, row: Row, place: number, n: number): void {
  const at = beginOf(row) + place * row.lane.count;
  if (numbers) numbers[at] = (numbers[at] ?? 0) + n;
}

/** Sum of `count` totals of a row from a place on, or of as many as there are. */
function addUp(numbers: Int32Array | undefined, row: Row, count: number, first = 0): number {
  if (!numbers) return 0;
  const { count: step } = row.lane;
  const begin = beginOf(row);
  const end = begin + Math.min(first + count, row.length) * step;
  let total = 0;
  for (let at = begin + first * step; at < end; at += step) total += numbers[at] ?? 0;
  return total;
}

const beginOf = ({ lane, group, length }: Row) => group * length * lane.count + lane.place;
