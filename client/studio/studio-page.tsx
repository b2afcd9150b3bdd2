import { useMemo, useState } from 'react';
import type { Live } from '../store/live.ts';
import { LiveContext, useLiveState } from '../store/use-answer.ts';
import { TileContext } from '../tile/tile-context.ts';
import { useLanguage } from '../ui/language.ts';
import { Message } from '../ui/message.tsx';
import { takeToken } from '../wall/device-token.ts';
import { FigureCardPlace, useFigureCard } from '../wall/figure-card-place.tsx';
import type { WallCatalogue } from '../wall/surroundings.ts';
import { useCatalogue } from '../wall/use-catalogue.ts';
import { useSurroundings } from '../wall/use-surroundings.ts';
import { callServer, fetchFile } from './call.ts';
import { StudioContext } from './studio-context.ts';
import { StudioShell } from './studio-shell.tsx';
import { STUDIO_WORDS } from './words.ts';

/** The analysts' pages. Without a session, a right or a server it says which of them is missing. */
export function StudioPage({ openLive }: { openLive: (token: string) => Live }) {
  const words = STUDIO_WORDS[useLanguage()];
  const [live] = useState(() => {
    const token = takeToken(location, history, localStorage, sessionStorage);
    return token === null ? null : { token, handle: openLive(token) };
  });
  if (!live) return <Message title={words.noToken} detail={words.noTokenDetail} />;
  return (
    <LiveContext value={live.handle}>
      <StudioStart token={live.token} />
    </LiveContext>
  );
}

function StudioStart({ token }: { token: string }) {
  const words = STUDIO_WORDS[useLanguage()];
  const { catalogue, failure } = useCatalogue(token);
  const loading = useLiveState((state) => state.loading);
  if (catalogue && loading === null) return <StudioReady catalogue={catalogue} token={token} />;
  if (loading !== null) return <Message title={words.loading} progress={loading} />;
  if (failure === 401) return <Message title={words.unknown} detail={words.noTokenDetail} />;
  if (failure === 403) return <Message title={words.noRight} detail={words.noRightDetail} />;
  if (failure === null) return <Message title={words.starting} />;
  return <Message title={words.noServer} detail={words.noServerDetail} />;
}

const NOTHING = () => undefined;
const WHOLE = { unit: null, isToday: false };

function StudioReady({ catalogue, token }: { catalogue: WallCatalogue; token: string }) {
  const card = useFigureCard();
  const surroundings = useSurroundings({
    catalogue,
    language: useLanguage(),
    asked: WHOLE,
    token,
    setUnit: NOTHING,
    openFigure: card.open,
    openTile: NOTHING,
  });
  const studio = useMemo(
    () => ({
      catalogue,
      call: <T,>(path: string, init = {}) => callServer<T>(token, path, init),
      callFile: (path: string, init = {}) => fetchFile(token, path, init),
    }),
    [catalogue, token],
  );
  return (
    <StudioContext value={studio}>
      <TileContext value={surroundings}>
        <StudioShell />
        <FigureCardPlace card={card} linger={NOTHING} />
      </TileContext>
    </StudioContext>
  );
}
