import { type Static, Type } from 'typebox';

export const LADDER_BY = ['unit', 'owner', 'contractor', 'zone'] as const;
/** Days whose maintenance time is told. */
export const MAINTENANCE_DAYS = 30;

const Count = Type.Integer();

/**
 * Rungs of what is really known of cameras, each a part of the one before. `registered`: in the register and not
 * decommissioned. `connected`: by the register's stage. `reachable`: its last report says anything but offline.
 * `fresh`: that report is not older than the camera may be silent. `healthy`: and says online.
 */
export const LadderRow = Type.Object(
  {
    /** Unit, owner, contractor or zone; '' for the total, and for cameras without one. */
    key: Type.String(),
    registered: Count,
    connected: Count,
    reachable: Count,
    fresh: Count,
    healthy: Count,
    /** Of the connected, by what they do now: down is offline or tampered, silent has no fresh report or never had one. */
    degraded: Count,
    maintenance: Count,
    down: Count,
    silent: Count,
    /** Camera hours planned or reported as maintenance in the last 30 days, today included. */
    maintenanceHours: Type.Number(),
  },
  { additionalProperties: false },
);
export type LadderRow = Static<typeof LadderRow>;

const LadderCamera = Type.Object(
  {
    camera: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    zone: Type.String(),
    junction: Type.String(),
    owner: Type.String(),
    contractor: Type.String(),
    state: Type.String(),
    /** Of an outage: since when it has lasted. Of maintenance: since when it is planned, or when it was last reported. ms */
    since: Type.Number(),
    /** Of planned maintenance: when it ends, ms, and why it is done. */
    until: Type.Optional(Type.Number()),
    reason: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type LadderCamera = Static<typeof LadderCamera>;

/** Cameras that probably went down from one cause. */
export const OutageGroupRow = Type.Object(
  {
    cause: Type.Enum(['site', 'owner']),
    /** Junction, zone, camera, or owner. */
    key: Type.String(),
    /** When the first and the last of them went down, ms. */
    from: Type.Number(),
    to: Type.Number(),
    count: Count,
    /** The first twenty. */
    cameras: Type.Array(LadderCamera),
  },
  { additionalProperties: false },
);
export type OutageGroupRow = Static<typeof OutageGroupRow>;

export const LadderAnswer = Type.Object(
  {
    unit: Type.String(),
    by: Type.Enum([...LADDER_BY]),
    seq: Type.Integer(),
    asOf: Type.String(),
    total: LadderRow,
    /** Those with most cameras that are not healthy first. */
    rows: Type.Array(LadderRow),
    /** Largest first. */
    groups: Type.Array(OutageGroupRow),
    /** The first hundred cameras under maintenance. */
    maintenance: Type.Array(LadderCamera),
  },
  { additionalProperties: false },
);
export type LadderAnswer = Static<typeof LadderAnswer>;
