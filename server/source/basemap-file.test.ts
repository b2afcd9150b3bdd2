import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBasemapFile } from './basemap-file.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'ioc-basemap-file-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function fileOf(bytes: Uint8Array): string {
  const file = path.join(scratch, `${bytes.length}-${bytes[7]}-${bytes[99]}.pmtiles`);
  writeFileSync(file, bytes);
  return file;
}
function headOf(version: number, kind: number, bytes = 200): Uint8Array {
  const head = new Uint8Array(bytes);
  head.set(new TextEncoder().encode('PMTiles'));
  head[7] = version;
  if (bytes > 101) head.set([kind, 4, 12], 99);
  return head;
}

test('the head of an archive says what it holds', () => {
  const file = fileOf(headOf(3, 1));
  expect(readBasemapFile(file)).toEqual({
    file,
    kind: 'vector',
    minZoom: 4,
    maxZoom: 12,
    size: 200,
  });
  expect(readBasemapFile(fileOf(headOf(3, 2))).kind).toBe('raster');
});

test('what is no such archive stops the start with the name of the setting', () => {
  const wrong = [headOf(2, 1), headOf(3, 0), headOf(3, 1, 90), new Uint8Array(300)];
  for (const bytes of wrong)
    expect(() => readBasemapFile(fileOf(bytes))).toThrow(
      /IOC_BASEMAP: expected a readable PMTiles/,
    );
  expect(() => readBasemapFile(path.join(scratch, 'none.pmtiles'))).toThrow(/IOC_BASEMAP/);
});
