import { type ReactNode, useEffect, useRef } from 'react';
import type { Board, Tile } from '../../../shared/board/board.ts';
import { growToFit } from '../../../shared/board/edit/grow.ts';
import type { History } from '../../../shared/board/edit/history.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { usePlace } from '../../ui/use-place.ts';
import { useStudio } from '../studio-context.ts';
import { LeftOut } from './broken-version.tsx';
import { keepDraft, type SavedBoard } from './drafts.ts';
import { FileMenu } from './file-menu.tsx';
import { Palette } from './palette.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { SidePanel } from './side-panel.tsx';
import { SizePick } from './size-pick.tsx';
import { Stage } from './stage.tsx';
import { Toolbar } from './toolbar.tsx';
import { useActing } from './use-acting.ts';
import { useDrag } from './use-drag.ts';
import { useEditor } from './use-editor.ts';
import { useHistoryKeys, useTileKeys } from './use-editor-keys.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useSaid } from './use-said.ts';
import { useSaving } from './use-saving.ts';
import type { Shelf } from './use-shelf.ts';
import { VerdictList } from './verdict-list.tsx';
import { useVerdicts } from './verdicts.ts';
import { VersionsPanel } from './versions-panel.tsx';
import { WALL_SIZES, type WallSize } from './wall-sizes.ts';
import { EDITOR_WORDS } from './words.ts';
import './editor.css';

interface BoardEditorProps {
  readonly initial: History;
  readonly saved: SavedBoard;
  readonly shelf: Shelf;
  /** Something was saved or put on the wall. */
  readonly onDone: () => void;
  /** What is to be told before anything is done. */
  readonly children?: ReactNode;
}

/** Palette, drawing board and settings around one board. */
export function BoardEditor(props: BoardEditorProps) {
  const { shelf } = props;
  const work = useBoardWork(props);
  const { editor, act, verdicts, saving, said } = work;
  const { language } = useTileSurroundings();
  const pane = useRef<HTMLDivElement>(null);
  const dragging = useDrag(editor.board, pane, act);
  const onKeyDown = useTileKeys(editor, act);
  const size = useSize();
  return (
    <div className="ed">
      <Palette
        ground={useGround(shelf)}
        onGrab={(event, tile) => dragging.begin(event, { kind: 'new', tile })}
        onAdd={(tile: Tile) => act({ kind: 'add', tile, at: null })}
      />
      <div className="ed-middle">
        <div>
          <h1 className="unseen">{editor.board.title[language]}</h1>
          {props.children}
          <LeftOut shelf={shelf} />
          <Toolbar editor={editor} shelf={shelf}>
            <FileMenu editor={editor} say={said.say} />
            <SaveButtons saving={saving} faults={verdicts.length} say={said.say} />
          </Toolbar>
        </div>
        <Stage
          {...{ editor, dragging, pane, size, verdicts, onKeyDown }}
          next={nextOf(shelf.pack, editor.board)}
        />
        <StatusLine said={said.text} size={size} />
        <VerdictList
          board={editor.board}
          verdicts={verdicts}
          onPick={editor.select}
          onGrow={work.grow}
        />
      </div>
      <SidePanel
        settings={<SettingsPanel editor={editor} layers={shelf.layers} act={act} />}
        versions={<VersionsPanel {...{ editor, saving, shelf }} say={said.say} />}
      />
    </div>
  );
}

/** The board under the hands, what is to be said of it, and where it is kept. */
function useBoardWork({ initial, saved, shelf, onDone }: BoardEditorProps) {
  const { language } = useTileSurroundings();
  const said = useSaid();
  const editor = useEditor(initial, said.sayStep);
  const act = useActing(editor, said.say);
  const verdicts = useVerdicts(editor.board, shelf, language);
  const saving = useSaving(editor.board, saved, onDone);
  useHistoryKeys(editor);
  useLeaveGuard(saving.isChanged);
  useEffect(
    () => keepDraft({ history: editor.history, saved: saving.saved }),
    [editor.history, saving.saved],
  );
  const grow = (tile: string) => {
    const outcome = editor.take(growToFit(editor.board, tile));
    if ('refused' in outcome) said.say(EDITOR_WORDS[language].noGrow);
  };
  return { editor, act, verdicts, saving, said, grow };
}

/** What was done last, or which keys do what; and the screen that the board is looked at for. */
function StatusLine({ said, size }: { said: string; size: WallSize }) {
  const { language } = useTileSurroundings();
  return (
    <div className="ed-below">
      <p id="ed-canvas-help" className={said ? 'unseen' : 'ed-hint'}>
        {EDITOR_WORDS[language].canvasHelp}
      </p>
      <p className="ed-said" aria-live="polite">
        {said}
      </p>
      <SizePick size={size} />
    </div>
  );
}

function useGround({ layers }: Shelf) {
  const { root } = useTileSurroundings();
  const { published } = useStudio().catalogue;
  const [figure] = published.keys();
  return { unit: root, boundaries: layers[0], figure };
}

function useSize() {
  const { params } = usePlace();
  const [first = { id: '', widthPx: 1920, heightPx: 1080 }] = WALL_SIZES;
  return WALL_SIZES.find(({ id }) => id === params.get('size')) ?? first;
}

function nextOf(boards: readonly Board[], { id }: Board): Board | null {
  const at = boards.findIndex((board) => board.id === id);
  const next = boards[(at + 1) % boards.length];
  return next && next.id !== id ? next : null;
}
