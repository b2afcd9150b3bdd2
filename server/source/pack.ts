import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { Board } from '../../shared/board/board.ts';
import { Demo } from '../../shared/territory/demo.ts';
import {
  Calendar,
  Indicators,
  Pack,
  Published,
  Sources,
  Targets,
} from '../../shared/territory/pack.ts';
import { IocError } from '../errors.ts';
import { findDangling } from './pack-references.ts';
import { Boundaries, type ProvincePack } from './province-pack.ts';

/** Reads and checks a pack; throws `IOC_PACK_…` with the file and the place in it that is wrong. */
export function readPack(directory: string): ProvincePack {
  const files = list(directory, '');
  const read = <S extends TSchema>(name: string, schema: S) =>
    readDocument(path.join(directory, name), schema);
  const optional = <S extends TSchema>(name: string, schema: S) =>
    files.includes(name) ? read(name, schema) : undefined;
  const boards = list(directory, 'boards').map((file) => read(`boards/${file}`, Board));
  const result: ProvincePack = {
    directory,
    pack: read('pack.json', Pack),
    calendar: read('calendar.json', Calendar),
    indicators: optional('indicators.json', Indicators) ?? [],
    targets: optional('targets.json', Targets) ?? [],
    sources: optional('sources.json', Sources) ?? [],
    published: optional('published.json', Published) ?? [],
    boards: boards.sort((a, b) => a.order - b.order),
    boundaries: Object.fromEntries(
      list(directory, 'boundaries').map((file) => [
        path.basename(file, '.geojson'),
        read(`boundaries/${file}`, Boundaries),
      ]),
    ),
    demo: optional('demo.json', Demo),
  };
  const [dangling] = findDangling(result);
  if (dangling) throw new IocError(dangling.code, dangling);
  return result;
}

function list(directory: string, folder: string): string[] {
  const wanted = folder === 'boundaries' ? '.geojson' : '.json';
  try {
    const names = readdirSync(path.join(directory, folder));
    return names.filter((name) => name.endsWith(wanted)).sort();
  } catch (cause) {
    if (folder !== '') return [];
    const detail = { where: directory, expected: 'a province pack', came: 'no directory' };
    throw new IocError('IOC_PACK_FILE', detail, cause);
  }
}

function readDocument<S extends TSchema>(file: string, schema: S): Static<S> {
  const text = readText(file);
  const line = firstDecomposed(text);
  if (line !== undefined) {
    const where = `${file}, line ${line}`;
    throw new IocError('IOC_PACK_TEXT', { where, expected: 'NFC', came: 'decomposed marks' });
  }
  const value = parse(file, text);
  if (Value.Check(schema, value)) return value;
  const [error] = Value.Errors(schema, value);
  throw new IocError('IOC_PACK_INVALID', {
    where: `${file}${error?.instancePath ?? ''}`,
    expected: error?.message ?? 'the schema of this file',
    came: 'something else',
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const detail = { where: file, expected: 'a readable file', came: String(cause) };
    throw new IocError('IOC_PACK_FILE', detail, cause);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = { where: file, expected: 'JSON', came: String(cause) };
    throw new IocError('IOC_PACK_INVALID', detail, cause);
  }
}

/** Line (from 1) of the first text that is not NFC: such a name would never equal the same name typed. */
function firstDecomposed(text: string): number | undefined {
  if (text === text.normalize('NFC')) return undefined;
  return text.split('\n').findIndex((line) => line !== line.normalize('NFC')) + 1;
}
