import { createRoot } from 'react-dom/client';
import { createLive } from './live.ts';
import { startLanguage } from './ui/language.ts';
import { startTheme } from './ui/theme.ts';
import { applyTokens } from './ui/tokens.ts';
import { askForSession, redeemLink } from './wall/device-token.ts';
import { mendChunks } from './wall/mend-chunks.ts';
import { WallPage } from './wall/wall-page.tsx';
import './ui/fonts.css';
import './ui/theme.css';
import './ui/page.css';

const openLive = (token: string) => createLive({ url: '', token });

/** Each page is loaded by itself; what a wall needs is in the first file. */
async function pageAt(path: string) {
  const [, face, rest] = path.split('/');
  if (face === 'wall') return wallAt(rest);
  if (face === 'director') {
    const { DirectorPage } = await import('./director/director-page.tsx');
    return <DirectorPage openLive={openLive} />;
  }
  if (face === 'studio') {
    const { StudioPage } = await import('./studio/studio-page.tsx');
    return <StudioPage openLive={openLive} />;
  }
  if (face === 'desk') {
    const { DeskPage } = await import('./desk/desk-page.tsx');
    return <DeskPage openLive={openLive} />;
  }
  const { StartPage } = await import('./ui/start-page.tsx');
  return <StartPage />;
}

/**
 * `/wall` rotates, `/wall/<scene>` stays on its scene, `/wall/kiosk` is for screens nobody touches. What looks back is
 * loaded only by a wall that does.
 */
async function wallAt(rest: string | undefined) {
  const isKiosk = rest === 'kiosk';
  const scene = isKiosk ? null : rest || null;
  if (!/[?&](asOf|from|to)=/.test(location.search)) {
    return <WallPage isKiosk={isKiosk} scene={scene} openLive={openLive} past={null} />;
  }
  const { lookBack, NoMoment } = await import('./past/look-back.tsx');
  const past = lookBack(location.search, openLive, !isKiosk);
  if (!past) return <NoMoment />;
  return <WallPage isKiosk={isKiosk} scene={scene} openLive={past.openLive} past={past.band} />;
}

/** Awaited by nobody: a page that is loaded later shares this file's code, and would wait for it to come to its end. */
async function start(): Promise<void> {
  await redeemLink(location, history, sessionStorage, askForSession);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(await pageAt(location.pathname));
}

applyTokens(document.documentElement.style);
startTheme(location.search);
startLanguage(location.search);
mendChunks();
void start();
