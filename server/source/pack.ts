import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { TSchema } from 'typebox';
import { Rules } from '../../shared/alarm/rule.ts';
import { Board } from '../../shared/board/board.ts';
import { Published } from '../../shared/published/published.ts';
import { Reported } from '../../shared/published/reported.ts';
import { Demo } from '../../shared/territory/demo.ts';
import { Calendar, Indicators, Pack, Sources, Targets } from '../../shared/territory/pack.ts';
import { IocError } from '../errors.ts';
import { readBoundaries } from './boundaries.ts';
import { readDocument } from './pack-document.ts';
import { findDangling } from './pack-references.ts';
import type { ProvincePack } from './province-pack.ts';

/**
 * Reads and checks a pack; throws `IOC_PACK_…` with the file and the place in it that is wrong. Boundaries of
 * `officialBoundaries` replace the pack's.
 */
export function readPack(directory: string, officialBoundaries?: string): ProvincePack {
  const files = list(directory, '');
  const read = <S extends TSchema>(name: string, schema: S) =>
    readDocument(path.join(directory, name), schema);
  const optional = <S extends TSchema>(name: string, schema: S) =>
    files.includes(name) ? read(name, schema) : undefined;
  const boards = list(directory, 'boards').map((file) => read(`boards/${file}`, Board));
  const pack = read('pack.json', Pack);
  const layers = readBoundaries(directory, officialBoundaries, pack);
  const result: ProvincePack = {
    directory,
    pack,
    calendar: read('calendar.json', Calendar),
    indicators: optional('indicators.json', Indicators) ?? [],
    targets: optional('targets.json', Targets) ?? [],
    sources: optional('sources.json', Sources) ?? [],
    published: optional('published.json', Published) ?? [],
    reported: optional('reported.json', Reported) ?? [],
    boards: boards.sort((a, b) => a.order - b.order),
    boundaries: Object.fromEntries(layers.map(({ name, areas }) => [name, areas])),
    layers: layers.map(({ areas: _, ...layer }) => layer),
    rules: optional('rules.json', Rules) ?? [],
    demo: optional('demo.json', Demo),
  };
  const [dangling] = findDangling(result);
  if (dangling) throw new IocError(dangling.code, dangling);
  return result;
}

function list(directory: string, folder: string): string[] {
  try {
    const names = readdirSync(path.join(directory, folder));
    return names.filter((name) => name.endsWith('.json')).sort();
  } catch (cause) {
    if (folder !== '') return [];
    const detail = { where: directory, expected: 'a province pack', came: 'no directory' };
    throw new IocError('IOC_PACK_FILE', detail, cause);
  }
}
