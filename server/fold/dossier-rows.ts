import {
  APOLOGIES,
  type ApologyState,
  STANDING,
  STANDINGS,
} from '../../shared/record/dossier-standing.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';
import { CodeSearch } from './code-search.ts';
import type { FlowCube } from './cube.ts';
import { dayAt, NO_DAY, positionOf } from './day-axis.ts';
import type { DossierDetails } from './dossier-details.ts';
import { APOLOGISED_BEFORE_DUE, OUTCOME, OUTCOME_MASK } from './dossier-facts.ts';
import { type Chunk, type DossierTable, ROWS_PER_CHUNK } from './dossier-table.ts';
import type {
  DossierColumn,
  DossierCriteria,
  DossierRow,
  DossierRows,
  DossierTimes,
  DueLimit,
} from './dossier-view.ts';
import type { DossierFlow } from './flows.ts';
import { NO_MINUTE } from './instant.ts';
import type { KeyIndex } from './key-index.ts';
import type { RecentWrites } from './recent-writes.ts';

const AGENCY = 3;
const NO_KEY = 0xffffffff;
const MINUTE_BITS = 11;
const LATE_ZERO = 1 << 16;

/** Standing of a closed dossier by its outcome. */
const CLOSED_AS: Readonly<Record<number, number>> = {
  [OUTCOME.early]: STANDING.early,
  [OUTCOME.onTime]: STANDING['on-time'],
  [OUTCOME.late]: STANDING.late,
  [OUTCOME.closedOther]: STANDING.stopped,
  [OUTCOME.withdrawnOnTime]: STANDING['withdrawn-on-time'],
};

interface Parts {
  readonly cube: FlowCube<DossierFlow>;
  readonly keys: KeyIndex;
  readonly table: DossierTable;
  readonly details: DossierDetails;
  readonly writes: RecentWrites;
}

/** Positions of days, made once a walk. */
interface Test {
  readonly criteria: DossierCriteria;
  readonly day: number;
  readonly received: readonly [number, number] | undefined;
  readonly closed: readonly [number, number] | undefined;
  readonly due: readonly [number, number] | undefined;
  readonly dueDay: number;
}

export class DossierRowView implements DossierRows {
  readonly #parts: Parts;
  readonly codes: CodeSearch;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.codes = new CodeSearch(parts.keys);
  }

  get count(): number {
    return this.#parts.table.count;
  }

  get version(): number {
    return this.#parts.writes.version;
  }

  get procedures(): readonly string[] {
    return this.#parts.details.procedures;
  }

  changedSince(version: number): readonly number[] | undefined {
    return this.#parts.writes.since(version);
  }

  meets(record: number, criteria: DossierCriteria): boolean {
    return this.#meets(this.#parts.table.chunkOf(record), record, testOf(criteria));
  }

  visit(
    criteria: DossierCriteria,
    from: number,
    to: number,
    hit: (record: number) => void,
    among?: Uint32Array,
  ): void {
    const test = testOf(criteria);
    for (let record = from; record < to; ) {
      const chunk = this.#parts.table.chunkOf(record);
      const end = Math.min(to, record - (record % ROWS_PER_CHUNK) + ROWS_PER_CHUNK);
      for (record = nextOf(record, end, among); record < end; ) {
        if (this.#meets(chunk, record, test)) hit(record);
        record = nextOf(record + 1, end, among);
      }
    }
  }

  mayBeOpen(record: number, day: LocalDay): boolean {
    const { days } = this.#parts.table.chunkOf(record);
    return isOpenAfter(days, placeOf(record), positionOf(day));
  }

  visitOpen(day: LocalDay, from: number, to: number, hit: (record: number) => void): void {
    const position = positionOf(day);
    for (let record = from; record < to; ) {
      const { days } = this.#parts.table.chunkOf(record);
      const end = Math.min(to, record - (record % ROWS_PER_CHUNK) + ROWS_PER_CHUNK);
      for (; record < end; record++) if (isOpenAfter(days, placeOf(record), position)) hit(record);
    }
  }

  key(record: number, column: DossierColumn, day: LocalDay): number {
    const { days, words } = this.#parts.table.chunkOf(record);
    const at = placeOf(record);
    switch (column) {
      case 'received':
        return days[at + 8] as number;
      case 'closed':
        return days[at + 9] === NO_DAY ? NO_KEY : (days[at + 9] as number);
      case 'dueAt': {
        const due = days[at + 10] as number;
        return due === NO_DAY
          ? NO_KEY
          : (due << MINUTE_BITS) | this.#parts.details.dueMinuteOf(record);
      }
      case 'late':
        return this.#lateKey(record, positionOf(day));
      case 'series':
        return words[at / 2 + 2] as number;
      case 'procedure':
        return this.#parts.details.procedureOf(record);
    }
  }

  row(record: number, day: LocalDay): DossierRow {
    const { cube, keys, table, details } = this.#parts;
    const chunk = table.chunkOf(record);
    const at = placeOf(record);
    const { days, words } = chunk;
    const dueMinute = details.dueMinuteOf(record);
    const standing = this.#standing(chunk, record, positionOf(day));
    return {
      agency: cube.dictionary(AGENCY)[keys.agencyOf(record)] ?? '',
      code: keys.codeOf(record),
      series: words[at / 2 + 2] as number,
      procedure: details.procedures[details.procedureOf(record)] ?? '',
      received: dayAt(days[at + 8] as number),
      closed: dayOrNone(days[at + 9] as number),
      due: dayOrNone(days[at + 10] as number),
      dueMinute: dueMinute === NO_MINUTE ? undefined : dueMinute,
      standing: STANDINGS[standing] ?? 'uncounted',
      apology: APOLOGIES[apologyOf(days, at)] as ApologyState,
    };
  }

  times(record: number, day: LocalDay, into: DossierTimes): void {
    const chunk = this.#parts.table.chunkOf(record);
    const at = placeOf(record);
    const { days, words } = chunk;
    const dueMinute = this.#parts.details.dueMinuteOf(record);
    into.series = words[at / 2 + 2] as number;
    into.standing = STANDINGS[this.#standing(chunk, record, positionOf(day))] ?? 'uncounted';
    into.apology = APOLOGIES[apologyOf(days, at)] as ApologyState;
    into.closed = dayOrNone(days[at + 9] as number);
    into.due = dayOrNone(days[at + 10] as number);
    into.dueMinute = dueMinute === NO_MINUTE ? undefined : dueMinute;
  }

  find(agency: string, code: string): number | undefined {
    const number = this.#parts.cube.dictionary(AGENCY).indexOf(agency);
    if (number < 0 || code.length > 0x7f) return undefined;
    const record = this.#parts.keys.find(number, code);
    return record < 0 ? undefined : record;
  }

  revisions(record: number): readonly number[] {
    return this.#parts.details.revisionsOf(record);
  }

  #meets(chunk: Chunk, record: number, test: Test): boolean {
    const { criteria } = test;
    const { words } = chunk;
    const at = placeOf(record);
    if (criteria.series[words[at / 2 + 2] as number] !== 1) return false;
    const standing = this.#standing(chunk, record, test.day);
    if (((criteria.standings >>> standing) & 1) === 0) return false;
    return this.#meetsRest(chunk, record, test);
  }

  #meetsRest({ days }: Chunk, record: number, test: Test): boolean {
    const { criteria } = test;
    const at = placeOf(record);
    if (isOutside(days[at + 8] as number, test.received)) return false;
    if (isOutside(days[at + 9] as number, test.closed)) return false;
    if (isOutside(days[at + 10] as number, test.due)) return false;
    if (criteria.noticed && (days[at + 14] as number) > test.day) return false;
    const { apologies, procedures, dueBy } = criteria;
    if (apologies !== undefined && ((apologies >>> apologyOf(days, at)) & 1) === 0) return false;
    const { details } = this.#parts;
    if (procedures && procedures[details.procedureOf(record)] !== 1) return false;
    return !dueBy || this.#isDueBy(record, days[at + 10] as number, dueBy, test.dueDay);
  }

  #isDueBy(record: number, due: number, limit: DueLimit, limitDay: number): boolean {
    if (due !== limitDay) return due < limitDay;
    const told = this.#parts.details.dueMinuteOf(record);
    return (told < limit.openingMinute ? limit.closingMinute : told) <= limit.minute;
  }

  #standing({ days }: Chunk, record: number, day: number): number {
    const at = placeOf(record);
    const outcome = (days[at + 13] as number) & OUTCOME_MASK;
    if (outcome === OUTCOME.uncounted) return STANDING.uncounted;
    if (outcome !== OUTCOME.open && (days[at + 9] as number) <= day) {
      return CLOSED_AS[outcome] as number;
    }
    if ((days[at + 8] as number) > day) return STANDING.ahead;
    if (this.#parts.table.isPausedOn(record, day)) return STANDING.paused;
    return (days[at + 10] as number) < day ? STANDING['open-late'] : STANDING['in-term'];
  }

  /** Nothing is late while it waits, nor before it has come; moved up so that it is never negative. */
  #lateKey(record: number, day: number): number {
    const chunk = this.#parts.table.chunkOf(record);
    const at = placeOf(record);
    const [closed, due] = [chunk.days[at + 9] as number, chunk.days[at + 10] as number];
    const standing = this.#standing(chunk, record, day);
    const isStill = standing === STANDING.paused || standing === STANDING.ahead;
    return due === NO_DAY || isStill ? NO_KEY : LATE_ZERO + Math.min(closed, day) - due;
  }
}

/** Of a record in the 16-bit view of its chunk. */
function placeOf(record: number): number {
  return (record % ROWS_PER_CHUNK) * 16;
}

/** `record` itself, or without its bit the next that has one; `end` where there is none. Most records are closed: 32 are passed over at once. */
function nextOf(record: number, end: number, among: Uint32Array | undefined): number {
  if (!among) return record;
  let next = record;
  while (next < end) {
    const word = (among[next >>> 5] ?? 0) >>> (next & 31);
    if (word !== 0) return Math.min(end, next + 31 - Math.clz32(word & -word));
    next = (next | 31) + 1;
  }
  return end;
}

function isOpenAfter(days: Uint16Array, at: number, day: number): boolean {
  return (
    (days[at + 9] as number) > day &&
    ((days[at + 13] as number) & OUTCOME_MASK) !== OUTCOME.uncounted
  );
}

function apologyOf(days: Uint16Array, at: number): number {
  if (days[at + 12] === NO_DAY) return 0;
  return ((days[at + 13] as number) & APOLOGISED_BEFORE_DUE) === 0 ? 1 : 2;
}

function isOutside(day: number, span: readonly [number, number] | undefined): boolean {
  return span !== undefined && (day === NO_DAY || day < span[0] || day > span[1]);
}

const dayOrNone = (position: number) => (position === NO_DAY ? undefined : dayAt(position));
const positionsOf = (span: DaySpan | undefined) =>
  span && ([positionOf(span.from), positionOf(span.to)] as const);

function testOf(criteria: DossierCriteria): Test {
  const { day, received, closed, due, dueBy } = criteria;
  return {
    criteria,
    day: positionOf(day),
    received: positionsOf(received),
    closed: positionsOf(closed),
    due: positionsOf(due),
    dueDay: dueBy ? positionOf(dueBy.day) : 0,
  };
}
