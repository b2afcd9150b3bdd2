import type { ApologyState, Standing } from '../../shared/record/dossier-standing.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { DaySpan } from '../../shared/unit/period.ts';

/** The newest revision of each dossier, by record number 0 … count − 1; numbers never change. */
export interface DossierRows {
  readonly count: number;
  /** Grows with each revision that becomes the newest of its dossier. */
  readonly version: number;
  /** Codes by procedure number. */
  readonly procedures: readonly string[];
  /**
   * Records written after a version, some of them more than once; undefined when they are no longer (or not yet) kept.
   * The first call begins the keeping.
   */
  changedSince(version: number): readonly number[] | undefined;
  meets(record: number, criteria: DossierCriteria): boolean;
  /** Visits the records from–to (not included) that meet the criteria: all of them, or those whose bit is set in `among`. */
  visit(
    criteria: DossierCriteria,
    from: number,
    to: number,
    hit: (record: number) => void,
    among?: Uint32Array,
  ): void;
  /** False: closed on the day or before, so never open from then on. */
  mayBeOpen(record: number, day: LocalDay): boolean;
  /** Visits the records from–to (not included) of which that is not so. */
  visitOpen(day: LocalDay, from: number, to: number, hit: (record: number) => void): void;
  /** What sorts a record in a column, rising; 2³² − 1 where it has no value. */
  key(record: number, column: DossierColumn, day: LocalDay): number;
  /** `day`: whose end the standing is told for. */
  row(record: number, day: LocalDay): DossierRow;
  find(agency: string, code: string): number | undefined;
  readonly codes: CodePages;
  /** As `row`, without texts. */
  times(record: number, day: LocalDay, into: DossierTimes): void;
  /** Log positions of all revisions: the newest one first, then the others, those that came last first. */
  revisions(record: number): readonly number[];
}

/** `series`: its number in the dossier cube. `late`: days past the due day. `dueAt`: due day and minute. */
export type DossierColumn = 'received' | 'closed' | 'dueAt' | 'late' | 'series' | 'procedure';

/** All conditions at once. */
export interface DossierCriteria {
  /** By series: 1 lets it in; series that came later are left out. */
  readonly series: Uint8Array;
  /** Day at whose end dossiers stand, and the standings wanted, as bits. */
  readonly day: LocalDay;
  readonly standings: number;
  readonly received?: DaySpan | undefined;
  readonly closed?: DaySpan | undefined;
  readonly due?: DaySpan | undefined;
  /** Due by an instant. */
  readonly dueBy?: DueLimit | undefined;
  /** Whether the day on which the eight working hours before the due day begin has come. */
  readonly noticed?: boolean | undefined;
  /** By procedure number: 1 lets it in. */
  readonly procedures?: Uint8Array | undefined;
  /** Apology states wanted, as bits. */
  readonly apologies?: number | undefined;
}

/** Minutes of the day; a due time before the opening stands for the closing, as sources without times write it. */
export interface DueLimit {
  readonly day: LocalDay;
  readonly minute: number;
  readonly openingMinute: number;
  readonly closingMinute: number;
}

/** The codes of all records in pieces, those of the newest in the last one. */
export interface CodePages {
  readonly pages: number;
  /** Records whose codes begin in a page and hold a text (letters count without case), newest first. */
  with(text: string, page: number): Iterable<CodeHit>;
  /** Goes through a page ahead of the first search, which then waits for none. */
  learn(page: number): void;
}

export interface CodeHit {
  readonly record: number;
  /** The code begins with the text. */
  readonly isBeginning: boolean;
}

/** What `DossierRow` says in numbers. */
export interface DossierTimes {
  series: number;
  standing: Standing;
  apology: ApologyState;
  closed: LocalDay | undefined;
  due: LocalDay | undefined;
  dueMinute: number | undefined;
}

export interface DossierRow {
  readonly agency: string;
  readonly code: string;
  readonly series: number;
  readonly procedure: string;
  readonly received: LocalDay;
  readonly closed: LocalDay | undefined;
  readonly due: LocalDay | undefined;
  /** As the source tells it, 0 where it tells none. */
  readonly dueMinute: number | undefined;
  readonly standing: Standing;
  readonly apology: ApologyState;
}
