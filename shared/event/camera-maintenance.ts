import { type Static, Type } from 'typebox';
import { Code, InstantText, Label } from './envelope.ts';

/**
 * A camera's part in a planned maintenance window: within it the camera counts as under maintenance, whatever it reports.
 * Record key: `window` + `camera`. A window that ends early gets another `ends`; one that does not take place is cancelled.
 */
export const CameraMaintenance = Type.Object(
  {
    window: Code,
    camera: Code,
    begins: InstantText,
    /** Not included. */
    ends: InstantText,
    reason: Label,
    cancelled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type CameraMaintenance = Static<typeof CameraMaintenance>;

export const cameraMaintenanceExample: CameraMaintenance = {
  window: 'BT-2023-12-30-01',
  camera: 'CAM-NG550-03',
  begins: '2023-12-30T22:00:00+07:00',
  ends: '2023-12-31T02:00:00+07:00',
  reason: 'Thay nguồn và vệ sinh ống kính',
};
