/**
 * Base measures of the dossier cube. A plain flow counts dossiers on the local day of its event. A signed flow is the
 * daily change of a stock: its sum until a day is the stock at the end of that day. Clock-free: a change that only
 * the passing of time will bring (a due date going by) is posted at once on its future day.
 *
 * open(t) is no flow of its own: received − early − onTime − late − withdrawnOnTime − closedOther, each until t.
 * Status 1 and 3 contribute nothing.
 */
export const DOSSIER_FLOWS = [
  /** On the day received. */
  'received',
  /** Status 9/10, on the day of `finished` (else `returned`, else the event): before, on (or without), after the due day. */
  'early',
  'onTime',
  'late',
  /** Status 8, and 7 unless the setting counts it as on time: left the open stock without a result. */
  'closedOther',
  /** Status 7 where the setting counts it as on time; part of F1, never of F4. */
  'withdrawnOnTime',
  /** Signed: open and waiting for the citizen (status 5/6, or inside a pause span). */
  'paused',
  /** Signed: open, not paused, due day gone by. */
  'openLate',
  /** Signed: open, not paused, due today or tomorrow. */
  'dueSoon',
  /** Signed: open, not paused, due day not gone by and reached within eight working hours after the day's closing. */
  'dueIn8h',
  /** Signed: the part of `openLate` with an apology sent before the due day. */
  'openLateApologised',
  /** The part of `late` with an apology sent before the due day, on the day of `late`. */
  'lateApologised',
  /** Apology letters on the day sent: all, and those sent before the due day. */
  'apologies',
  'apologiesBeforeDue',
  /** Status 9/10 returned by post, on the day of `returned` (else `finished`). */
  'returnedByPost',
  /** Parts of `received`, on the same day. `paidOnline` is always a part of `hasFee`. */
  'digitised',
  'digitisedResult',
  'electronicResult',
  'hasFee',
  'paidOnline',
  /** Reports that changed what had counted before they came, on the day whose figures they changed. */
  'restated',
] as const;
export type DossierFlow = (typeof DOSSIER_FLOWS)[number];

/** Flows that most dossiers move together, on the same day or days close by. */
export const DOSSIER_BUNDLES: readonly (readonly DossierFlow[])[] = [
  ['received', 'digitised', 'hasFee', 'paidOnline'],
  ['early', 'onTime', 'late', 'returnedByPost'],
  ['openLate', 'dueSoon', 'dueIn8h', 'paused'],
  ['digitisedResult', 'electronicResult'],
  ['closedOther', 'withdrawnOnTime'],
  ['apologies', 'apologiesBeforeDue', 'lateApologised', 'openLateApologised'],
];

/**
 * Base measures of the camera cube; every camera is a series of its own. The seconds of a local day a camera spent in
 * a state, up to its newest report; what comes after that report is the open tail of `CameraRows`. Before the first
 * report nothing is counted.
 *
 * The stage flows are signed and cumulative: a stock of cameras that have reached at least that stage, at the end of
 * the day, by the register's revision that was newest then. `relocated` stands for an installed camera without a
 * connection; `decommissioned` leaves every count but its own.
 */
export const CAMERA_FLOWS = [
  'onlineSeconds',
  'degradedSeconds',
  'offlineSeconds',
  'maintenanceSeconds',
  'tamperedSeconds',
  'unknownSeconds',
  /** On the day a camera went down (offline, tampered) or fell silent, having been neither. */
  'outages',
  /** On the day a camera was first reported down, silence left out of account. */
  'failures',
  'surveyed',
  'planned',
  'procuring',
  'installed',
  'connected',
  'shared',
  'decommissioned',
] as const;
export type CameraFlow = (typeof CAMERA_FLOWS)[number];

/** Base measures of the petition cube. Open: received − answeredInTime − answeredLate, each until the day. */
export const PETITION_FLOWS = [
  'received',
  /** The part of `received` that has an answer by now, on the day received. */
  'receivedAnswered',
  /** On the day of the answer: not after the due day (or without one), and after it. */
  'answeredInTime',
  'answeredLate',
  /** Signed: unanswered and due day gone by. */
  'openLate',
  /** Answer made public, on the day of that. */
  'published',
  /** Parts of the answered, on the day of the answer: made public by now; rated by the citizen; rated as satisfied. */
  'answeredPublished',
  'rated',
  'satisfied',
  /** As for dossiers. */
  'restated',
] as const;
export type PetitionFlow = (typeof PETITION_FLOWS)[number];

/** Base measures of the incident cube. Open: opened − closed, each until the day. */
export const INCIDENT_FLOWS = [
  'opened',
  'closed',
  /** Whole minutes from opened to closed, on the day closed. */
  'closedMinutes',
  /** As for dossiers. */
  'restated',
] as const;
export type IncidentFlow = (typeof INCIDENT_FLOWS)[number];

/** What had been told before depends on the order in which reports came, so this is no part of what a state means. */
export const BY_ARRIVAL: readonly string[] = ['restated'];
