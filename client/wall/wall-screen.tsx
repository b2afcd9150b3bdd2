import {
  type CSSProperties,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Board } from '../../shared/board/board.ts';
import { type Rerooting, rerootBoard } from '../../shared/board/reroot.ts';
import { BoardView } from '../board/board-view.tsx';
import type { Live } from '../store/live.ts';
import type { OrdersInForce } from '../store/orders.ts';
import { LiveContext, useLive } from '../store/use-answer.ts';
import { TileContext } from '../tile/tile-context.ts';
import { useLanguage } from '../ui/language.ts';
import { FigureCardPlace, useFigureCard } from './figure-card-place.tsx';
import { attentionRoom } from './fit-items.ts';
import { panesOf, shownScenes } from './rotation.ts';
import type { WallCatalogue } from './surroundings.ts';
import { useHealth } from './use-health.ts';
import { useKeys } from './use-keys.ts';
import { useLost } from './use-lost.ts';
import { useOpenTile } from './use-open-tile.ts';
import { useFreezing, useOrders } from './use-orders.ts';
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
  /** What says that the wall looks back; null: it shows the present. */
  readonly past: ReactNode;
}

/** The wall with its own course, or a director's. */
export function WallScreen(props: WallScreenProps) {
  const live = useLive();
  const inForce = useOrders();
  return (
    <LiveContext value={useFreezing(inForce?.orders.isFrozen === true)}>
      <WallStage {...props} live={live} inForce={inForce} />
    </LiveContext>
  );
}

interface WallStageProps extends WallScreenProps {
  /** What the screen itself knows, also while its figures are frozen. */
  readonly live: Live;
  readonly inForce: OrdersInForce | null;
}

function WallStage({ catalogue, isKiosk, scene, token, past, live, inForce }: WallStageProps) {
  const language = useLanguage();
  const [asked, setUnit] = useUnit(inForce?.orders);
  const card = useFigureCard();
  const { lit, openTile, lead } = useOpenTile(inForce);
  const place = { catalogue, language, asked, token, setUnit };
  const surroundings = useSurroundings({ ...place, openFigure: card.open, openTile });
  const { abnormalities: book } = surroundings;
  const to = useRerooting(surroundings, asked.isToday);
  const boards = useBoards(catalogue, to);
  const panes = Math.min(usePanes(), Math.max(boards.length, 1));
  const controls = useRotation({ boards, panes, book, scene, inForce });
  const [hasChrome, toggleChrome] = useChrome(isKiosk);
  lead(boards, controls.go);
  useKeys(controls, toggleChrome);
  const shown = shownScenes({ ...controls.rotation, count: boards.length }, panes);
  useHealth(live, boards[shown[0] ?? -1]?.id ?? null, inForce?.revision ?? 0);
  return (
    <TileContext value={surroundings}>
      <WallFrame isPast={past !== null} panes={panes}>
        <WallHeader
          place={to.unitName[language]}
          shown={shown.flatMap((at) => boards[at] ?? [])}
          isDemo={catalogue.pack.demo === true}
          isFrozen={inForce?.orders.isFrozen === true}
          past={past}
          language={language}
        />
        <Panes boards={boards} shown={shown} lit={lit} linger={controls.linger} />
        <WallFooter
          book={book}
          boards={boards}
          shown={shown}
          language={language}
          go={controls.go}
          room={attentionRoom(panes, boards.length, hasChrome)}
        >
          {hasChrome && <WallControls controls={controls} language={language} />}
        </WallFooter>
        <FigureCardPlace card={card} linger={controls.linger} />
      </WallFrame>
    </TileContext>
  );
}

interface WallFrameProps {
  readonly isPast: boolean;
  readonly panes: number;
  readonly children: ReactNode;
}

function WallFrame({ isPast, panes, children }: WallFrameProps) {
  return (
    <main className="wall" data-lost={useLost()} data-past={isPast} style={panesStyle(panes)}>
      {children}
    </main>
  );
}

function useBoards({ boards }: WallCatalogue, to: Rerooting): readonly Board[] {
  return useMemo(() => boards.map((board) => rerootBoard(board, to)), [boards, to]);
}

interface PanesProps {
  readonly boards: readonly Board[];
  readonly shown: readonly number[];
  /** `board/tile` */
  readonly lit: string | null;
  readonly linger: () => void;
}

function Panes({ boards, shown, lit, linger }: PanesProps) {
  return (
    <div className="wall-stage" onPointerDown={linger}>
      {boards.map((board, at) => (
        <div key={board.id} className="pane" style={slotStyle(Math.max(shown.indexOf(at), 0))}>
          <BoardView
            board={board}
            isShown={shown.includes(at)}
            spotlight={lit?.startsWith(`${board.id}/`) ? lit.slice(board.id.length + 1) : null}
          />
        </div>
      ))}
    </div>
  );
}

function useChrome(isKiosk: boolean) {
  const [hasChrome, setChrome] = useState(!isKiosk);
  return [hasChrome, useCallback(() => setChrome((has) => !has), [])] as const;
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
