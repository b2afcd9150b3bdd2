import { type Static, Type } from 'typebox';
import { Code, Label } from './envelope.ts';

/** The roll-out axis; it says nothing about whether the camera answers. In the order of the roll-out. */
export const CAMERA_STAGES = [
  'surveyed',
  'planned',
  'procuring',
  'installed',
  'connected',
  'shared',
  'relocated',
  'decommissioned',
] as const;
export const CameraStage = Type.Enum([...CAMERA_STAGES]);
export type CameraStage = (typeof CAMERA_STAGES)[number];

/** A camera in the register. Record key: `camera`. Positions are exact; the wall sees them coarse. */
export const Camera = Type.Object(
  {
    camera: Code,
    name: Label,
    unit: Code,
    zone: Type.Optional(Code),
    junction: Type.Optional(Code),
    owner: Code,
    /** Who installed it and keeps it in repair. */
    contractor: Type.Optional(Code),
    stage: CameraStage,
    lon: Type.Optional(Type.Number({ minimum: 102, maximum: 118 })),
    lat: Type.Optional(Type.Number({ minimum: 6, maximum: 24 })),
    /** Longest normal silence; without it the source's cadence holds. */
    cadenceSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 86_400 })),
  },
  { additionalProperties: false },
);
export type Camera = Static<typeof Camera>;

export const cameraExample: Camera = {
  camera: 'CAM-NG550-03',
  name: 'Ngã tư 550 – hướng QL13',
  unit: '724',
  junction: 'nga-tu-550',
  owner: 'bot-ql13',
  contractor: 'nha-thau-a',
  stage: 'connected',
  lon: 106.7392,
  lat: 10.9028,
};
