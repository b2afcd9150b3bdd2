import { useRef } from 'react';
import type { Board, Tile } from '../../../shared/board/board.ts';
import { growToFit } from '../../../shared/board/edit/grow.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { usePlace } from '../../ui/use-place.ts';
import { useStudio } from '../studio-context.ts';
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
import { type SavedBoard, useSaving } from './use-saving.ts';
import type { Shelf } from './use-shelf.ts';
import { VerdictList } from './verdict-list.tsx';
import { useVerdicts } from './verdicts.ts';
import { VersionsPanel } from './versions-panel.tsx';
import { WALL_SIZES } from './wall-sizes.ts';
import { EDITOR_WORDS } from './words.ts';
import './editor.css';

interface BoardEditorProps {
  readonly initial: Board;
  readonly saved: SavedBoard;
  readonly shelf: Shelf;
  /** Something was saved or put on the wall. */
  readonly onDone: () => void;
}

/** Palette, drawing board and settings around one board. */
export function BoardEditor({ initial, saved, shelf, onDone }: BoardEditorProps) {
  const { language } = useTileSurroundings();
  const said = useSaid();
  const editor = useEditor(initial, said.sayStep);
  const act = useActing(editor, said.say);
  const pane = useRef<HTMLDivElement>(null);
  const dragging = useDrag(editor.board, pane, act);
  const verdicts = useVerdicts(editor.board, shelf, language);
  const saving = useSaving(editor.board, saved, onDone);
  const onKeyDown = useTileKeys(editor, act);
  const size = useSize();
  useHistoryKeys(editor);
  useLeaveGuard(saving.isChanged);
  const grow = (tile: string) => {
    const outcome = editor.take(growToFit(editor.board, tile));
    if ('refused' in outcome) said.say(EDITOR_WORDS[language].noGrow);
  };
  return (
    <div className="ed">
      <Palette
        ground={useGround(shelf)}
        onGrab={(event, tile) => dragging.begin(event, { kind: 'new', tile })}
        onAdd={(tile: Tile) => act({ kind: 'add', tile, at: null })}
      />
      <div className="ed-middle">
        <h1 className="unseen">{editor.board.title[language]}</h1>
        <Toolbar editor={editor} shelf={shelf}>
          <FileMenu editor={editor} say={said.say} />
          <SaveButtons saving={saving} faults={verdicts.length} say={said.say} />
        </Toolbar>
        <Stage
          {...{ editor, dragging, pane, size, verdicts, onKeyDown }}
          next={nextOf(shelf.pack, initial)}
        />
        <div className="ed-below">
          <p id="ed-canvas-help" className={said.text ? 'unseen' : 'ed-hint'}>
            {EDITOR_WORDS[language].canvasHelp}
          </p>
          <p className="ed-said" aria-live="polite">
            {said.text}
          </p>
          <SizePick size={size} />
        </div>
        <VerdictList
          board={editor.board}
          verdicts={verdicts}
          onPick={editor.select}
          onGrow={grow}
        />
      </div>
      <SidePanel
        settings={<SettingsPanel editor={editor} layers={shelf.layers} act={act} />}
        versions={
          <VersionsPanel
            {...{ editor, saving }}
            pack={shelf.pack.find(({ id }) => id === initial.id) ?? null}
            placed={shelf.placed.find(({ id }) => id === initial.id)}
            others={shelf.pack.map(({ id }) => id)}
            say={said.say}
          />
        }
      />
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
