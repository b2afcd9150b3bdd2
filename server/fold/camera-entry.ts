import type { Camera } from '../../shared/event/camera.ts';
import type { InstantSpans } from '../../shared/unit/instant-spans.ts';
import type { StageHistory } from './camera-stages.ts';
import { type CameraWindow, coveredBy } from './camera-windows.ts';
import type { PartReader } from './part.ts';
import { Timeline } from './timeline.ts';

/** What is known of one camera. */
export interface CameraEntry {
  readonly id: string;
  /** Row of the register and series of the cube; −1 while only reports have come. */
  row: number;
  camera: Camera | undefined;
  revisionTime: number;
  readonly stages: StageHistory;
  readonly reports: Timeline;
  /** Older reports have been posted and let go. */
  isTrimmed: boolean;
  windows: readonly CameraWindow[];
  /** What the windows cover, in seconds. */
  covered: InstantSpans;
}

export function newEntry(id: string): CameraEntry {
  return {
    id,
    row: -1,
    camera: undefined,
    revisionTime: 0,
    stages: [],
    reports: new Timeline(),
    isTrimmed: false,
    windows: [],
    covered: [],
  };
}

export type StoredEntry = Omit<CameraEntry, 'reports' | 'camera' | 'covered'> & {
  readonly camera: Camera | null;
};

export function storedEntry({ reports, covered, camera, ...fields }: CameraEntry): StoredEntry {
  return { ...fields, camera: camera ?? null };
}

/** `place`: of the entry among those stored. */
export function restoredEntry(
  { camera, ...fields }: StoredEntry,
  place: number,
  parts: PartReader,
): CameraEntry {
  const reports = new Timeline();
  reports.restore(`camera/reports/${place}`, parts);
  const covered = coveredBy(fields.windows);
  return { ...fields, camera: camera ?? undefined, reports, covered };
}
