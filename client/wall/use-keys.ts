import { useEffect } from 'react';
import { toggleLanguage } from '../ui/language.ts';
import { toggleTheme } from '../ui/theme.ts';
import { sceneOfKey } from './scene-key.ts';
import type { RotationControls } from './use-rotation.ts';
import { toggleFullScreen } from './wall-controls.tsx';

/** Space pauses, arrows, pages and numbers change the scene, F full screen, H hides the controls, L language, T theme. */
export function useKeys(
  { go, move, togglePause }: RotationControls,
  toggleChrome: () => void,
): void {
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      ' ': togglePause,
      arrowright: () => move(1),
      arrowleft: () => move(-1),
      pagedown: () => move(1),
      pageup: () => move(-1),
      f: toggleFullScreen,
      h: toggleChrome,
      l: toggleLanguage,
      t: toggleTheme,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isCardOpen()) return;
      const isOnButton = event.key === ' ' && event.target instanceof HTMLButtonElement;
      const scene = sceneOfKey(event);
      const act = scene === undefined ? acts[event.key.toLowerCase()] : () => go(scene);
      if (!act || isOnButton) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go, move, togglePause, toggleChrome]);
}

/** Behind an open card nothing moves. */
function isCardOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
