import { type ComponentType, lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { ErrorFence } from '../ui/error-fence.tsx';
import { useLanguage } from '../ui/language.ts';
import { usePlace } from '../ui/use-place.ts';
import { KeyHelp } from './key-help.tsx';
import { openPage, switchLanguage, switchTheme } from './moves.ts';
import { PAGES, type StudioPageEntry } from './pages.ts';
import { StudioHeader } from './studio-header.tsx';
import { useStudioKeys } from './use-studio-keys.ts';
import { STUDIO_WORDS } from './words.ts';
import './studio.css';
import './studio-dialog.css';

const AGAIN_AFTER_MS = 5000;

/** A page's component, made once: a second `lazy` of it would mount it anew. */
const loaded = new Map<string, ComponentType>();

function viewOf({ id, load }: StudioPageEntry): ComponentType {
  const known = loaded.get(id) ?? lazy(async () => ({ default: await load() }));
  loaded.set(id, known);
  return known;
}

/** The header and the page of `/studio/<page>`; an unknown one is the first, and says so. */
export function StudioShell() {
  const { pathname } = usePlace();
  const language = useLanguage();
  const words = STUDIO_WORDS[language];
  const [isHelp, setHelp] = useState(false);
  const named = pathname.split('/')[2];
  const known = PAGES.find(({ id }) => id === named);
  const page = known ?? PAGES[0];
  useStudioKeys(useMemo(() => keysOf(() => setHelp(true)), []));
  const title = page?.title[language] ?? words.studio;
  useEffect(() => {
    document.title = `${title} · IOC`;
  }, [title]);
  const View = page && viewOf(page);
  return (
    <div className="studio">
      <StudioHeader current={page?.id ?? ''} onHelp={() => setHelp(true)} />
      <main className="studio-main" aria-label={title}>
        {named && !known && (
          <p className="studio-wait" role="alert">
            {words.noPage}
          </p>
        )}
        <ErrorFence
          key={page?.id}
          fallback={<p className="studio-wait">{words.broken}</p>}
          retryMs={AGAIN_AFTER_MS}
        >
          <Suspense fallback={<p className="studio-wait">{words.pageLoading}</p>}>
            {View && <View />}
          </Suspense>
        </ErrorFence>
      </main>
      {isHelp && <KeyHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

function keysOf(openHelp: () => void): Readonly<Record<string, () => void>> {
  const pages = PAGES.slice(0, 9).map(({ id }, at) => [`${at + 1}`, () => openPage(id)] as const);
  return {
    ...Object.fromEntries(pages),
    '?': openHelp,
    l: switchLanguage,
    t: switchTheme,
    '/': () => document.querySelector<HTMLElement>('.studio-main input[type="search"]')?.focus(),
  };
}
