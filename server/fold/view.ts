import type { CameraState } from '../../shared/event/camera-status.ts';
import type { MeasureSource } from '../../shared/measure/measure.ts';
import type { InstantSpans } from '../../shared/unit/instant-spans.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { CameraWindow } from './camera-windows.ts';
import type { DossierRows } from './dossier-view.ts';
import type { CameraFlow, DossierFlow, IncidentFlow, PetitionFlow } from './flows.ts';

/** What the query stage reads; writing stays with the fold. */
export interface FoldView {
  /** Dimensions unit, level, field, agency, channel, status; flows: `DOSSIER_FLOWS`. */
  readonly dossiers: CubeView<DossierFlow>;
  readonly dossierRows: DossierRows;
  /** Dimensions unit, zone, junction, owner, contractor, stage, camera; flows: `CAMERA_FLOWS`. */
  readonly cameras: CubeView<CameraFlow>;
  readonly cameraRows: CameraRows;
  /** Dimensions unit, field; flows: `PETITION_FLOWS`. */
  readonly petitions: CubeView<PetitionFlow>;
  /** Dimensions unit, incidentKind, severity, place; flows: `INCIDENT_FLOWS`. */
  readonly incidents: CubeView<IncidentFlow>;
  readonly observations: ObservationTable;
  /** Grouped by programme, sorted by unit. */
  readonly coverage: RecordTable<CoverageRecord>;
  /** Grouped by index, sorted by unit and year. */
  readonly assessments: RecordTable<AssessmentRecord>;
  /** Grouped by plan, sorted by item and as-of. */
  readonly stagePlans: RecordTable<StageRecord>;
  /** Grouped by system, one record each. */
  readonly links: RecordTable<LinkRecord>;
  /** The last log position folded in; 0 before any. */
  readonly seq: number;
  /** Time (ms) of the newest event of the kinds behind a source, never after its arrival; null when none came. */
  dataTo(source: MeasureSource): number | null;
  /** One row for each pair of CloudEvents source and event kind met. */
  sources(): readonly SourceActivity[];
}

/** Daily totals of flows by series; a series is one combination of dimension values. */
export interface CubeView<Flow extends string = string> {
  readonly dimensions: readonly string[];
  readonly flows: readonly Flow[];
  readonly seriesCount: number;
  /** Grows with every change of any total. */
  readonly version: number;
  /** Grows when a series is added or (cameras) gets other dimension values: lists of matching series are stale then. */
  readonly labelsVersion: number;
  flowId(name: string): number;
  /** Value of a dimension (by its position) for a series; '' where it does not apply. */
  valueOf(series: number, dimension: number): string;
  /** The value as a position in `dictionary(dimension)`: cheaper to group by than text. */
  codeOf(series: number, dimension: number): number;
  dictionary(dimension: number): readonly string[];
  /** Total over the days from–to, both included. */
  sum(flow: number, series: number, from: LocalDay, to: LocalDay): number;
  /** Total from the beginning to `to`, included. */
  sumUntil(flow: number, series: number, to: LocalDay): number;
  /** The same over many series at once: a small part of the cost of asking one by one. */
  sumOver(flow: number, series: ArrayLike<number>, from: LocalDay, to: LocalDay): number;
  sumUntilOver(flow: number, series: ArrayLike<number>, to: LocalDay): number;
  /** Calendar years that may hold anything; the first is after the last while there is none. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Flows that lie together in memory, this one among them: all of them are summed at the cost of one. */
  together(flow: number): readonly number[];
  /** Adds the totals of a year: to each row one number for each of `together(flow)`. */
  addYear(flow: number, year: number, rows: Rows): void;
  /** The same of a month (year × 12 + 0 … 11). */
  addMonth(flow: number, month: number, rows: Rows): void;
  /** The same of its 31 days, one after the other; those that do not exist are zero. */
  addDays(flow: number, month: number, rows: Rows): void;
  /**
   * Visits all changes after a version, oldest first; false when they are no longer kept, and then nothing is visited.
   * The first call begins the keeping.
   */
  changesSince(version: number, visit: ChangeVisitor): boolean;
}

/**
 * Sums of groups of series, side by side in `out`. All groups are summed in one walk along the series, as those lie in
 * memory: group by group the same bytes would be fetched many times.
 */
export interface Rows {
  /** In rising order. */
  readonly series: ArrayLike<number>;
  /** The row that each of them counts to. */
  readonly rowOf: ArrayLike<number>;
  readonly out: Int32Array;
  /** Numbers from one row to the next, and from the beginning of a row to where the sums go. */
  readonly stride: number;
  readonly offset: number;
}

/** `month`: year × 12 + 0 … 11; `day` of the month, from 0. */
export type ChangeVisitor = (
  flow: number,
  series: number,
  month: number,
  day: number,
  amount: number,
) => void;

/** A state as shown: `unknown` follows from silence, or from never having reported. */
export type ShownCameraState = CameraState | 'unknown';

/** The registered cameras; `row` = 0 … count − 1 is also the camera's series in the camera cube. */
export interface CameraRows {
  readonly count: number;
  /** Grows with every change of the register or of a report. */
  readonly version: number;
  camera(row: number): CameraRecord;
  /** State at an instant (ms); null where the reports kept no longer reach back that far. */
  stateAt(row: number, atMs: number): ShownCameraState | null;
  /** Since when (ms) a camera has been down or silent, seamlessly up to an instant; null when it is up or nothing is known. */
  downSince(row: number, atMs: number): number | null;
  /** Planned maintenance, also past, cancelled and to come. */
  windows(row: number): readonly CameraWindow[];
  /** What the cube does not hold yet; undefined before the first report. */
  tail(row: number): CameraTail | undefined;
}

export interface CameraRecord {
  readonly camera: string;
  readonly name: string;
  readonly unit: string;
  readonly zone: string;
  readonly junction: string;
  readonly owner: string;
  /** '' where none is named. */
  readonly contractor: string;
  readonly stage: string;
  readonly lon: number | undefined;
  readonly lat: number | undefined;
}

/** From the newest report on: `state` until `silentFromMs`, `unknown` after that; within `covered` under maintenance. Whole seconds, in ms. */
export interface CameraTail {
  readonly state: CameraState;
  readonly fromMs: number;
  readonly silentFromMs: number;
  readonly covered: InstantSpans;
}

export interface ObservationTable {
  readonly version: number;
  /** Newest revision of each record, sorted by period, then part; without `unit` those of all units. */
  find(indicator: string, unit?: string): readonly ObservationRecord[];
  indicators(): readonly string[];
}

/** The newest revision of a figure. Absent texts are ''. */
export interface ObservationRecord extends ObservationRevision {
  readonly indicator: string;
  readonly unit: string;
  /** `2023`, `2023-H1`, `2023-9M`, `2023-Q4`, `2023-12`, `2023-12-31` */
  readonly period: string;
  readonly yearToDate: boolean;
  readonly part: string;
  /** How many revisions it superseded, and those themselves, newest first; of very many the newest only. */
  readonly superseded: number;
  readonly earlier: readonly ObservationRevision[];
}

/** `operator` is `equal` where the source says none. */
export interface ObservationRevision {
  readonly value: number | undefined;
  readonly num: number | undefined;
  readonly den: number | undefined;
  readonly operator: string;
  readonly vintage: string;
  readonly asOf: string;
  readonly publisher: string;
  /** Event time (ms) and log position. */
  readonly time: number;
  readonly seq: number;
}

/** Newest revisions of small records, in groups. */
export interface RecordTable<R> {
  readonly version: number;
  find(group: string): readonly R[];
  groups(): readonly string[];
}

export interface CoverageRecord {
  readonly programme: string;
  readonly unit: string;
  readonly done: number;
  readonly total: number;
  readonly asOf: string;
  readonly time: number;
  readonly seq: number;
  /** How often later reports told it otherwise. */
  readonly restated?: number;
}

/** A yearly index of a unit; `tier` is '' where there is none, `of` the number of units ranked. */
export interface AssessmentRecord {
  readonly index: string;
  readonly unit: string;
  readonly year: number;
  readonly score: number | undefined;
  readonly rank: number | undefined;
  readonly of: number | undefined;
  readonly tier: string;
  readonly publishedOn: string;
  readonly time: number;
  readonly seq: number;
  /** How often later reports told it otherwise. */
  readonly restated?: number;
}

/** From the day `asOf` on, until the item's next record. */
export interface StageRecord {
  readonly plan: string;
  readonly item: string;
  readonly unit: string;
  readonly stage: string;
  readonly asOf: string;
  readonly time: number;
  readonly seq: number;
  /** How often later reports told it otherwise. */
  readonly restated?: number;
}

export interface LinkRecord {
  readonly system: string;
  readonly cadenceSeconds: number;
  /** null: never exchanged anything. */
  readonly lastExchangeMs: number | null;
  readonly rejected: number;
  readonly time: number;
  readonly seq: number;
  /** How often later reports told it otherwise. */
  readonly restated?: number;
}

/** `lastTimeMs` is the newest event time, never after its arrival; `count` the accepted events. */
export interface SourceActivity {
  readonly source: string;
  readonly kind: string;
  readonly count: number;
  readonly lastTimeMs: number;
  readonly lastReceivedAtMs: number;
}
