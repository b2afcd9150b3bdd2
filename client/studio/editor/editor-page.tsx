import { useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { usePlace } from '../../ui/use-place.ts';
import { BoardEditor } from './board-editor.tsx';
import { draftOf } from './use-editor.ts';
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

/** The newest version that was saved, else the pack's board, else what was only begun. */
function OpenBoard({ id, shelf, onDone }: OpenBoardProps) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  // What is saved later is this editor's own, or is told as a conflict: it must not begin anew.
  const [version] = useState(() => shelf.saved.find((head) => head.id === id)?.version ?? 0);
  const read = useVersion(id, version);
  const pack: Board | null = shelf.pack.find((board) => board.id === id) ?? null;
  if (read === undefined) return <p className="studio-wait">{words.loading}</p>;
  const kept = read ?? pack;
  const board = kept ?? draftOf(id);
  if (!board) return <p className="studio-wait">{words.unknown}</p>;
  return (
    <BoardEditor
      initial={board}
      saved={{ version: read ? version : 0, board: kept }}
      shelf={shelf}
      onDone={onDone}
    />
  );
}
