import { IocError } from '../errors.ts';

/** Optimistic: whoever writes says what was newest when they looked; undefined writes whatever that is. */
export function checkNewest(where: string, expected: number | undefined, came: number): void {
  if (expected === undefined || expected === came) return;
  throw new IocError('IOC_STORE_CONFLICT', { where, expected, came });
}
