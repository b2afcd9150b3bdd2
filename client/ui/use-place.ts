import { useMemo } from 'react';
import { goToAddress, type Step, useAddress } from './address.ts';

/** Where the page is: everything that another person needs to see the same lies in the address. */
export interface Place {
  /** `/studio/ask` */
  readonly pathname: string;
  readonly params: URLSearchParams;
}

/** The place in the address, also after back and forward. */
export function usePlace(): Place {
  const address = useAddress();
  return useMemo(() => {
    const [pathname = '', search = ''] = address.split('?');
    return { pathname, params: new URLSearchParams(search) };
  }, [address]);
}

/** Goes to a place; one that is already there changes nothing. */
export function goTo(pathname: string, params: URLSearchParams, step: Step = 'push'): void {
  goToAddress(addressOf(pathname, params), step);
}

/** Sets some parameters of the present place; null or empty takes one away. */
export function changeParams(
  changes: Readonly<Record<string, string | null>>,
  step: Step = 'push',
): void {
  goTo(location.pathname, changedParams(new URLSearchParams(location.search), changes), step);
}

/** A copy with these changes. */
export function changedParams(
  params: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** Commas and colons stay as they are: a link is read by people too. */
export function addressOf(pathname: string, params: URLSearchParams): string {
  const search = params.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');
  return search ? `${pathname}?${search}` : pathname;
}
