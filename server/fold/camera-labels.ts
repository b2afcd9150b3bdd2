import type { Camera } from '../../shared/event/camera.ts';
import type { CameraRecord } from './view.ts';

/** A camera of the register as it is read; what it does not name is ''. */
export function recordOf(camera: Camera): CameraRecord {
  const { zone = '', junction = '', contractor = '', lon, lat, ...told } = camera;
  const { name, unit, owner, stage } = told;
  return { camera: told.camera, name, unit, zone, junction, owner, contractor, stage, lon, lat };
}

/** Values of a camera's series, in the order of the cube's dimensions. */
export function labelsOf(data: Camera): string[] {
  const { unit, zone = '', junction = '', owner, contractor = '', stage, camera } = data;
  return [unit, zone, junction, owner, contractor, stage, camera];
}
