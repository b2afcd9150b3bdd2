import { createDueDates } from '../../shared/calendar/due-date.ts';
import type { AcceptedEvent, LoggedPosition } from '../../shared/event/kinds.ts';
import type { MeasureSource } from '../../shared/measure/measure.ts';
import type { Calendar } from '../../shared/territory/pack.ts';
import { AssessmentFold } from './assessment-fold.ts';
import { CameraFold, type CameraRules } from './camera-fold.ts';
import { CoverageFold } from './coverage-fold.ts';
import { DossierFold } from './dossier-fold.ts';
import { IncidentFold } from './incident-fold.ts';
import { LinkFold } from './link-fold.ts';
import { SetDigest } from './mixing.ts';
import { ObservationFold } from './observation-fold.ts';
import { jsonPart, type Part, PartReader } from './part.ts';
import { PetitionFold } from './petition-fold.ts';
import { SourceActivities } from './source-activities.ts';
import { StagePlanFold } from './stage-plan-fold.ts';
import type { FoldView } from './view.ts';

/** Raise it when the layout or the meaning of a checkpoint changes: older ones are then refused. */
const FORMAT = 10;
const HEADER = 'fold';

export interface FoldSettings {
  /** Count status 7 (returned, withdrawn) as resolved on time; one national system does, another does not. */
  readonly withdrawnCountsOnTime: boolean;
  readonly cameras: CameraRules;
}

export const DEFAULT_FOLD_SETTINGS: FoldSettings = {
  withdrawnCountsOnTime: false,
  cameras: { cadenceSeconds: {}, defaultCadenceSeconds: 300, silenceFactor: 2, lateDays: 62 },
};

export interface FoldOptions {
  readonly calendar: Calendar;
  readonly settings?: FoldSettings;
}

/**
 * Accepted events → flows, stocks and newest records, incrementally. The state is a pure function of the events in
 * log order: no clock, no randomness; folding the same log again gives the same bytes.
 */
export interface Fold extends FoldView {
  /** Takes the events of the log in the order of `seq`, each once. */
  apply(event: AcceptedEvent, position: LoggedPosition): void;
  /** Measure sources with events since the last call. */
  takeChanged(): readonly MeasureSource[];
  /** The state as named pieces of bytes; some are views of live memory: write or copy each before the next `apply`. */
  dump(): Iterable<Part>;
  /** Into a fold that has applied nothing, which keeps the parts' memory. False: written under other settings or by another version, fold the log again. */
  restore(parts: Iterable<Part>): boolean;
  /** Hash of what the state means, free of the order in which texts and records were numbered. */
  digest(): string;
  /** Dossiers known, and camera reports refused as too late. */
  counts(): { readonly dossiers: number; readonly lateReports: number };
}

export function createFold({ calendar, settings = DEFAULT_FOLD_SETTINGS }: FoldOptions): Fold {
  const folds = createFolds(calendar, settings);
  const { dossiers, cameras, petitions, incidents, activities, ...records } = folds;
  const basis = JSON.stringify([calendar, settings]);
  let seq = 0;
  return {
    dossiers: dossiers.cube,
    dossierRows: dossiers.rows,
    cameras: cameras.cube,
    cameraRows: cameras,
    petitions: petitions.cube,
    incidents: incidents.cube,
    ...records,
    get seq() {
      return seq;
    },
    dataTo: (source) => activities.dataTo(source),
    sources: () => activities.list(),
    takeChanged: () => activities.takeChanged(),
    counts: () => ({ dossiers: dossiers.count, lateReports: cameras.tooLate }),
    apply(event, position) {
      seq = position.seq;
      activities.note(event, position);
      applyTo(folds, event, seq);
    },
    *dump() {
      yield jsonPart(HEADER, { format: FORMAT, basis, seq });
      for (const fold of Object.values(folds)) yield* fold.dump();
    },
    restore(parts) {
      const reader = new PartReader(parts, { ownsMemory: true });
      const header = reader.json<{ format: number; basis: string; seq: number }>(HEADER);
      if (header.format !== FORMAT || header.basis !== basis) return false;
      for (const fold of Object.values(folds)) fold.restore(reader);
      seq = header.seq;
      return true;
    },
    digest() {
      const digest = new SetDigest();
      for (const fold of Object.values(folds)) fold.digestInto(digest);
      return digest.toString();
    },
  };
}

function createFolds(calendar: Calendar, settings: FoldSettings) {
  return {
    dossiers: new DossierFold({
      dueDates: createDueDates(calendar),
      withdrawnCountsOnTime: settings.withdrawnCountsOnTime,
    }),
    cameras: new CameraFold(settings.cameras),
    petitions: new PetitionFold(),
    incidents: new IncidentFold(),
    observations: new ObservationFold(),
    coverage: new CoverageFold(),
    assessments: new AssessmentFold(),
    stagePlans: new StagePlanFold(),
    links: new LinkFold(),
    activities: new SourceActivities(),
  };
}

type Folds = ReturnType<typeof createFolds>;

function applyTo(folds: Folds, event: AcceptedEvent, seq: number): void {
  switch (event.kind) {
    case 'dossier':
      folds.dossiers.apply(event.data, event.time, seq);
      break;
    case 'camera':
      folds.cameras.register(event.data, event.time);
      break;
    case 'camera-status':
      folds.cameras.report(event.data, event.source);
      break;
    case 'camera-maintenance':
      folds.cameras.maintain(event.data, event.time);
      break;
    case 'observation':
      folds.observations.apply(event.data, event.time, seq);
      break;
    case 'coverage':
      folds.coverage.apply(event.data, event.time, seq);
      break;
    case 'petition':
      folds.petitions.apply(event.data, event.time);
      break;
    case 'incident':
      folds.incidents.apply(event.data, event.time);
      break;
    case 'assessment':
      folds.assessments.apply(event.data, event.time, seq);
      break;
    case 'stage-plan':
      folds.stagePlans.apply(event.data, event.time, seq);
      break;
    case 'link':
      folds.links.apply(event.data, event.time, seq);
      break;
  }
}
