import { type CallInit, sendCall } from '../ui/send-call.ts';

/** What the server answered instead of what was asked; `code` is one of its error codes, `status` 0 for no answer. */
export class CallError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'CallError';
    this.status = status;
    this.code = code;
  }
}

/** Whatever went wrong as one of these. */
export function callErrorOf(error: unknown): CallError {
  return error instanceof CallError ? error : new CallError(0, 'unknown', String(error));
}

/** Calls the server with the session's token; rejects with `CallError`. */
export interface ServerCall {
  /** The JSON of the answer; undefined for an empty one. */
  json<T>(path: string, init?: CallInit): Promise<T>;
  /** The answer itself, for files. */
  raw(path: string, init?: CallInit): Promise<Response>;
}

export function createServerCall(token: string): ServerCall {
  const raw = async (path: string, init: CallInit = {}) => {
    const response = await sendCall(token, path, init);
    if (!response) throw new CallError(0, 'unreachable', 'no answer');
    if (response.ok) return response;
    const told = await response.json().catch(() => undefined);
    const { code = `HTTP ${response.status}`, message = '' } = errorIn(told);
    throw new CallError(response.status, code, message);
  };
  const json = async <T>(path: string, init?: CallInit) => {
    const response = await raw(path, init);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return { raw, json };
}

function errorIn(told: unknown): { code?: string; message?: string } {
  const { error = told }: { error?: unknown } = Object(told);
  const { code, message }: { code?: unknown; message?: unknown } = Object(error);
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof message === 'string' && { message }),
  };
}
