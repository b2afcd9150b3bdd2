import { type CSSProperties, useCallback, useEffect, useMemo, useState } from 'react';
import { BoardView } from '../board/board-view.tsx';
import { TileContext } from '../tile/tile-context.ts';
import { useLanguage } from '../ui/language.ts';
import { attentionRoom } from './fit-items.ts';
import { rerootBoard } from './reroot.ts';
import { panesOf, shownScenes } from './rotation.ts';
import type { WallCatalogue } from './surroundings.ts';
import { useKeys } from './use-keys.ts';
import { useLost } from './use-lost.ts';
import { useRerooting } from './use-rerooting.ts';
import { useRotation } from './use-rotation.ts';
import { useSurroundings } from './use-surroundings.ts';
import { useUnit } from './use-unit.ts';
import { WallControls } from './wall-controls.tsx';
import { WallFooter } from './wall-footer.tsx';
import { WallHeader } from './wall-header.tsx';
import './wall.css';

interface WallScreenProps {
  readonly catalogue: WallCatalogue;
  readonly isKiosk: boolean;
  /** Id of the one scene to stay on. */
  readonly scene: string | null;
  readonly token: string;
}

export function WallScreen({ catalogue, isKiosk, scene, token }: WallScreenProps) {
  const language = useLanguage();
  const [asked, setUnit] = useUnit();
  const { pack } = catalogue;
  const surroundings = useSurroundings({ catalogue, language, asked, token, setUnit });
  const { abnormalities } = surroundings;
  const to = useRerooting(surroundings, asked.isToday);
  const place = to.unitName[language];
  const boards = useMemo(
    () => catalogue.boards.map((board) => rerootBoard(board, to)),
    [catalogue, to],
  );
  const panes = Math.min(usePanes(), Math.max(boards.length, 1));
  const controls = useRotation(boards, panes, abnormalities, scene);
  const [hasChrome, setChrome] = useState(!isKiosk);
  useKeys(
    controls,
    useCallback(() => setChrome((has) => !has), []),
  );
  const shown = shownScenes({ ...controls.rotation, count: boards.length }, panes);
  return (
    <TileContext value={surroundings}>
      <main className="wall" data-lost={useLost()} style={panesStyle(panes)}>
        <WallHeader
          place={place}
          shown={shown.flatMap((at) => boards[at] ?? [])}
          isDemo={pack.demo === true}
          language={language}
        />
        <div className="wall-stage" onPointerDown={controls.linger}>
          {boards.map((board, at) => (
            <div key={board.id} className="pane" style={slotStyle(Math.max(shown.indexOf(at), 0))}>
              <BoardView board={board} isShown={shown.includes(at)} />
            </div>
          ))}
        </div>
        <WallFooter
          book={abnormalities}
          boards={boards}
          shown={shown}
          language={language}
          go={controls.go}
          room={attentionRoom(panes, hasChrome)}
        >
          {hasChrome && <WallControls controls={controls} language={language} />}
        </WallFooter>
      </main>
    </TileContext>
  );
}

const panesStyle = (panes: number) => ({ '--panes': panes }) as CSSProperties;
const slotStyle = (slot: number) => ({ '--slot': slot }) as CSSProperties;

function usePanes(): number {
  const [panes, setPanes] = useState(() => panesOf(innerWidth, innerHeight));
  useEffect(() => {
    const measure = () => setPanes(panesOf(innerWidth, innerHeight));
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return panes;
}
