import type { ReactNode } from 'react';
import type { Board } from '../../shared/board/board.ts';
import { formatNumber, type Language } from '../../shared/unit/format.ts';
import { formatDate, formatTime } from '../../shared/unit/format-time.ts';
import type { LiveState } from '../store/live-state.ts';
import { useLiveState } from '../store/use-answer.ts';
import { useServerNow } from '../tile/use-now.ts';
import { Shape } from '../ui/shape.tsx';
import { dataStatusText } from './data-status.ts';
import { useLost } from './use-lost.ts';

interface WallHeaderProps {
  /** Province, or the district the wall was drilled to. */
  readonly place: string;
  /** The scenes side by side. */
  readonly shown: readonly Board[];
  readonly isDemo: boolean;
  /** A director keeps the figures standing still. */
  readonly isFrozen: boolean;
  /** In place of the present's clock, on every pane; null: the wall shows the present. */
  readonly past: ReactNode;
  readonly language: Language;
}

export function WallHeader({ place, shown, isDemo, isFrozen, past, language }: WallHeaderProps) {
  return (
    <header className="wall-header">
      {shown.map((board, pane) => (
        <div key={board.id} className="wall-heading">
          <h1>
            {pane === 0 && <span className="wall-place">{place}</span>}
            {board.title[language]}
          </h1>
          <ModeMark isDemo={isDemo} language={language} />
          {isFrozen && <p className="mode-mark">{language === 'vi' ? 'DỪNG HÌNH' : 'FROZEN'}</p>}
          {past ?? (pane === shown.length - 1 && <Status language={language} />)}
        </div>
      ))}
    </header>
  );
}

/** Nobody may take a demo or a replay for today's province. */
export function ModeMark({ isDemo, language }: { isDemo: boolean; language: Language }) {
  const mode = useLiveState((state) => state.mode);
  const speed = useLiveState((state) => state.clock?.speed ?? 1);
  const isReplay = mode === 'replay' || (speed !== 1 && speed !== 0);
  if (!isReplay && !isDemo && mode !== 'demo') return null;
  const words =
    language === 'vi'
      ? { replay: 'PHÁT LẠI', demo: 'SỐ LIỆU MINH HỌA' }
      : { replay: 'REPLAY', demo: 'DEMO DATA' };
  const times = speed > 1 ? ` ×${formatNumber(speed, 0, language)}` : '';
  return (
    <p className="mode-mark">
      {[isReplay && `${words.replay}${times}`, (isDemo || mode === 'demo') && words.demo]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

function Status({ language }: { language: Language }) {
  const now = useServerNow(1000);
  return (
    <div className="wall-status">
      <DataStatus now={now} language={language} />
      <p className="wall-clock">
        <b>{formatTime(now)}</b> {formatDate(now)}
      </p>
    </div>
  );
}

/** How new the newest data of the page's answers are, and how many sources keep their promise. */
export function DataStatus({ now, language }: { now: number; language: Language }) {
  const dataTo = useLiveState(newestData);
  const sources = useLiveState((state) => state.sources);
  const loading = useLiveState((state) => state.loading);
  const isLost = useLost();
  const text = dataStatusText({ isLost, loading, dataTo, sources }, now, language);
  return (
    <p className={isLost ? 'warn' : undefined} role="status">
      {isLost && <Shape name="clock" />}
      {text}
    </p>
  );
}

/** Time of the newest data in any answer, to the minute so that the header is drawn no more often. */
function newestData({ answers }: LiveState): number | null {
  let newest = 0;
  for (const { frame } of answers.values()) {
    newest = Math.max(newest, frame?.freshness.dataTo ?? 0);
  }
  return newest > 0 ? Math.floor(newest / 60_000) * 60_000 : null;
}
