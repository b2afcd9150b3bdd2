import { useCallback, useEffect, useState } from 'react';

/** What the address says the boards are about: `?unit=718`, and `?borders=today` for today's borders. */
export interface AskedPlace {
  readonly unit: string | null;
  readonly isToday: boolean;
}

/**
 * The place in the address, and a way to another unit: a district has its own URL, back leads back. A director's unit
 * goes before it.
 */
export function useUnit(
  directed: Pick<AskedPlace, 'unit'> | undefined,
): readonly [AskedPlace, (unit: string | null) => void] {
  const [place, setPlace] = useState(placeInAddress);
  useEffect(() => {
    const follow = () => setPlace(placeInAddress());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const open = useCallback((next: string | null) => {
    const address = new URL(location.href);
    if (next === null) address.searchParams.delete('unit');
    else address.searchParams.set('unit', next);
    history.pushState(null, '', address);
    setPlace(placeInAddress());
  }, []);
  return [directed ? { ...place, unit: directed.unit } : place, open];
}

function placeInAddress(): AskedPlace {
  const asked = new URLSearchParams(location.search);
  return { unit: asked.get('unit'), isToday: asked.get('borders') === 'today' };
}
