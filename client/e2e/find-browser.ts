import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

export interface Browser {
  readonly executablePath: string;
  /** Environment to start it with. */
  readonly env: Record<string, string>;
  readonly source: 'CHROME_BIN' | 'system' | 'playwright cache' | '@sparticuz/chromium';
}

/**
 * SwiftShader draws WebGL2 without a graphics card; hinting and colour profile are fixed so that the same Chromium
 * gives the same pixels; no background request leaves the machine.
 */
export const BROWSER_ARGS: readonly string[] = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium on any machine: `CHROME_BIN`, the system's, Playwright's cache, else the one inside the npm package. */
export function findBrowser(): Browser {
  const env = inheritedEnv();
  const named = env.CHROME_BIN;
  if (named) return { executablePath: named, env, source: 'CHROME_BIN' };
  const system = SYSTEM_PATHS.find((place) => existsSync(place));
  if (system) return { executablePath: system, env, source: 'system' };
  const cached = chromium.executablePath();
  if (existsSync(cached)) return { executablePath: cached, env, source: 'playwright cache' };
  const packed = unpackBrowser();
  if (packed) return packed;
  throw new Error(
    'no Chromium found: set CHROME_BIN to one, or install it (apt-get install -y chromium, or npx playwright install chromium)',
  );
}

function inheritedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** The Chromium of `@sparticuz/chromium`, unpacked once under `node_modules/.cache`. */
function unpackBrowser(): Browser | undefined {
  const manifest = path.resolve('node_modules/@sparticuz/chromium/package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.resolve('node_modules/.cache', `chromium-${version}`);
  if (!existsSync(folder)) unpackInto(folder);
  const executablePath = path.join(folder, 'chromium');
  return {
    executablePath,
    env: { ...inheritedEnv(), ...missingLibraries(executablePath), ...missingFonts(folder) },
    source: '@sparticuz/chromium',
  };
}

/**
 * The package unpacks into the temporary directory, and its libraries only where it believes to be on Amazon Linux:
 * both are settings of a process, so a process of its own does it. The rename makes a cut unpacking harmless.
 */
function unpackInto(folder: string): void {
  const staging = `${folder}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`@sparticuz/chromium could not be unpacked: ${stderr}`);
  if (existsSync(folder)) rmSync(staging, { recursive: true });
  else renameSync(staging, folder);
}

/** A bare machine lacks nss and others; the package brings them. */
function missingLibraries(executablePath: string): Record<string, string> {
  const linked = execFileSync('ldd', [executablePath], { encoding: 'utf8' });
  if (!linked.includes('not found')) return {};
  const own = path.join(path.dirname(executablePath), 'al2023/lib');
  const inherited = process.env.LD_LIBRARY_PATH;
  return { LD_LIBRARY_PATH: inherited ? `${own}:${inherited}` : own };
}

/** Without any font Chromium dies, and the packed configuration names a folder that exists on Amazon Linux only. */
function missingFonts(folder: string): Record<string, string> {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const file = path.join(folder, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${path.join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir>`,
    `<cachedir>${path.join(folder, 'font-cache')}</cachedir></fontconfig>`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return { FONTCONFIG_FILE: file };
}
