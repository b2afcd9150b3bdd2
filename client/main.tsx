import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createLive } from './live.ts';
import { startLanguage } from './ui/language.ts';
import { LaterPage, StartPage } from './ui/start-page.tsx';
import { startTheme } from './ui/theme.ts';
import { applyTokens } from './ui/tokens.ts';
import { askForSession, redeemLink } from './wall/device-token.ts';
import { mendChunks } from './wall/mend-chunks.ts';
import { WallPage } from './wall/wall-page.tsx';
import './ui/fonts.css';
import './ui/theme.css';
import './ui/page.css';

const openLive = (token: string) => createLive({ url: '', token });

const DirectorPage = lazy(() =>
  import('./director/director-page.tsx').then((page) => ({ default: page.DirectorPage })),
);

/** `/wall` rotates, `/wall/<scene>` stays on its scene, `/wall/kiosk` is for screens nobody touches. */
function pageAt(path: string) {
  const [, face, rest] = path.split('/');
  if (face === 'director') {
    return (
      <Suspense>
        <DirectorPage openLive={openLive} />
      </Suspense>
    );
  }
  if (face === 'desk' || face === 'studio') return <LaterPage face={face} />;
  if (face !== 'wall') return <StartPage />;
  const isKiosk = rest === 'kiosk';
  return <WallPage isKiosk={isKiosk} scene={isKiosk ? null : rest || null} openLive={openLive} />;
}

applyTokens(document.documentElement.style);
startTheme(location.search);
startLanguage(location.search);
mendChunks();

await redeemLink(location, history, sessionStorage, askForSession);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(pageAt(location.pathname));
}
