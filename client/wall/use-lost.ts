import { useEffect, useState } from 'react';
import { useLiveState } from '../store/use-answer.ts';

/** A reconnection this short is nobody's business. */
const GRACE_MS = 8000;

/** Whether the connection has been gone for longer than a moment. */
export function useLost(): boolean {
  const isOnline = useLiveState(({ connection }) => connection === 'online');
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (isOnline) {
      setLost(false);
      return;
    }
    const timer = setTimeout(() => setLost(true), GRACE_MS);
    return () => clearTimeout(timer);
  }, [isOnline]);
  return isLost;
}
