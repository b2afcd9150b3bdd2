import { useMemo } from 'react';
import { formatDate, formatTime } from '../../shared/unit/format-time.ts';
import type { LiveState } from '../store/live-state.ts';
import { useAnswer, useLiveState } from '../store/use-answer.ts';
import { useServerNow } from '../tile/use-now.ts';
import { Shape } from '../ui/shape.tsx';
import { dataStatusText } from '../wall/data-status.ts';
import { useLost } from '../wall/use-lost.ts';
import { ModeMark } from '../wall/wall-header.tsx';
import { useDesk } from './desk-context.ts';
import type { Overlay } from './overlay.ts';
import { chooseLanguage, switchTheme } from './preferences.ts';
import { UnitWay } from './unit-way.tsx';
import { WORDS } from './words.ts';

interface DeskHeaderProps {
  readonly onOverlay: (overlay: Overlay) => void;
}

export function DeskHeader({ onOverlay }: DeskHeaderProps) {
  const { language, pack, me } = useDesk();
  const words = WORDS[language];
  return (
    <header className="desk-header">
      <p className="desk-brand">{words.desk}</p>
      <UnitWay />
      <ModeMark isDemo={pack.demo === true} language={language} />
      <button
        type="button"
        className="desk-search"
        data-key="Ctrl K"
        onClick={() => onOverlay('search')}
      >
        {words.searchShort}
      </button>
      <DeskStatus />
      <p className="desk-me" title={me.scope.join(', ')}>
        {me.name}
      </p>
      <Switches onHelp={() => onOverlay('help')} />
    </header>
  );
}

function Switches({ onHelp }: { onHelp: () => void }) {
  const { language } = useDesk();
  const words = WORDS[language];
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className="desk-switches">
      <button
        type="button"
        lang={other}
        aria-label={words.otherLanguage}
        title={words.otherLanguage}
        onClick={() => chooseLanguage(other, localStorage)}
      >
        {other.toUpperCase()}
      </button>
      <button
        type="button"
        aria-label={words.theme}
        title={words.theme}
        onClick={() => switchTheme(localStorage)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.5a6.5 6.5 0 1 0 0 13Z" />
          <circle cx="8" cy="8" r="6" />
        </svg>
      </button>
      <button type="button" aria-label={words.help} title={words.help} onClick={onHelp}>
        ?
      </button>
    </div>
  );
}

/** The newest data anywhere under the topmost unit, and the server's clock. */
function DeskStatus() {
  const { language, top } = useDesk();
  const now = useServerNow(1000);
  const query = useMemo(
    () => ({
      measures: ['dossier.received'],
      unit: top,
      period: { relative: 'this-year' as const },
    }),
    [top],
  );
  useAnswer(query);
  const dataTo = useLiveState(newestData);
  const sources = useLiveState((state) => state.sources);
  const loading = useLiveState((state) => state.loading);
  const isLost = useLost();
  return (
    <div className="desk-status">
      <p className={isLost ? 'warn' : undefined} role="status">
        {isLost && <Shape name="clock" />}
        {dataStatusText({ isLost, loading, dataTo, sources }, now, language)}
      </p>
      <p className="desk-clock">
        <b>{formatTime(now)}</b> {formatDate(now)}
      </p>
    </div>
  );
}

/** To the minute, so that it is drawn no more often. */
function newestData({ answers }: LiveState): number | null {
  let newest = 0;
  for (const { frame } of answers.values()) newest = Math.max(newest, frame?.freshness.dataTo ?? 0);
  return newest > 0 ? Math.floor(newest / 60_000) * 60_000 : null;
}
