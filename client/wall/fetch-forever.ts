const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 15_000;

export interface FetchPorts {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly wait: (ms: number) => Promise<void>;
  /** Tells what the last try met: an HTTP status, or 0 when nothing answered. */
  readonly onFailure: (status: number) => void;
}

/** Asks until it gets JSON: a wall has nobody to press a key. Ends only when `signal` does. */
export async function fetchForever(
  path: string,
  token: string,
  ports: FetchPorts,
  signal: AbortSignal,
): Promise<unknown> {
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted();
    const status = await tryOnce(path, token, ports, signal);
    if (typeof status === 'object') return status.body;
    ports.onFailure(status);
    await ports.wait(Math.min(FIRST_DELAY_MS * 2 ** tries, LONGEST_DELAY_MS));
  }
}

async function tryOnce(
  path: string,
  token: string,
  { fetch }: FetchPorts,
  signal: AbortSignal,
): Promise<number | { body: unknown }> {
  try {
    const response = await fetch(path, { headers: { authorization: `Bearer ${token}` }, signal });
    return response.ok ? { body: await response.json() } : response.status;
  } catch {
    return 0;
  }
}
