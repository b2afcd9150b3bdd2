import { settingWord } from '../../../shared/board/edit/setting-words.ts';
import { faultText } from '../../../shared/board/edit/verdict-words.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams } from '../../ui/use-place.ts';
import { saveBodyAsFile } from './board-file.ts';
import { SAVE_WORDS } from './save-words.ts';
import type { Shelf } from './use-shelf.ts';
import type { ReadVersion } from './use-versions.ts';

interface BrokenVersionProps {
  readonly id: string;
  readonly version: number;
  readonly read: ReadVersion;
}

/** A saved version that is no board (any more): what is wrong in it, and the file, so that nothing is lost. */
export function BrokenVersion({ id, version, read }: BrokenVersionProps) {
  const { language } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  const [fault] = read.faults;
  // Entries are counted from one, as people count.
  const nameOf = (key: string | number) =>
    typeof key === 'number' ? String(key + 1) : settingWord(key)[language];
  const where = fault?.path.map(nameOf).join(' › ');
  return (
    <div className="ed-broken" role="alert">
      <p>
        {words.broken(version)}
        {fault && ` ${where ? `${where}: ` : ''}${faultText(fault, language)}.`}
      </p>
      <button
        type="button"
        className="quiet-button"
        onClick={() => saveBodyAsFile(read.body, `${id}-${version}`)}
      >
        {words.exportBroken}
      </button>
    </div>
  );
}

/** Boards that somebody put on the wall and that it cannot show any more: the pack's stand there instead. */
export function LeftOut({ shelf }: { readonly shelf: Shelf }) {
  const { language } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  const titleOf = (id: string) =>
    shelf.pack.find((board) => board.id === id)?.title[language] ??
    shelf.saved.find((head) => head.id === id)?.title ??
    id;
  return shelf.placed.map(
    ({ id, version, fault }) =>
      fault && (
        <div key={id} className="ed-broken" role="alert">
          <p>
            {words.leftOut(titleOf(id), version)} {fault.message} ({fault.code})
          </p>
          <button type="button" className="quiet-button" onClick={() => changeParams({ id })}>
            {words.openIt}
          </button>
        </div>
      ),
  );
}
