import type { Row } from '../../shared/query/answer.ts';

interface Version {
  readonly seq: number;
  readonly rows: readonly Row[];
  readonly bytes: number;
}

export interface HistoryLimits {
  readonly maxVersions: number;
  readonly maxBytes: number;
}

/**
 * The last versions of one answer, oldest first. Whole row lists are kept instead of deltas: versions share the rows
 * that did not change, so one costs what its delta costs, and the way from any of them to the newest is one exact
 * difference.
 */
export interface History {
  readonly versions: Version[];
  bytes: number;
}

export function emptyHistory(): History {
  return { versions: [], bytes: 0 };
}

const BYTES_PER_REFERENCE = 8;

/** `deltaBytes`: the encoded size of what changed. The newest version always stays. */
export function addVersion(
  history: History,
  seq: number,
  rows: readonly Row[],
  deltaBytes: number,
  { maxVersions, maxBytes }: HistoryLimits,
): void {
  const { versions } = history;
  const bytes = deltaBytes + rows.length * BYTES_PER_REFERENCE;
  versions.push({ seq, rows, bytes });
  history.bytes += bytes;
  while (versions.length > 1 && (versions.length > maxVersions || history.bytes > maxBytes)) {
    history.bytes -= versions.shift()?.bytes ?? 0;
  }
}

export function newestOf({ versions }: History): Version | undefined {
  return versions.at(-1);
}

export function rowsAt({ versions }: History, seq: number): readonly Row[] | undefined {
  return versions.find((version) => version.seq === seq)?.rows;
}
