import { type MouseEvent, useMemo, useSyncExternalStore } from 'react';
import type { Measure } from '../../shared/measure/measure.ts';
import type { Query } from '../../shared/query/query.ts';
import { useAnswer } from '../store/use-answer.ts';
import { useTileSurroundings } from '../tile/tile-context.ts';
import { useServerNow } from '../tile/use-now.ts';
import { addressOf, usePlace } from '../ui/use-place.ts';
import { DataStatus, ModeMark } from '../wall/wall-header.tsx';
import { openPage, switchLanguage, switchTheme } from './moves.ts';
import { PAGES } from './pages.ts';
import { STUDIO_WORDS } from './words.ts';

interface StudioHeaderProps {
  /** Id of the page that is shown. */
  readonly current: string;
  readonly onHelp: () => void;
}

const CLOCK_STEP_MS = 1000;

export function StudioHeader({ current, onHelp }: StudioHeaderProps) {
  const { language, pack } = useTileSurroundings();
  const words = STUDIO_WORDS[language];
  const now = useServerNow(CLOCK_STEP_MS);
  useNewestData();
  return (
    <header className="studio-header">
      <p className="studio-place">{pack.name[language]}</p>
      <div>
        <ModeMark isDemo={pack.demo === true} language={language} />
      </div>
      <div className="studio-status">
        <DataStatus now={now} language={language} />
      </div>
      <div className="studio-tools">
        <button type="button" className="quiet-button" onClick={switchLanguage}>
          {words.language}
        </button>
        <ThemeButton />
        <button type="button" className="quiet-button" onClick={onHelp} aria-label={words.keys}>
          ?
        </button>
      </div>
      <PageLinks current={current} />
    </header>
  );
}

function PageLinks({ current }: { current: string }) {
  const { language } = useTileSurroundings();
  const { params } = usePlace();
  const follow = (event: MouseEvent, id: string) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openPage(id);
  };
  return (
    <nav aria-label={STUDIO_WORDS[language].pages}>
      <ul className="studio-pages">
        {PAGES.map(({ id, title }) => (
          <li key={id}>
            <a
              href={addressOf(`/studio/${id}`, params)}
              aria-current={id === current ? 'page' : undefined}
              onClick={(event) => follow(event, id)}
            >
              {title[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function followTheme(listener: () => void): () => void {
  const themes = new MutationObserver(listener);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => themes.disconnect();
}

function ThemeButton() {
  const { language } = useTileSurroundings();
  const words = STUDIO_WORDS[language];
  const theme = useSyncExternalStore(followTheme, () => document.documentElement.dataset.theme);
  return (
    <button type="button" className="quiet-button" onClick={switchTheme}>
      {theme === 'light' ? words.dark : words.light}
    </button>
  );
}

/** Watches one measure of each kind of events that flow in, so that the header knows how new the newest of them are. */
function useNewestData(): void {
  const { measures, root } = useTileSurroundings();
  const query = useMemo(() => newestQuery([...measures.values()], root), [measures, root]);
  useAnswer(query);
}

const FLOWING: readonly Measure['source'][] = ['dossier', 'camera', 'petition', 'incident'];

function newestQuery(measures: readonly Measure[], unit: string): Query | undefined {
  const firsts = FLOWING.flatMap((source) => measures.find((each) => each.source === source) ?? []);
  if (firsts.length === 0) return undefined;
  return { measures: firsts.map(({ id }) => id), unit, period: { relative: 'today' } };
}
