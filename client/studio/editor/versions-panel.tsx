import { useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { diffBoards } from '../../../shared/board/edit/diff.ts';
import { changeText } from '../../../shared/board/edit/diff-words.ts';
import type { DocumentHead } from '../../../shared/document/document.ts';
import { formatDate, formatTime } from '../../../shared/unit/format-time.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams } from '../../ui/use-place.ts';
import { BrokenVersion } from './broken-version.tsx';
import { dropDraft } from './drafts.ts';
import { faultText } from './save-buttons.tsx';
import { SAVE_WORDS } from './save-words.ts';
import type { Editor } from './use-editor.ts';
import { useNameOf } from './use-said.ts';
import type { Saving } from './use-saving.ts';
import type { Shelf } from './use-shelf.ts';
import { useHistory, useVersion } from './use-versions.ts';

interface VersionsPanelProps {
  readonly editor: Editor;
  readonly saving: Saving;
  readonly shelf: Shelf;
  readonly say: (text: string) => void;
}

/** Every version with what has changed since; one of them can be taken back or put on the wall. */
export function VersionsPanel(props: VersionsPanelProps) {
  const { editor, saving } = props;
  const { pack, placed } = placesOf(props);
  const { language } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  const heads = useHistory(editor.board.id, saving.saved.version);
  const [chosen, choose] = useState<number | null>(null);
  const kept = heads?.filter(({ removed }) => !removed) ?? [];
  const shown = chosen ?? kept[0]?.version ?? 0;
  const rows = [...kept.map((head) => ({ version: head.version, head })), ...(pack ? [PACK] : [])];
  return (
    <section className="ed-settings" aria-label={words.versions}>
      {rows.length === 0 && <p className="ed-hint">{words.none}</p>}
      <ul className="ed-versions">
        {rows.map(({ version, head }) => (
          <li key={version}>
            <button
              type="button"
              className="list-item"
              aria-pressed={version === shown}
              onClick={() => choose(version)}
            >
              <VersionName version={version} head={head} />
              {(placed?.version ?? 0) === version && (
                <span className="list-note">{words.onWall}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {rows.length > 0 && <VersionSheet {...props} version={shown} />}
      {kept.length > 0 && <Discard {...props} />}
    </section>
  );
}

/** The board of the pack and what is on the wall instead, where there is any. */
function placesOf({ editor, shelf }: VersionsPanelProps) {
  const { id } = editor.board;
  const pack = shelf.pack.find((board) => board.id === id) ?? null;
  return { pack, placed: shelf.placed.find((board) => board.id === id) };
}

/** What was saved is put aside; the pack's board, or another one, is opened. */
function Discard({ editor, saving, shelf, say }: VersionsPanelProps) {
  const { language } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  const { id } = editor.board;
  const discard = async () => {
    const fault = await saving.discard();
    if (fault) return say(faultText(fault, language));
    dropDraft(id);
    changeParams({ id: shelf.pack.find((other) => other.id !== id)?.id ?? null });
  };
  return (
    <p className="ed-actions">
      <button type="button" className="quiet-button" onClick={() => void discard()}>
        {words.discard}
      </button>
    </p>
  );
}

const PACK = { version: 0, head: null };

function VersionName({ version, head }: { version: number; head: DocumentHead | null }) {
  const { language } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  if (!head) return <span>{words.pack}</span>;
  return (
    <span>
      {words.version(version)}
      <span className="cell-note">
        {formatTime(head.at)} {formatDate(head.at)} · {head.by}
      </span>
    </span>
  );
}

function VersionSheet(props: VersionsPanelProps & { version: number }) {
  const { editor, version } = props;
  const { pack } = placesOf(props);
  const { language } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  const nameOf = useNameOf();
  const read = useVersion(editor.board.id, version);
  const kept = read === null ? null : read?.board;
  const board = version === 0 ? pack : kept;
  if (read && !read.board)
    return <BrokenVersion id={editor.board.id} version={version} read={read} />;
  if (!board) return <p className="ed-hint">{board === undefined ? words.reading : words.none}</p>;
  const changes = diffBoards(board, editor.board).map((change) =>
    changeText(change, language, nameOf),
  );
  return (
    <>
      <h2 className="ed-heading ed-charts">{words.changes}</h2>
      {changes.length === 0 ? (
        <p className="ed-hint">{words.same}</p>
      ) : (
        <ul className="ed-changes">
          {changes.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <VersionActions {...props} board={board} isSame={changes.length === 0} />
    </>
  );
}

interface ActionsProps extends VersionsPanelProps {
  readonly version: number;
  readonly board: Board;
  readonly isSame: boolean;
}

function VersionActions(props: ActionsProps) {
  const { editor, saving, say, version, board, isSame } = props;
  const { pack, placed } = placesOf(props);
  const { language } = useTileSurroundings();
  const words = SAVE_WORDS[language];
  const takeBack = () => {
    editor.take({ board });
    say(words.takenBack(version === 0 ? words.pack : words.version(version)));
  };
  const place = async () => {
    const fault = await saving.place(version);
    say(fault ? faultText(fault, language) : words.placed(version));
  };
  const withdraw = async () => {
    const fault = await saving.withdraw();
    say(fault ? faultText(fault, language) : words.withdrawn);
  };
  return (
    <p className="ed-actions">
      <button type="button" className="quiet-button" disabled={isSame} onClick={takeBack}>
        {words.takeBack}
      </button>
      {version > 0 && placed?.version !== version && (
        <button type="button" className="quiet-button" onClick={() => void place()}>
          {words.placeThis}
        </button>
      )}
      {placed && (version === 0 || placed.version === version) && (
        <button type="button" className="quiet-button" onClick={() => void withdraw()}>
          {pack ? words.withdraw : words.takeOff}
        </button>
      )}
    </p>
  );
}
