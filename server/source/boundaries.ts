import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { BoundaryLayer } from '../../shared/territory/boundary-layer.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { IocError } from '../errors.ts';
import { findBoundaryFaults } from './boundary-faults.ts';
import { layerOf } from './boundary-layers.ts';
import { readDocument } from './pack-document.ts';
import { type Boundaries, BoundaryFile } from './province-pack.ts';

export interface ReadLayer extends BoundaryLayer {
  readonly areas: Boundaries;
}

/**
 * The pack's layers, each replaced by the one of the same level and time from `official`, where that holds one. A file
 * is called `districts.geojson` or, among those of several provinces, `districts_<slug>.geojson`. Throws
 * `IOC_PACK_BOUNDARY` with file, feature and position.
 */
export function readBoundaries(
  directory: string,
  official: string | undefined,
  pack: Pack,
): readonly ReadLayer[] {
  const own = readFolder(path.join(directory, 'boundaries'), pack, true);
  refuseTwins(directory, own);
  if (official === undefined) return own;
  const better = readFolder(official, pack, false);
  refuseTwins(official, better);
  const replaced = (layer: ReadLayer) => better.some((each) => isSame(each, layer));
  return [
    ...own.filter((layer) => !replaced(layer)),
    // Boards know a layer by the name it has in the pack.
    ...better.map((layer) => ({
      ...layer,
      name: own.find((each) => isSame(each, layer))?.name ?? layer.name,
    })),
  ];
}

/** Two files of one level and time: one of them is of units that the pack does not know. */
function refuseTwins(folder: string, layers: readonly ReadLayer[]): void {
  const twin = layers.find((layer, i) => layers.findIndex((each) => isSame(each, layer)) < i);
  if (!twin) return;
  const { name, level, from = 'the beginning' } = twin;
  const expected = `one file of the level ${level} from ${from} on`;
  throw new IocError('IOC_PACK_BOUNDARY', {
    where: `${folder}/${name}`,
    expected,
    came: 'another',
  });
}

const isSame = (a: BoundaryLayer, b: BoundaryLayer) => a.level === b.level && a.from === b.from;

function readFolder(folder: string, pack: Pack, mayMiss: boolean): ReadLayer[] {
  return list(folder, mayMiss).flatMap((file) => {
    const [, name = '', slug = pack.slug] =
      /^([a-z0-9-]+)(?:_([a-z0-9-]+))?\.geojson$/.exec(file) ?? [];
    return name !== '' && slug === pack.slug
      ? [readLayer(path.join(folder, file), name, pack)]
      : [];
  });
}

function list(folder: string, mayMiss: boolean): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    if (mayMiss) return [];
    const detail = { where: folder, expected: 'a directory of boundaries', came: 'none' };
    throw new IocError('IOC_PACK_FILE', detail, cause);
  }
}

function readLayer(file: string, name: string, pack: Pack): ReadLayer {
  const areas = readAreas(file);
  const layer = layerOf(name, areas, pack);
  const fault = 'where' in layer ? layer : findBoundaryFaults(areas, pack)[0];
  if (fault) throw new IocError('IOC_PACK_BOUNDARY', { ...fault, where: `${file}/${fault.where}` });
  return { ...(layer as BoundaryLayer), areas };
}

/** Of what a file tells about its areas only the code is used; whole provinces have it under a name of their own. */
export function readAreas(file: string): Boundaries {
  const read = readDocument(file, BoundaryFile);
  const features = read.features.map(({ type, properties, geometry }, i) => {
    const code = properties.code ?? properties.province_code;
    if (code === undefined) {
      const where = `${file}/features/${i}/properties`;
      throw new IocError('IOC_PACK_BOUNDARY', { where, expected: 'a code', came: 'none' });
    }
    const { schematic } = properties;
    return { type, id: code, properties: { code, ...(schematic ? { schematic } : {}) }, geometry };
  });
  return { type: read.type, features };
}
