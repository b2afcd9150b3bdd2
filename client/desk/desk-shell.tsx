import {
  type ComponentType,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Me } from '../../shared/account/account.ts';
import { TileContext } from '../tile/tile-context.ts';
import { ErrorFence } from '../ui/error-fence.tsx';
import { FigureCardPlace, type OpenCard, useFigureCard } from '../wall/figure-card-place.tsx';
import type { WallCatalogue } from '../wall/surroundings.ts';
import { useSurroundings } from '../wall/use-surroundings.ts';
import { DeskContext, type DeskSurroundings, unitName, useDesk } from './desk-context.ts';
import { DeskHeader } from './desk-header.tsx';
import { KeyHelp } from './key-help.tsx';
import type { Overlay } from './overlay.ts';
import { SearchPalette } from './search/search-palette.tsx';
import { SectionNav } from './section-nav.tsx';
import { SECTIONS } from './sections.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useDeskSurroundings } from './use-desk-surroundings.ts';
import { changePlace, usePlace } from './use-place.ts';
import { WORDS } from './words.ts';
import './desk.css';
import './form/form.css';

const RETRY_MS = 10_000;

/** What is loaded once stays. */
const VIEWS: ReadonlyMap<string, ComponentType> = new Map(
  SECTIONS.map(({ id, load }) => [id, lazy(async () => ({ default: await load() }))]),
);

interface DeskShellProps {
  readonly catalogue: WallCatalogue;
  readonly token: string;
  readonly me: Me;
}

export function DeskShell({ catalogue, token, me }: DeskShellProps) {
  const place = usePlace();
  const session = useMemo(() => ({ token, me }), [token, me]);
  const surroundings = useDeskSurroundings(catalogue, session, place.get('unit'));
  const card = useFigureCard();
  const tiles = useTiles(catalogue, token, surroundings, card.open);
  useTitle(place.section, surroundings);
  const [overlay, setOverlay] = useState<Overlay>(null);
  useDeskKeys(surroundings, setOverlay);
  const close = () => setOverlay(null);
  return (
    <DeskContext value={surroundings}>
      <TileContext value={tiles}>
        <div className="desk">
          <DeskHeader onOverlay={setOverlay} />
          <SectionNav section={place.section} />
          <main className="desk-main">
            <SectionPlace section={place.section} />
          </main>
          {overlay === 'search' && <SearchPalette onClose={close} />}
          {overlay === 'help' && <KeyHelp onClose={close} />}
          <FigureCardPlace card={card} linger={stay} />
        </div>
      </TileContext>
    </DeskContext>
  );
}

/** Tabs and the history of the browser say where they lead. */
function useTitle(section: string, desk: DeskSurroundings): void {
  const { language } = desk;
  const name = SECTIONS.find(({ id }) => id === section)?.title[language] ?? WORDS[language].desk;
  const title = `${name} · ${unitName(desk, desk.unit)}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** A desk has no scenes that would go on behind a card. */
const stay = () => undefined;

/** What tiles and cards of the wall need to stand on the desk. */
function useTiles(
  catalogue: WallCatalogue,
  token: string,
  { language, unit, top }: DeskSurroundings,
  openFigure: OpenCard['open'],
) {
  const asked = useMemo(() => ({ unit, isToday: false }), [unit]);
  const setUnit = useCallback(
    (next: string | null) => changePlace({ unit: next === top ? null : next, rows: null }),
    [top],
  );
  return useSurroundings({
    catalogue,
    language,
    asked,
    token,
    setUnit,
    openFigure,
    openTile: stay,
  });
}

function SectionPlace({ section }: { section: string }) {
  const words = WORDS[useDesk().language];
  const View = VIEWS.get(section);
  if (!View) return <Note title={words.noSection} detail={words.noSectionDetail} />;
  const broken = <Note title={words.broken} detail={words.brokenDetail} />;
  return (
    <ErrorFence key={section} fallback={broken} retryMs={RETRY_MS}>
      <Suspense fallback={<p className="desk-opening">{words.loading}…</p>}>
        <View />
      </Suspense>
    </ErrorFence>
  );
}

function Note({ title, detail }: { title: string; detail: string }) {
  return (
    <div className="desk-note" role="alert">
      <h1>{title}</h1>
      <p>{detail}</p>
    </div>
  );
}
