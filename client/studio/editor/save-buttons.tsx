import { useTileSurroundings } from '../../tile/tile-context.ts';
import type { CallFault } from '../call.ts';
import { SAVE_WORDS } from './save-words.ts';
import type { Saving } from './use-saving.ts';

interface SaveButtonsProps {
  readonly saving: Saving;
  /** Verdicts that keep the board from the wall. */
  readonly faults: number;
  readonly say: (text: string) => void;
}

/** Saving is always possible and says what keeps the board from the wall; the wall takes only what can be read. */
export function SaveButtons({ saving, faults, say }: SaveButtonsProps) {
  const { language } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  const save = async (): Promise<number | null> => {
    if (!saving.isChanged && saving.saved.version > 0) return saving.saved.version;
    const done = await saving.save();
    if ('fault' in done) {
      say(faultText(done.fault, language));
      return null;
    }
    say(words.saved(done.version) + (faults > 0 ? ` ${words.notForWall(faults)}` : ''));
    return done.version;
  };
  const place = async () => {
    if (faults > 0) return say(words.notForWall(faults));
    const version = await save();
    if (version === null) return;
    const fault = await saving.place(version);
    say(fault ? faultText(fault, language) : words.placed(version));
  };
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        disabled={!saving.isChanged}
        onClick={() => void save()}
      >
        {words.save}
      </button>
      <button type="button" className="ed-main-button" onClick={() => void place()}>
        {words.place}
      </button>
    </>
  );
}

/** Why the server did not do it; its own words where there is no better one. */
export function faultText({ status, code, message }: CallFault, language: 'vi' | 'en'): string {
  const words = SAVE_WORDS[language];
  if (status === 0) return words.noServer;
  if (code === 'IOC_STORE_CONFLICT') return words.conflict;
  if (status === 403) return words.forbidden;
  return `${words.refused}: ${message || code}`;
}
