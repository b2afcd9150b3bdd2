import { useEffect, useState } from 'react';
import { useDesk } from '../desk-context.ts';
import { LIST_WORDS } from './list-words.ts';

const SAID_MS = 2500;

/** Puts the address of what is shown on the clipboard, for another operator. */
export function CopyLink() {
  const words = LIST_WORDS[useDesk().language];
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => {
    void navigator.clipboard.writeText(location.href).then(() => setCopied(true));
  };
  return (
    <button type="button" className="action" onClick={copy}>
      <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
    </button>
  );
}
