import { type Static, Type } from 'typebox';
import { Code, InstantText } from './envelope.ts';

/** What a camera reports of itself; `unknown` is never reported, it follows from silence. */
export const CameraState = Type.Enum(['online', 'offline', 'degraded', 'maintenance', 'tampered']);
export type CameraState = Static<typeof CameraState>;

/** One report of a camera's state: a point of its history, so every report counts and none replaces another. */
export const CameraStatus = Type.Object(
  { camera: Code, state: CameraState, reportedAt: InstantText },
  { additionalProperties: false },
);
export type CameraStatus = Static<typeof CameraStatus>;

export const cameraStatusExample: CameraStatus = {
  camera: 'CAM-NG550-03',
  state: 'online',
  reportedAt: '2023-12-29T16:42:00+07:00',
};
