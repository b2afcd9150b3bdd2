import type { Severity } from './severity.ts';

export interface Abnormality {
  readonly severity: Exclude<Severity, 'normal'>;
  /** What: "Thuận An". */
  readonly subject: string;
  /** How much and why: "96,4% · dưới 97%". */
  readonly detail: string;
}

export interface ReportedAbnormality extends Abnormality {
  /** `board/tile` */
  readonly tile: string;
}

/** What is abnormal on all scenes, alarms first, in the order in which it was found. */
export interface AbnormalityBook {
  put(tile: string, found: readonly Abnormality[]): void;
  /** The same array until something changes. */
  list(): readonly ReportedAbnormality[];
  subscribe(listener: () => void): () => void;
}

export function createAbnormalityBook(): AbnormalityBook {
  const byTile = new Map<string, readonly Abnormality[]>();
  const listeners = new Set<() => void>();
  let all: readonly ReportedAbnormality[] = [];
  return {
    put(tile, found) {
      if (found.length === 0 && !byTile.delete(tile)) return;
      if (found.length > 0) byTile.set(tile, found);
      const list = [...byTile].flatMap(([id, rows]) => rows.map((row) => ({ ...row, tile: id })));
      all = [
        ...list.filter(({ severity }) => severity === 'alarm'),
        ...list.filter(({ severity }) => severity === 'warn'),
      ];
      for (const listener of listeners) listener();
    },
    list: () => all,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
