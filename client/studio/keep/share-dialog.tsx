import { useId, useRef, useState } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { usePlace } from '../../ui/use-place.ts';
import { originOf } from './chart-document.ts';
import { type ChartDialogProps, KeepDialog } from './keep-dialog.tsx';
import { KEEP_WORDS } from './keep-words.ts';
import { savedAddress } from './open-saved.ts';

/** Links to the whole state and, where it is saved, to the document; neither holds a token. */
export function ShareDialog({ onClose }: ChartDialogProps) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const { params } = usePlace();
  const origin = originOf(params);
  return (
    <KeepDialog title={words.share} onClose={onClose}>
      <LinkLine name={words.stateLink} link={location.href} />
      {origin && (
        <LinkLine name={words.documentLink} link={`${location.origin}${savedAddress(origin.id)}`} />
      )}
      <p className="keep-note">{words.tokenNote}</p>
    </KeepDialog>
  );
}

function LinkLine({ name, link }: { name: string; link: string }) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    field.current?.select();
    // A page that came over plain HTTP from another machine has no clipboard: the text is selected all the same.
    navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="keep-form">
      <label htmlFor={id}>{name}</label>
      <div className="link-line">
        <input id={id} ref={field} className="text-field" readOnly value={link} />
        <button type="button" className="plain-button" onClick={copy}>
          {isCopied ? words.copied : words.copy}
        </button>
      </div>
    </div>
  );
}
