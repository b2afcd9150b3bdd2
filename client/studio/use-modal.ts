import { type RefObject, useEffect, useRef } from 'react';

/** Opens the dialog over the page; Escape and a press outside close it, and focus goes back to where it was. */
export function useModal(onClose: () => void): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    // What is opened to be searched or named is typed into at once.
    dialog.querySelector<HTMLElement>('input[type="search"], [data-first]')?.focus();
    const closed = () => close.current();
    const press = ({ target }: Event) => {
      if (target === dialog) close.current();
    };
    dialog.addEventListener('close', closed);
    dialog.addEventListener('pointerdown', press);
    return () => {
      dialog.removeEventListener('close', closed);
      dialog.removeEventListener('pointerdown', press);
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return ref;
}
