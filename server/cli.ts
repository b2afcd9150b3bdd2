import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadTokens } from './access/tokens.ts';
import { ACCOUNT_USAGE, runAccountCommand } from './account-command.ts';
import { readConfig } from './config.ts';
import { openCore } from './core.ts';
import type { CoreListener } from './core-calls.ts';
import { IocError } from './errors.ts';
import { type ImportPort, type ImportReport, importFile } from './source/import-file.ts';
import { readMapping } from './source/mapping.ts';
import { pushOverHttp } from './source/push-http.ts';

const USAGE = `npm run ioc -- import --mapping <file.json> [--url <server>] [--key <ingest key>] [--data <dir>] <data.csv|data.json>

Streams a file through the same ingest as a push, into a running server. Importing twice changes nothing.
  --url   default: HOST and PORT of the settings
  --key   default: IOC_INGEST_KEY, else the key the server keeps under IOC_DATA
  --data  instead of a server: the store in this directory, with the pack of IOC_PACK; no server may have it open

${ACCOUNT_USAGE}`;

const DAY_MS = 86_400_000;

/** Exit status: 0 all taken, 1 some rows refused, 2 stopped. */
async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === 'account') return account(rest);
  if (command !== 'import') return stop(USAGE);
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      mapping: { type: 'string' },
      url: { type: 'string' },
      key: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const [file, more] = positionals;
  if (!values.mapping || !file || more) return stop(USAGE);
  const mapping = readMapping(values.mapping);
  const port = values.data === undefined ? openServer(values) : await openStore(values.data);
  const report = await importFile({ file, mapping, port, onProgress: showProgress });
  await port.close();
  process.stdout.write(`${describeReport(report)}\n`);
  return report.refused > 0 ? 1 : 0;
}

async function account(args: readonly string[]): Promise<number> {
  const text = await runAccountCommand(args);
  if (text === undefined) return stop(ACCOUNT_USAGE);
  process.stdout.write(`${text}\n`);
  return 0;
}

interface ClosingPort extends ImportPort {
  close(): Promise<void>;
}

function openServer({ url, key }: { readonly url?: string; readonly key?: string }): ClosingPort {
  const { settings } = readConfig();
  const server = url ?? `http://${settings.HOST}:${settings.PORT}`;
  const ingest = key ?? ingestKey(settings.IOC_DATA, settings.IOC_INGEST_KEY);
  return { ...pushOverHttp({ url: server, key: ingest }), close: async () => undefined };
}

async function openStore(directory: string): Promise<ClosingPort> {
  const { settings, clock } = readConfig();
  mkdirSync(directory, { recursive: true });
  const futureLimitMs = settings.IOC_FUTURE_LIMIT * DAY_MS;
  const packDirectory = settings.IOC_PACK;
  const core = { packDirectory, dataDirectory: directory, clock, futureLimitMs, epoch: 'import' };
  return openCore(core, SILENT);
}

const SILENT: CoreListener = {
  onOutputs: () => undefined,
  onReadiness: () => undefined,
  onClock: () => undefined,
  onNotice: ({ code, message }) => process.stderr.write(`${code} ${message}\n`),
};

function ingestKey(directory: string, set: string | undefined): string {
  return set ?? loadTokens(directory, {}).ingest;
}

function showProgress({ records, accepted, duplicate, refused }: ImportReport): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(
    `\r${records} records: ${accepted} new, ${duplicate} known, ${refused} refused`,
  );
}

function describeReport(report: ImportReport): string {
  const { records, accepted, duplicate, refused, byCode, examples } = report;
  const lines = [
    `${records} records: ${accepted} accepted, ${duplicate} duplicate, ${refused} quarantined`,
  ];
  for (const [code, count] of byCode) lines.push(`  ${code}: ${count}`);
  for (const { number, message } of examples) lines.push(`  row ${number}: ${message}`);
  return lines.join('\n');
}

function stop(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const message = error instanceof IocError ? `${error.code} ${error.message}` : String(error);
  process.exitCode = stop(message);
}
