import { useCallback, useEffect, useState } from 'react';

/** The unit in the address (`?unit=718`), and a way to another one: a district has its own URL, back leads back. */
export function useUnit(): readonly [string | null, (unit: string | null) => void] {
  const [unit, setUnit] = useState(unitInAddress);
  useEffect(() => {
    const follow = () => setUnit(unitInAddress());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const open = useCallback((next: string | null) => {
    const address = new URL(location.href);
    if (next === null) address.searchParams.delete('unit');
    else address.searchParams.set('unit', next);
    history.pushState(null, '', address);
    setUnit(next);
  }, []);
  return [unit, open];
}

const unitInAddress = () => new URLSearchParams(location.search).get('unit');
