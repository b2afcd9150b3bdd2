export interface CallInit {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** One request with the session's token; null where nobody answers. Rejects for its own abort only. */
export async function sendCall(
  token: string,
  path: string,
  { body, method = body === undefined ? 'GET' : 'POST', signal }: CallInit,
): Promise<Response | null> {
  try {
    return await fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return null;
  }
}
