import { IocError } from './errors.ts';

/**
 * Ends the thread the core runs in; the process is told why and stops. An error loses its class on the way to another
 * thread, so the code goes into the message.
 */
export function endThread(cause: unknown): void {
  queueMicrotask(() => {
    throw cause instanceof IocError
      ? new Error(`${cause.code} ${cause.message}`, { cause })
      : cause;
  });
}
