import { type Static, Type } from 'typebox';

/** Cameras that went down together, by one cause: a site, or an owner where too many went at once for sites to explain it. */
export const CameraOutage = Type.Object(
  {
    by: Type.Enum(['site', 'owner']),
    /** Code of that site (junction, else zone, else the camera itself) or owner. */
    code: Type.String(),
    /** The nearest unit that holds all of them. */
    unit: Type.String(),
    owners: Type.Array(Type.String()),
    sites: Type.Integer(),
    cameras: Type.Integer(),
    /** When the first and the last of them went down, ms. */
    fromMs: Type.Number(),
    toMs: Type.Number(),
  },
  { additionalProperties: false },
);
export type CameraOutage = Static<typeof CameraOutage>;
