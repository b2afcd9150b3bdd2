import { readFileSync } from 'node:fs';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { IocError } from '../errors.ts';

/** Reads a JSON file of a pack; throws `IOC_PACK_…` with the file and the place in it that is wrong. */
export function readDocument<S extends TSchema>(file: string, schema: S): Static<S> {
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
