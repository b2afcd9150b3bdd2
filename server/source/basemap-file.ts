import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { BasemapPlan } from '../../shared/territory/basemap.ts';
import { IocError } from '../errors.ts';

const HEADER_BYTES = 127;
const KINDS: Readonly<Record<number, BasemapPlan['kind']>> = {
  1: 'vector',
  2: 'raster',
  3: 'raster',
  4: 'raster',
  5: 'raster',
};

/** Reads the head of a PMTiles archive (specification version 3); throws `IOC_CONFIG_INVALID` where it is none. */
export function readBasemapFile(file: string): BasemapPlan & { readonly file: string } {
  const header = headOf(file);
  const magic = header.subarray(0, 7).toString('latin1');
  const kind = KINDS[header[99] ?? 0];
  if (header.length < HEADER_BYTES || magic !== 'PMTiles' || header[7] !== 3 || !kind)
    throw wrong(file, undefined);
  const { size } = statSync(file);
  return { file, kind, minZoom: header[100] ?? 0, maxZoom: header[101] ?? 0, size };
}

function headOf(file: string): Buffer {
  try {
    const handle = openSync(file, 'r');
    try {
      const header = Buffer.alloc(HEADER_BYTES);
      return header.subarray(0, readSync(handle, header, 0, HEADER_BYTES, 0));
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    throw wrong(file, cause);
  }
}

function wrong(file: string, cause: unknown): IocError {
  const expected = 'a readable PMTiles file of version 3 with vector tiles or pictures';
  return new IocError('IOC_CONFIG_INVALID', { where: 'IOC_BASEMAP', expected, came: file }, cause);
}
