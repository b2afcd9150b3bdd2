import { useLanguage } from '../ui/language.ts';
import { WORDS } from './words.ts';

interface SwitchProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly flip: () => void;
}

/** Says its state in a word, not by colour alone. */
export function Switch({ name, isOn, flip }: SwitchProps) {
  const words = WORDS[useLanguage()];
  return (
    <button type="button" role="switch" aria-checked={isOn} className="pick" onClick={flip}>
      {name} <b>{isOn ? words.on : words.off}</b>
    </button>
  );
}
