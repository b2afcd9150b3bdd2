import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from './config.ts';
import { ERRORS } from './errors.ts';

const root = path.resolve(import.meta.dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const matches = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map((match) => String(match[1]))),
];
const rowsUnder = (heading: string) =>
  matches(readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '', /^\| `([^`]+)` \|/gm);

describe('what the README names exists', () => {
  test('every npm command is a script', () => {
    const named = matches(readme, /npm (?:run )?(start|test|(?<=run )[a-z:]+)/g);
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('every file and folder in backticks is there', () => {
    const named = matches(readme, /`((?:shared|server|client|fixtures)\/[\w./-]+)`/g);
    expect(named.filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
  });

  test('every link to a file leads somewhere', () => {
    const linked = matches(readme, /\]\((?!https?:|#)([^)\s]+)\)/g);
    expect(linked.filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
  });
});

test('every script runs a program that has a source', () => {
  const programs = Object.values(scripts).flatMap((script) => matches(script, /run\.mjs (\S+)/g));
  const missing = programs.filter(
    (name) =>
      name !== '&&' &&
      !['server', 'client/e2e'].some((side) => existsSync(path.join(root, side, `${name}.ts`))) &&
      !existsSync(path.join(root, 'server', name)),
  );
  expect(missing).toEqual([]);
});

test('the folder table, the folders and the table of allowed imports name the same folders', () => {
  const named = rowsUnder('The flow, which is also the folder tree').sort();
  const present = ['shared', 'server', 'client'].flatMap((side) =>
    readdirSync(path.join(root, side), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${side}/${entry.name}`),
  );
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
    forbidden: { name: string }[];
  };
  const ruled = matches(
    forbidden.map(({ name }) => name).join('\n'),
    /^(\S+) reaches a folder it may not use$/gm,
  );
  expect(named).toEqual(present.sort());
  expect(named).toEqual(ruled.sort());
});

test('the settings table and the settings are the same', () => {
  expect(rowsUnder('Settings').sort()).toEqual(Object.keys(SETTINGS).sort());
});

test('the error table says what the catalogue says', () => {
  const written = rowsUnder('Errors').sort();
  expect(written).toEqual(Object.keys(ERRORS).sort());
  const lines = Object.entries(ERRORS).map(
    ([code, { status, retryable, message }]) =>
      `| \`${code}\` | ${status} | ${retryable ? 'yes' : ''} | ${message} |`,
  );
  expect(lines.filter((line) => !readme.includes(line))).toEqual([]);
});

test('every rule of the protocol is cited by a test, and every citation names a rule', () => {
  const protocol = readFileSync(path.join(root, 'shared/PROTOCOL.md'), 'utf8');
  const rules = matches(protocol, /\*\*(R\d+)\*\*/g).sort();
  const titles = ['shared', 'server', 'client']
    .flatMap((side) =>
      readdirSync(path.join(root, side), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(side, name),
      ),
    )
    .filter((name) => /[.](test|e2e|contract)[.]tsx?$/.test(name))
    .flatMap((name) =>
      matches(
        readFileSync(path.join(root, name), 'utf8'),
        /\b(?:test|it|describe)\(\s*[`'"](.+?)[`'"],/g,
      ),
    );
  const cited = [...new Set(titles.flatMap((title) => title.match(/\bR\d+\b/g) ?? []))].sort();
  expect(rules.length).toBeGreaterThan(5);
  expect(cited).toEqual(rules);
});
