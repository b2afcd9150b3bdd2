import { type ComponentType, lazy, Suspense, useState } from 'react';
import { ErrorFence } from '../ui/error-fence.tsx';
import type { WallCatalogue } from '../wall/surroundings.ts';
import { DeskContext, useDesk } from './desk-context.ts';
import { DeskHeader } from './desk-header.tsx';
import { KeyHelp } from './key-help.tsx';
import type { Overlay } from './overlay.ts';
import { SearchPalette } from './search/search-palette.tsx';
import { SectionNav } from './section-nav.tsx';
import { SECTIONS } from './sections.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useDeskSurroundings } from './use-desk-surroundings.ts';
import { usePlace } from './use-place.ts';
import { WORDS } from './words.ts';
import './desk.css';

const RETRY_MS = 10_000;

/** What is loaded once stays. */
const VIEWS: ReadonlyMap<string, ComponentType> = new Map(
  SECTIONS.map(({ id, load }) => [id, lazy(async () => ({ default: await load() }))]),
);

export function DeskShell({ catalogue, token }: { catalogue: WallCatalogue; token: string }) {
  const place = usePlace();
  const surroundings = useDeskSurroundings(catalogue, token, place.get('unit'));
  const [overlay, setOverlay] = useState<Overlay>(null);
  useDeskKeys(surroundings, setOverlay);
  const close = () => setOverlay(null);
  return (
    <DeskContext value={surroundings}>
      <div className="desk">
        <DeskHeader onOverlay={setOverlay} />
        <SectionNav section={place.section} />
        <main className="desk-main">
          <SectionPlace section={place.section} />
        </main>
        {overlay === 'search' && <SearchPalette onClose={close} />}
        {overlay === 'help' && <KeyHelp onClose={close} />}
      </div>
    </DeskContext>
  );
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
