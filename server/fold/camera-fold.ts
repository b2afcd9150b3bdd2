import type { Camera } from '../../shared/event/camera.ts';
import type { CameraMaintenance } from '../../shared/event/camera-maintenance.ts';
import type { CameraStatus } from '../../shared/event/camera-status.ts';
import { CAMERA_DIMENSIONS } from '../../shared/measure/measure.ts';
import { type InstantSpans, spanEndAt } from '../../shared/unit/instant-spans.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import { localDayOf, startOfDay } from '../../shared/unit/local-day.ts';
import {
  type CameraEntry,
  newEntry,
  restoredEntry,
  type StoredEntry,
  storedEntry,
} from './camera-entry.ts';
import { labelsOf, recordOf } from './camera-labels.ts';
import { downSince, postBeginning, type ReportedStates } from './camera-outages.ts';
import { addStage, stageCode } from './camera-stages.ts';
import { postInterval, STATES, type StateInterval } from './camera-states.ts';
import { type CameraWindow, coveredBy, hashOfWindows, windowsWith } from './camera-windows.ts';
import { FlowCube } from './cube.ts';
import { Dictionary } from './dictionary.ts';
import { CAMERA_FLOWS, type CameraFlow } from './flows.ts';
import { millisOfInstant } from './instant.ts';
import { mix, mixNumber, mixText, type SetDigest } from './mixing.ts';
import { jsonPart, type Part, type PartReader } from './part.ts';
import type { CameraRecord, CameraRows, CameraTail, ShownCameraState } from './view.ts';

/** `state` is no property of a series: it is counted live. */
const DIMENSIONS = [...CAMERA_DIMENSIONS.filter((name) => name !== 'state'), 'camera'];
const NONE: InstantSpans = [];
/** Codes of points hold the state in the lowest three bits, the source above them. */
const STATE_BITS = 3;

export interface CameraRules {
  /** Longest normal silence by CloudEvents source, in seconds; the camera's own cadence comes first. */
  readonly cadenceSeconds: Readonly<Record<string, number>>;
  readonly defaultCadenceSeconds: number;
  /** A camera is unknown after so many cadences of silence. */
  readonly silenceFactor: number;
  /** Reports older than so many days before the camera's newest one are no longer taken in. */
  readonly lateDays: number;
}

/**
 * Cameras → stage stocks and seconds by state. Every camera is a series of its own, so its history moves along when
 * the register gives it another zone or owner. Reports form a timeline, whatever order they come in; reports of cameras
 * not yet in the register wait for it.
 */
export class CameraFold implements CameraRows {
  readonly cube = new FlowCube<CameraFlow>(DIMENSIONS, CAMERA_FLOWS);
  readonly #rules: CameraRules;
  readonly #entries = new Map<string, CameraEntry>();
  readonly #rows: CameraEntry[] = [];
  readonly #sources = new Dictionary();
  #version = 0;
  #tooLate = 0;

  constructor(rules: CameraRules) {
    this.#rules = rules;
  }

  get count(): number {
    return this.#rows.length;
  }

  get version(): number {
    return this.#version;
  }

  /** Reports refused because they were older than `lateDays`. */
  get tooLate(): number {
    return this.#tooLate;
  }

  register(camera: Camera, timeMs: number): void {
    const entry = this.#entryOf(camera.camera);
    const silenceBefore = entry.camera?.cadenceSeconds;
    const isNewest = entry.camera === undefined || timeMs >= entry.revisionTime;
    const isFirst = entry.row < 0;
    if (isFirst) {
      entry.row = this.cube.ownSeries(labelsOf(camera));
      this.#rows.push(entry);
    }
    addStage(this.cube, entry.row, entry.stages, timeMs, camera.stage);
    this.#version++;
    if (!isNewest) return;
    const moves = !isFirst && silenceBefore !== camera.cadenceSeconds;
    if (moves) this.#postAll(entry, -1);
    entry.reports.rewrite();
    entry.camera = camera;
    entry.revisionTime = timeMs;
    if (!isFirst) this.cube.relabel(entry.row, labelsOf(camera));
    if (moves || isFirst) this.#postAll(entry, 1);
  }

  report({ camera, state, reportedAt }: CameraStatus, source: string): void {
    const entry = this.#entryOf(camera);
    const timeMs = millisOfInstant(reportedAt);
    const code = STATES.indexOf(state) | (this.#sources.code(source) << STATE_BITS);
    const { reports } = entry;
    const newest = reports.count > 0 ? reports.timeAt(reports.count - 1) : timeMs;
    if (timeMs < floorOf(newest, this.#rules.lateDays)) {
      this.#tooLate++;
      return;
    }
    const index = reports.lastUpTo(timeMs);
    if (index >= 0 && reports.timeAt(index) === timeMs) this.#settle(entry, index, code);
    else this.#insert(entry, index + 1, timeMs, code);
    if (localDayOf(timeMs) > localDayOf(newest))
      this.#trim(entry, floorOf(timeMs, this.#rules.lateDays));
    this.#version++;
  }

  /** A planned window, its change or its end; what has been let go of keeps the state it was posted with. */
  maintain(maintenance: CameraMaintenance, timeMs: number): void {
    const entry = this.#entryOf(maintenance.camera);
    const windows = windowsWith(entry.windows, maintenance, timeMs);
    if (!windows) return;
    this.#postAll(entry, -1);
    entry.windows = windows;
    entry.covered = coveredBy(windows);
    this.#postAll(entry, 1);
    this.#version++;
  }

  windows(row: number): readonly CameraWindow[] {
    return this.#rows[row]?.windows ?? [];
  }

  camera(row: number): CameraRecord {
    const camera = this.#rows[row]?.camera;
    if (!camera) throw new RangeError(`no camera row ${row}`);
    return recordOf(camera);
  }

  stateAt(row: number, atMs: number): ShownCameraState | null {
    const entry = this.#rows[row];
    if (!entry) return null;
    if (spanEndAt(entry.covered, Math.floor(atMs / 1000)) !== undefined) return 'maintenance';
    const index = entry.reports.lastUpTo(atMs);
    if (index < 0) return entry.isTrimmed ? null : 'unknown';
    const code = entry.reports.codeAt(index);
    const age = Math.floor(atMs / 1000) - Math.floor(entry.reports.timeAt(index) / 1000);
    return age < this.#silenceOf(entry, code) ? stateOf(code) : 'unknown';
  }

  downSince(row: number, atMs: number): number | null {
    const entry = this.#rows[row];
    return entry ? downSince(this.#statesOf(entry), atMs) : null;
  }

  tail(row: number): CameraTail | undefined {
    const entry = this.#rows[row];
    if (!entry || entry.reports.count === 0) return undefined;
    const last = entry.reports.count - 1;
    const code = entry.reports.codeAt(last);
    const fromMs = Math.floor(entry.reports.timeAt(last) / 1000) * 1000;
    return {
      state: stateOf(code),
      fromMs,
      silentFromMs: fromMs + this.#silenceOf(entry, code) * 1000,
      // Most cameras have none, and this is asked of each of them all the time.
      covered: entry.covered.length === 0 ? NONE : entry.covered.map((second) => second * 1000),
    };
  }

  digestInto(digest: SetDigest): void {
    this.cube.digestInto(digest);
    for (const entry of this.#entries.values()) {
      let hash = mixText(mixText(11, entry.id), JSON.stringify(entry.camera ?? null));
      hash = mixNumber(hash, entry.revisionTime);
      for (const [time, stage] of entry.stages) hash = mix(mixNumber(hash, time), stageCode(stage));
      for (let i = 0; i < entry.reports.count; i++) {
        const { state, silenceSeconds, fromMs } = this.#interval(entry, i);
        hash = mix(mix(mixNumber(hash, fromMs), state), silenceSeconds);
      }
      hash = mix(hash, hashOfWindows(entry.windows));
      digest.add(mix(hash, entry.isTrimmed ? 1 : 0));
    }
  }

  *dump(): Iterable<Part> {
    const entries = [...this.#entries.values()];
    yield jsonPart('camera/entries', {
      sources: this.#sources.texts,
      rows: this.#rows.map(({ id }) => id),
      version: this.#version,
      tooLate: this.#tooLate,
      entries: entries.map(storedEntry),
    });
    yield* this.cube.dump('camera/cube');
    for (const [i, { reports }] of entries.entries()) yield* reports.dump(`camera/reports/${i}`);
  }

  restore(parts: PartReader): void {
    const stored = parts.json<{
      sources: string[];
      rows: string[];
      version: number;
      tooLate: number;
      entries: StoredEntry[];
    }>('camera/entries');
    this.#sources.restore(stored.sources);
    this.cube.restore('camera/cube', parts, true);
    for (const [i, each] of stored.entries.entries())
      this.#entries.set(each.id, restoredEntry(each, i, parts));
    for (const id of stored.rows) this.#rows.push(this.#entryOf(id));
    this.#version = stored.version;
    this.#tooLate = stored.tooLate;
  }

  #entryOf(id: string): CameraEntry {
    const entry = this.#entries.get(id) ?? newEntry(id);
    this.#entries.set(id, entry);
    return entry;
  }

  /** Two reports of one instant: the state of higher precedence holds, of equal ones the more patient source. */
  #settle(entry: CameraEntry, index: number, code: number): void {
    const known = entry.reports.codeAt(index);
    const byState = (code & 7) - (known & 7);
    const byPatience = this.#cadenceOf(code) - this.#cadenceOf(known);
    if (byState < 0 || (byState === 0 && byPatience <= 0)) return;
    this.#postAround(entry, index, 1, -1);
    entry.reports.setCode(index, code);
    this.#postAround(entry, index, 1, 1);
  }

  #insert(entry: CameraEntry, index: number, timeMs: number, code: number): void {
    this.#postAround(entry, index - 1, 1, -1);
    entry.reports.insert(index, timeMs, code);
    this.#postAround(entry, index - 1, 2, 1);
  }

  /** Lets go of the reports before `floorMs` but the last of them, which holds the state at `floorMs`. */
  #trim(entry: CameraEntry, floorMs: number): void {
    const anchor = entry.reports.lastUpTo(floorMs - 1);
    if (anchor <= 0) return;
    entry.reports.dropFirst(anchor);
    entry.isTrimmed = true;
  }

  #postAll(entry: CameraEntry, sign: 1 | -1): void {
    this.#postAround(entry, 0, entry.reports.count, sign);
  }

  /** Posts so many intervals from `first` on, and what begins with each of them and with the report after the last. */
  #postAround(entry: CameraEntry, first: number, count: number, sign: 1 | -1): void {
    if (entry.row < 0) return;
    for (let i = first; i < first + count; i++) this.#post(entry, i, sign);
    const states = this.#statesOf(entry);
    for (let i = first; i <= first + count; i++)
      postBeginning(this.cube, entry.row, states, i, sign);
  }

  /** Posts the closed interval that begins with a report; the last one is open: the tail. */
  #post(entry: CameraEntry, index: number, sign: 1 | -1): void {
    if (index < 0 || index >= entry.reports.count - 1) return;
    postInterval(this.cube, entry.row, this.#interval(entry, index), sign);
  }

  #interval({ reports, ...entry }: CameraEntry, index: number): StateInterval {
    const code = reports.codeAt(index);
    return {
      fromMs: reports.timeAt(index),
      toMs: index + 1 < reports.count ? reports.timeAt(index + 1) : reports.timeAt(index),
      state: code & 7,
      silenceSeconds: this.#silenceOf(entry, code),
      covered: entry.covered,
    };
  }

  #statesOf(entry: CameraEntry): ReportedStates {
    const { reports, covered } = entry;
    return { reports, covered, silenceOf: (code) => this.#silenceOf(entry, code) };
  }

  #silenceOf({ camera }: Pick<CameraEntry, 'camera'>, code: number): number {
    const cadence = camera?.cadenceSeconds ?? this.#cadenceOf(code);
    return Math.round(cadence * this.#rules.silenceFactor);
  }

  #cadenceOf(code: number): number {
    const source = this.#sources.texts[code >> STATE_BITS] ?? '';
    return this.#rules.cadenceSeconds[source] ?? this.#rules.defaultCadenceSeconds;
  }
}

function stateOf(code: number) {
  return STATES[code & 7] ?? 'online';
}

function floorOf(newestMs: number, lateDays: number): number {
  return startOfDay((localDayOf(newestMs) - lateDays) as LocalDay);
}
