import type { TSchema } from 'typebox';
import { Assessment, assessmentExample } from './assessment.ts';
import { Camera, cameraExample } from './camera.ts';
import { CameraMaintenance, cameraMaintenanceExample } from './camera-maintenance.ts';
import { CameraStatus, cameraStatusExample } from './camera-status.ts';
import { Coverage, coverageExample } from './coverage.ts';
import { Dossier, dossierExample } from './dossier.ts';
import { Incident, incidentExample } from './incident.ts';
import { Link, linkExample } from './link.ts';
import { Observation, observationExample } from './observation.ts';
import { Petition, petitionExample } from './petition.ts';
import { StagePlan, stagePlanExample } from './stage-plan.ts';

export interface Payloads {
  dossier: Dossier;
  observation: Observation;
  coverage: Coverage;
  assessment: Assessment;
  petition: Petition;
  camera: Camera;
  'camera-status': CameraStatus;
  'camera-maintenance': CameraMaintenance;
  incident: Incident;
  'stage-plan': StagePlan;
  link: Link;
}
export type Kind = keyof Payloads;

/** Every event kind: its schema and one example. To add a kind: a file beside this one and a row here. */
export const KINDS: {
  readonly [K in Kind]: { readonly schema: TSchema; readonly example: Payloads[K] };
} = {
  dossier: { schema: Dossier, example: dossierExample },
  observation: { schema: Observation, example: observationExample },
  coverage: { schema: Coverage, example: coverageExample },
  assessment: { schema: Assessment, example: assessmentExample },
  petition: { schema: Petition, example: petitionExample },
  camera: { schema: Camera, example: cameraExample },
  'camera-status': { schema: CameraStatus, example: cameraStatusExample },
  'camera-maintenance': { schema: CameraMaintenance, example: cameraMaintenanceExample },
  incident: { schema: Incident, example: incidentExample },
  'stage-plan': { schema: StagePlan, example: stagePlanExample },
  link: { schema: Link, example: linkExample },
};

/**
 * An event that ingest let through, as the log keeps it and the fold takes it. Personal fields are gone, texts are
 * NFC. `time` is when it happened (ms), `receivedAt` when it was accepted (ms, never falling), `seq` its place in
 * the log (1, 2, 3 … without holes).
 */
export type AcceptedEvent = {
  [K in Kind]: {
    readonly kind: K;
    readonly source: string;
    readonly id: string;
    readonly time: number;
    readonly data: Payloads[K];
  };
}[Kind];

export interface LoggedPosition {
  readonly seq: number;
  readonly receivedAt: number;
}
