import { useEffect } from 'react';

const TYPES_TEXT = 'input:not([type="checkbox"], [type="radio"]), textarea, select';

/**
 * Single letters act while nobody types and no dialog is open; `keys` maps what is pressed (`l`, `?`, `1`) to what
 * happens. It must stay the same object between renders.
 */
export function useStudioKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = isForUs(event) ? keys[event.key.toLowerCase()] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [keys]);
}

function isForUs({ ctrlKey, metaKey, altKey, defaultPrevented, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return false;
  if (target instanceof Element && target.closest(TYPES_TEXT)) return false;
  return document.querySelector('dialog[open]') === null;
}
