import { type RefObject, useEffect, useRef } from 'react';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Arrow keys move the focus among the `data-stop` elements inside; up from the first goes back to the search field,
 * down from it to the first.
 */
export function useListKeys(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = box;
    current?.addEventListener('keydown', moveInList);
    return () => current?.removeEventListener('keydown', moveInList);
  }, []);
  return box;
}

function moveInList(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const { currentTarget: box, target } = event;
  if (!step || !(box instanceof Element)) return;
  const isTyping = target instanceof HTMLInputElement && target.type === 'search';
  if (isTyping && event.key !== 'ArrowDown') return;
  const all = [...box.querySelectorAll<HTMLElement>('[data-stop]')];
  const stops = all.filter((each) => each.checkVisibility());
  const at = stops.findIndex((each) => each.matches(':focus'));
  const next = step(at, stops.length - 1);
  const search = box.querySelector<HTMLElement>('input[type="search"]');
  const goal = next < 0 ? search : stops[next];
  if (!goal) return;
  event.preventDefault();
  goal.focus();
}
