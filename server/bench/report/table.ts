import { cpus, totalmem } from 'node:os';

export interface Line {
  readonly what: string;
  readonly measured: string;
  readonly budget?: string;
}

/** A table with the machine above it and the budget beside each figure. */
export function printTable(title: string, lines: readonly Line[]): void {
  const [cpu] = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const width = (pick: (line: Line) => string, least: number) =>
    Math.max(least, ...lines.map((line) => pick(line).length));
  const first = width(({ what }) => what, 4);
  const second = width(({ measured }) => measured, 8);
  const row = (what: string, measured: string, budget: string) =>
    `| ${what.padEnd(first)} | ${measured.padStart(second)} | ${budget}\n`;
  process.stdout.write(
    `\n${title}\n${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memoryGb} GB, Node ${process.versions.node}\n\n`,
  );
  process.stdout.write(row('what', 'measured', 'budget'));
  for (const { what, measured, budget = '' } of lines) {
    process.stdout.write(row(what, measured, budget));
  }
}

export const perSecond = (count: number, ms: number) =>
  `${Math.round((count / ms) * 1000).toLocaleString('en')} /s`;

export function milliseconds(ms: number): string {
  return `${ms < 100 ? ms.toFixed(ms < 1 ? 3 : 1) : Math.round(ms).toLocaleString('en')} ms`;
}

/** The value below which the given share of the list lies; 0 ≤ share ≤ 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Value of `--name value` on the command line, a whole number. */
export function numberFlag(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? fallback : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} wants a number`);
  return value;
}
