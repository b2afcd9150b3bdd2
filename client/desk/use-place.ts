import { useMemo } from 'react';
import { goToAddress, type Step, useAddress } from '../ui/address.ts';
import { changedAddress, type Place, type PlaceChange, placeOf } from './place.ts';

/** All state of the desk that another operator should see under the same link; it follows the address. */
export function usePlace(): Place {
  const address = useAddress();
  return useMemo(() => placeOf(new URL(address, location.origin)), [address]);
}

/** Changes values of the place that is shown. */
export function changePlace(change: PlaceChange, step: Step = 'push'): void {
  goToAddress(changedAddress(placeOf(location), change), step);
}

/** Keeps something with this step of the history, for when back leads to it. */
export function keepInHistory(name: string, value: string | number): void {
  history.replaceState({ ...history.state, [name]: value }, '');
}

/** What was kept with this step. */
export function keptInHistory(name: string): unknown {
  return (history.state as Record<string, unknown> | null)?.[name];
}
