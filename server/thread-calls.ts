import type { TransferListItem } from 'node:worker_threads';
import { type ErrorCode, IocError } from './errors.ts';

/** Async functions that one thread offers another. */
export type Calls<T> = { readonly [K in keyof T]: (...args: never[]) => Promise<unknown> };

/** A worker or a message port. */
export interface Endpoint {
  postMessage(message: unknown, transfer?: readonly TransferListItem[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

interface Request {
  readonly call: number;
  readonly name: string;
  readonly args: readonly unknown[];
}
interface Failure {
  readonly message: string;
  readonly stack: string;
  readonly code?: ErrorCode;
  readonly where?: string;
}
interface Reply {
  readonly reply: number;
  readonly value?: unknown;
  readonly failure?: Failure;
}

/** Answers the calls that come over `endpoint`; messages of another shape are left to other listeners. */
export function serveCalls<T extends Calls<T>>(endpoint: Endpoint, offered: T): void {
  const functions = new Map<string, (...args: never[]) => Promise<unknown>>(
    Object.entries<(...args: never[]) => Promise<unknown>>(offered),
  );
  endpoint.on('message', (message) => {
    if (!isRequest(message)) return;
    const { call, name, args } = message;
    const reply = (rest: Omit<Reply, 'reply'>) => endpoint.postMessage({ reply: call, ...rest });
    const run = functions.get(name);
    if (!run) return reply({ failure: { message: `no call ${name}`, stack: '' } });
    run(...(args as never[])).then(
      (value) => reply({ value }),
      (error: unknown) => reply({ failure: describeFailure(error) }),
    );
  });
}

/** The other side: each call of `names` becomes a message and waits for its reply. */
export function callsOver<T extends Calls<T>>(
  endpoint: Endpoint,
  names: readonly (keyof T & string)[],
) {
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let last = 0;
  endpoint.on('message', (message) => {
    if (!isReply(message)) return;
    const waiter = waiting.get(message.reply);
    waiting.delete(message.reply);
    if (message.failure) waiter?.reject(restoreFailure(message.failure));
    else waiter?.resolve(message.value);
  });
  const call = (name: string, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const moved = args.map(movable);
      endpoint.postMessage({ call: last, name, args: moved }, transferable(moved));
    });
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const entries = names.map((name) => [name, (...args: unknown[]) => call(name, args)]);
  return { calls: Object.fromEntries(entries) as T, failAll };
}

/** Bytes that own their whole buffer move; a view on a shared pool is copied first, for the pool must stay. */
function movable(arg: unknown): unknown {
  if (!(arg instanceof Uint8Array)) return arg;
  const ownsBuffer = arg.buffer instanceof ArrayBuffer && arg.byteLength === arg.buffer.byteLength;
  return ownsBuffer ? arg : new Uint8Array(arg);
}

function transferable(args: readonly unknown[]): ArrayBuffer[] {
  return args.flatMap((arg) =>
    arg instanceof Uint8Array && arg.buffer instanceof ArrayBuffer ? [arg.buffer] : [],
  );
}

function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error), stack: '' };
  const { message, stack = '' } = error;
  if (!(error instanceof IocError)) return { message, stack };
  const failure = { message, stack, code: error.code };
  return error.where === undefined ? failure : { ...failure, where: error.where };
}

function restoreFailure({ message, stack, code, where }: Failure): Error {
  const error = code
    ? new IocError(code, where === undefined ? {} : { where })
    : new Error(message);
  error.message = message;
  error.stack = stack;
  return error;
}

function isRequest(message: unknown): message is Request {
  return typeof message === 'object' && message !== null && 'call' in message;
}
function isReply(message: unknown): message is Reply {
  return typeof message === 'object' && message !== null && 'reply' in message;
}
