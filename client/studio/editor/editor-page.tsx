import { useRef } from 'react';
import type { Board, Tile } from '../../../shared/board/board.ts';
import { growToFit } from '../../../shared/board/edit/grow.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { usePlace } from '../../ui/use-place.ts';
import { useStudio } from '../studio-context.ts';
import { FileMenu } from './file-menu.tsx';
import { Palette } from './palette.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { SizePick } from './size-pick.tsx';
import { Stage } from './stage.tsx';
import { Toolbar } from './toolbar.tsx';
import { useActing } from './use-acting.ts';
import { useDrag } from './use-drag.ts';
import { draftOf, useEditor } from './use-editor.ts';
import { useHistoryKeys, useTileKeys } from './use-editor-keys.ts';
import { useLayers } from './use-layers.ts';
import { useSaid } from './use-said.ts';
import { VerdictList } from './verdict-list.tsx';
import { useVerdicts } from './verdicts.ts';
import { WALL_SIZES } from './wall-sizes.ts';
import { EDITOR_WORDS } from './words.ts';
import './editor.css';

/** `/studio/board?id=overview&size=4k`: draws a board of the wall. */
export function EditorPage() {
  const { language } = useTileSurroundings();
  const { params } = usePlace();
  const { boards } = useStudio().catalogue;
  const layers = useLayers();
  const words = EDITOR_WORDS[language];
  const id = params.get('id') ?? boards[0]?.id ?? '';
  const board = boards.find((each) => each.id === id) ?? draftOf(id);
  if (!layers) return <p className="studio-wait">{words.loading}</p>;
  if (!board) return <p className="studio-wait">{words.unknown}</p>;
  return <BoardEditor key={id} initial={board} layers={layers} />;
}

function BoardEditor({ initial, layers }: { initial: Board; layers: readonly string[] }) {
  const { language, root } = useTileSurroundings();
  const { boards, published } = useStudio().catalogue;
  const said = useSaid();
  const editor = useEditor(initial, said.sayStep);
  const act = useActing(editor, said.say);
  const pane = useRef<HTMLDivElement>(null);
  const dragging = useDrag(editor.board, pane, act);
  const verdicts = useVerdicts(editor.board, language);
  const onKeyDown = useTileKeys(editor, act);
  const size = useSize();
  useHistoryKeys(editor);
  const [figure] = published.keys();
  const ground = { unit: root, boundaries: layers[0], figure };
  return (
    <div className="ed">
      <Palette
        ground={ground}
        onGrab={(event, tile) => dragging.begin(event, { kind: 'new', tile })}
        onAdd={(tile: Tile) => act({ kind: 'add', tile, at: null })}
      />
      <div className="ed-middle">
        <Toolbar editor={editor} boards={boards} said={said.text}>
          <FileMenu editor={editor} say={said.say} />
        </Toolbar>
        <Stage
          {...{ editor, dragging, pane, size, verdicts, onKeyDown }}
          next={nextOf(boards, initial)}
        />
        <div className="ed-below">
          <p id="ed-canvas-help" className="ed-hint">
            {EDITOR_WORDS[language].canvasHelp}
          </p>
          <SizePick size={size} />
        </div>
        <VerdictList
          board={editor.board}
          verdicts={verdicts}
          onPick={editor.select}
          onGrow={(tile) => {
            const outcome = editor.take(growToFit(editor.board, tile));
            if ('refused' in outcome) said.say(EDITOR_WORDS[language].noGrow);
          }}
        />
      </div>
      <SettingsPanel editor={editor} layers={layers} act={act} />
    </div>
  );
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
