export interface ReloadMemory {
  read(): string | null;
  write(text: string): void;
  clear(): void;
}

const FIRST_MS = 5000;
const LAST_MS = 600_000;

/**
 * Reloads the page for another protocol version, ever more rarely: the count outlives the page, so a server and a
 * client that never agree cannot make a storm.
 */
export function createReloader(
  memory: ReloadMemory,
  /** Whether the server answers; a reload without it would leave a browser's error page on the wall. */
  probe: () => Promise<boolean>,
  reload: () => void,
) {
  const count = () => {
    const known = Number(memory.read());
    return Number.isInteger(known) && known > 0 ? known : 0;
  };
  return {
    delayMs: () => Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(count(), 20)),
    /** Client and server agree: the next mismatch is a new story. */
    settle: () => {
      if (count() > 0) memory.clear();
    },
    /** False when the server did not answer. */
    async tryReload(): Promise<boolean> {
      if (!(await probe())) return false;
      memory.write(String(count() + 1));
      reload();
      return true;
    },
  };
}

export type Reloader = ReturnType<typeof createReloader>;
