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

/** What moved against a comparison; `weight`: 1 is worth telling, more is more so. */
export interface Movement {
  /** "Hồ sơ tiếp nhận" */
  readonly subject: string;
  readonly value: string;
  readonly direction: 'up' | 'down';
  /** `+45,23%` */
  readonly delta: string;
  /** "so với 2022" */
  readonly against: string;
  readonly weight: number;
}

export interface ReportedMovement extends Movement {
  /** `board/tile` */
  readonly tile: string;
}

/** What is abnormal on all scenes, alarms first, in the order in which it was found. */
export interface AbnormalityBook {
  put(tile: string, found: readonly Abnormality[]): void;
  /** The same array until something changes. */
  list(): readonly ReportedAbnormality[];
  /** Null: it did not. */
  putMovement(tile: string, movement: Movement | null): void;
  /** What moved, the most first; the same array until something changes. */
  movements(): readonly ReportedMovement[];
  subscribe(listener: () => void): () => void;
}

export function createAbnormalityBook(): AbnormalityBook {
  const byTile = new Map<string, readonly Abnormality[]>();
  const listeners = new Set<() => void>();
  let all: readonly ReportedAbnormality[] = [];
  const moved = new Map<string, Movement>();
  let movements: readonly ReportedMovement[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    put(tile, found) {
      if (found.length === 0 && !byTile.delete(tile)) return;
      if (found.length > 0) byTile.set(tile, found);
      const list = [...byTile].flatMap(([id, rows]) => rows.map((row) => ({ ...row, tile: id })));
      all = [
        ...list.filter(({ severity }) => severity === 'alarm'),
        ...list.filter(({ severity }) => severity === 'warn'),
      ];
      tell();
    },
    putMovement(tile, movement) {
      if (movement === null && !moved.delete(tile)) return;
      if (movement) moved.set(tile, movement);
      movements = [...moved]
        .map(([id, row]) => ({ ...row, tile: id }))
        .sort((a, b) => b.weight - a.weight);
      tell();
    },
    movements: () => movements,
    list: () => all,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
