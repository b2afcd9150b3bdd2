import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((name) => name !== '' && existsSync(path.join(root, name)));
const isText = (name: string) => !/[.](png|jpg|woff2?|gz|bin)$/.test(name);
const readText = (name: string) => readFileSync(path.join(root, name), 'utf8');

test('no source file is longer than 300 lines', () => {
  const long = files.filter(
    (name) => /[.](tsx?|mjs|cjs|css)$/.test(name) && readText(name).split('\n').length > 301,
  );
  expect(long).toEqual([]);
});

test('no committed text names a place of one machine', () => {
  const place = /(?:^|[\s"'`(=])[/](?:work|root|home[/][a-z]+|Users[/][A-Za-z]+|tmp)[/][\w.-]+/m;
  const naming = files.filter((name) => isText(name) && place.test(readText(name)));
  expect(naming).toEqual([]);
});

test('all committed text is NFC', () => {
  const decomposed = files.filter((name) => isText(name) && !isNfc(readText(name)));
  expect(decomposed).toEqual([]);
});

const isNfc = (text: string) => text.normalize('NFC') === text;

test('no package that this machine or a server would install runs a script at install', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: boolean; os?: string[] }>;
  };
  const running = Object.entries(packages)
    .filter(([, { hasInstallScript, os }]) => hasInstallScript && !os?.every((o) => o === 'darwin'))
    .map(([name]) => name);
  expect(running).toEqual([]);
});

test('the lock file names the public registry only', () => {
  const hosts = [...readText('package-lock.json').matchAll(/"resolved": "https?:\/\/([^/]+)/g)];
  const foreign = hosts.map(([, host]) => host).filter((host) => host !== 'registry.npmjs.org');
  expect([...new Set(foreign)]).toEqual([]);
});

const LONG_LINE = 80;
const dataFolders = ['data', 'geo/official'].map((name) => path.join(root, '../shared', name));
const isPresent = dataFolders.every((folder) => existsSync(folder));
if (!isPresent) {
  process.stdout.write(
    'skipped: nothing of ../shared/data is committed (the folder is not here)\n',
  );
}

test.skipIf(!isPresent)('nothing of the data folders is committed, whole or in part', () => {
  const sources = dataFolders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name))),
  );
  const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
  const hashes = new Set(sources.map(hashOf));
  const longLines = (content: Buffer) =>
    content
      .toString('utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length >= LONG_LINE);
  const lines = new Set(sources.flatMap(longLines));
  const copied = files.filter((name) => {
    const content = readFileSync(path.join(root, name));
    return hashes.has(hashOf(content)) || longLines(content).some((line) => lines.has(line));
  });
  expect(copied).toEqual([]);
});
