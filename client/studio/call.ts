import { type CallInit, sendCall } from '../ui/send-call.ts';

/** What the server said to one call: its body, or why there is none. */
export type Called<T> = { readonly body: T } | { readonly fault: CallFault };

export interface CallFault {
  /** HTTP status; 0: nobody answered. */
  readonly status: number;
  /** `IOC_…`, or '' where the answer had none. */
  readonly code: string;
  /** Where in the request, as the server names it. */
  readonly path: string;
  readonly message: string;
}

/** One call of the server with the session's token; never throws but for its own abort. */
export async function callServer<T>(
  token: string,
  path: string,
  init: CallInit = {},
): Promise<Called<T>> {
  const response = await sendCall(token, path, init);
  if (!response) return { fault: { status: 0, code: '', path: '', message: '' } };
  const body = await response.json().catch(() => null);
  return response.ok ? { body: body as T } : { fault: faultOf(response.status, body) };
}

/** The same for an answer that is a file. */
export async function fetchFile(
  token: string,
  path: string,
  init: CallInit = {},
): Promise<Called<FileAnswer>> {
  const response = await sendCall(token, path, init);
  if (!response) return { fault: { status: 0, code: '', path: '', message: '' } };
  if (!response.ok) {
    return { fault: faultOf(response.status, await response.json().catch(() => null)) };
  }
  const name = /filename\*?="?(?:UTF-8'')?([^";]+)/.exec(
    response.headers.get('content-disposition') ?? '',
  )?.[1];
  return {
    body: {
      bytes: await response.blob(),
      name: name ? decodeURIComponent(name) : '',
      location: response.headers.get('content-location') ?? '',
    },
  };
}

export interface FileAnswer {
  readonly bytes: Blob;
  /** As the server calls it; '' where it does not say. */
  readonly name: string;
  /** Where the same file can be had again; '' where it is not kept. */
  readonly location: string;
}

function faultOf(status: number, body: unknown): CallFault {
  const { code, path, message } = (body ?? {}) as Partial<Record<keyof CallFault, unknown>>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { status, code: text(code), path: text(path), message: text(message) };
}
