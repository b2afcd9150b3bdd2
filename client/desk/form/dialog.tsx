import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useLanguage } from '../../ui/language.ts';
import '../../ui/dialog.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

/**
 * A form or card over the desk; Escape, its button and a press outside close it, and the focus goes back. What is
 * marked `data-first` has it at first.
 */
export function Dialog({ title, onClose, children, className = '' }: DialogProps) {
  const isVi = useLanguage() === 'vi';
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    const press = ({ target }: Event) => {
      if (target === dialog) dialog.close();
    };
    const closed = () => close.current();
    dialog.addEventListener('pointerdown', press);
    dialog.addEventListener('close', closed);
    return () => {
      dialog.removeEventListener('pointerdown', press);
      dialog.removeEventListener('close', closed);
      dialog.close();
    };
  }, []);
  return (
    <dialog ref={ref} className={`dialog desk-dialog ${className}`} aria-labelledby={id}>
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="dialog-close" onClick={() => ref.current?.close()}>
          {isVi ? 'Đóng' : 'Close'} <kbd>Esc</kbd>
        </button>
      </header>
      {children}
    </dialog>
  );
}
