import { useLanguage } from '../ui/language.ts';
import { useModal } from './use-modal.ts';
import { STUDIO_WORDS } from './words.ts';

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const words = STUDIO_WORDS[useLanguage()];
  const dialog = useModal(onClose);
  return (
    <dialog ref={dialog} className="studio-dialog" aria-labelledby="keys-title">
      <header className="studio-dialog-head">
        <h2 id="keys-title">{words.keys}</h2>
        <button type="button" className="quiet-button" onClick={onClose}>
          {words.close}
        </button>
      </header>
      <dl className="key-list">
        {words.keyHelp.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
