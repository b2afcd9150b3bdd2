/**
 * Runs one of our programs from its compiled form, building first what is not built or out of date:
 *
 *     node server/run.mjs main                  the server (npm start)
 *     node server/run.mjs cli import …          the command line (npm run ioc)
 *     node server/run.mjs bench/crash …         a benchmark; `bench` alone lists them
 *                                               (of server/bench, or of client/e2e/bench with a browser)
 *     node server/run.mjs                       builds only (npm run build)
 *
 * It is plain JavaScript because Node 20 does not read TypeScript, and it runs the program in its own process
 * so that signals reach the server itself.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');

const targets = [
  {
    name: 'server',
    sources: ['shared', 'server', 'tsconfig.base.json', 'package-lock.json'],
    command: ['typescript/bin/tsc', '-b', 'shared', 'server'],
  },
  {
    name: 'client',
    sources: ['shared', 'client', 'vite.config.ts', 'package-lock.json'],
    command: ['vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
];

/** What drives a browser, compiled for Node. */
const driving = {
  name: 'browser benchmarks',
  sources: ['shared', 'server', 'client/e2e', 'tsconfig.base.json', 'package-lock.json'],
  command: ['typescript/bin/tsc', '-b', 'client/e2e'],
};
const BROWSER_BENCHMARKS = 'client/e2e';

/** Hash of names and contents: modification times lie after a checkout. */
function fingerprintOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(path.join(root, source))) {
      hash.update(`${path.relative(root, file)}\n`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  if (path.extname(place)) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/[.](test|e2e)[.]tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function build(target) {
  const stamp = path.join(dist, `${target.name}.built`);
  const fingerprint = fingerprintOf(target.sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  process.stderr.write(`building the ${target.name} …\n`);
  const [script, ...args] = target.command;
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules', script), ...args],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, fingerprint);
}

function listBenchmarks() {
  const names = ['server', BROWSER_BENCHMARKS]
    .flatMap((side) => readdirSync(path.join(root, side, 'bench')))
    .filter((name) => /^[a-z-]+[.]ts$/.test(name))
    .map((name) => name.slice(0, -3))
    .sort();
  process.stdout.write(`npm run bench -- <name>, one of:\n  ${names.join('\n  ')}\n`);
}

function programOf([first, second, ...rest]) {
  if (first !== 'bench') return { program: first, args: second ? [second, ...rest] : rest };
  return { program: second && `bench/${second}`, args: rest };
}

function isDriving(program) {
  return existsSync(path.join(root, BROWSER_BENCHMARKS, `${program}.ts`));
}

function neededFor(program) {
  if (program === undefined || program === 'main') return targets;
  return isDriving(program) ? [...targets, driving] : targets.slice(0, 1);
}

const [wanted] = process.argv.slice(2);
const { program, args } = programOf(process.argv.slice(2));
if (wanted === 'bench' && !program) {
  listBenchmarks();
} else {
  for (const target of neededFor(program)) build(target);
  if (program) {
    const file = path.join(dist, isDriving(program) ? 'browser/e2e' : 'server', `${program}.js`);
    process.argv = [process.execPath, file, ...args];
    await import(pathToFileURL(file).href);
  }
}
