export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** Some bytes of a file (RFC 9110 §14); rejects when anything else than these bytes comes. */
export async function fetchRange(
  path: string,
  { offset, length }: ByteRange,
  token: string,
  signal: AbortSignal | undefined,
): Promise<ArrayBuffer> {
  const headers = {
    authorization: `Bearer ${token}`,
    range: `bytes=${offset}-${offset + length - 1}`,
  };
  const response = await fetch(path, { headers, ...(signal ? { signal } : {}) });
  if (response.status !== 206) throw new Error(`${path}: expected 206, came ${response.status}`);
  return response.arrayBuffer();
}
