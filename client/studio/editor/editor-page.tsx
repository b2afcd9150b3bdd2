import { useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { historyOf } from '../../../shared/board/edit/history.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { usePlace } from '../../ui/use-place.ts';
import { BoardEditor } from './board-editor.tsx';
import { BrokenVersion } from './broken-version.tsx';
import { draftOf } from './drafts.ts';
import { type Shelf, useShelf } from './use-shelf.ts';
import { useVersion } from './use-versions.ts';
import { EDITOR_WORDS } from './words.ts';

/** `/studio/board?id=overview&size=4k`: draws a board of the wall. */
export function EditorPage() {
  const { language } = useTileSurroundings();
  const { params } = usePlace();
  const { shelf, reload } = useShelf();
  if (!shelf) return <p className="studio-wait">{EDITOR_WORDS[language].loading}</p>;
  const id = params.get('id') ?? shelf.pack[0]?.id ?? '';
  return <OpenBoard key={id} id={id} shelf={shelf} onDone={reload} />;
}

interface OpenBoardProps {
  readonly id: string;
  readonly shelf: Shelf;
  readonly onDone: () => void;
}

/** Unsaved work on it, else the newest version that was saved, else the pack's board. */
function OpenBoard({ id, shelf, onDone }: OpenBoardProps) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  // What is saved later is this editor's own, or is told as a conflict: it must not begin anew.
  const [version] = useState(() => shelf.saved.find((head) => head.id === id)?.version ?? 0);
  const [draft] = useState(() => draftOf(id));
  const read = useVersion(id, version);
  const pack: Board | null = shelf.pack.find((board) => board.id === id) ?? null;
  if (read === undefined) return <p className="studio-wait">{words.loading}</p>;
  const broken = read && !read.board ? <BrokenVersion {...{ id, version, read }} /> : null;
  const kept = read?.board ?? pack;
  const history = draft?.history ?? (kept && historyOf(kept));
  if (!history) return broken ?? <p className="studio-wait">{words.unknown}</p>;
  // A version that is no board stays the newest one: what is saved next comes after it.
  const saved = draft?.saved ?? { version: read ? version : 0, board: kept };
  return (
    <BoardEditor initial={history} saved={saved} shelf={shelf} onDone={onDone}>
      {broken}
    </BoardEditor>
  );
}
