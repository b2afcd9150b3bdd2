import type { Board } from '../../shared/board/board.ts';
import type { ScreenSeen } from '../../shared/protocol/directing.ts';
import { formatNumber, type Language } from '../../shared/unit/format.ts';
import { useLive, useLiveState } from '../store/use-answer.ts';
import { useServerNow } from '../tile/use-now.ts';
import { useLanguage } from '../ui/language.ts';
import { Shape } from '../ui/shape.tsx';
import { screenState } from './screen-state.ts';
import { WORDS } from './words.ts';

interface ScreenListProps {
  readonly boards: readonly Board[];
  /** Of the orders in force; null: none are. */
  readonly revision: number | null;
}

/** How every screen is: drawn again each second, for ages grow by themselves. */
export function ScreenList({ boards, revision }: ScreenListProps) {
  const language = useLanguage();
  const words = WORDS[language];
  const live = useLive();
  useServerNow(1);
  const heard = useLiveState(({ screens }) => screens);
  const sinceMs = heard ? Math.max(0, live.now() - heard.heardAtMs) : 0;
  const screens = [...(heard?.screens ?? [])].sort((a, b) =>
    a.health.name.localeCompare(b.health.name, 'vi'),
  );
  return (
    <section className="director-screens">
      <h2>
        {words.screens} <span>{screens.filter(({ isGone }) => !isGone).length}</span>
      </h2>
      {screens.length === 0 && <p className="calm">{words.noScreens}</p>}
      <ul>
        {screens.map((screen) => (
          <ScreenRow
            key={screen.id}
            screen={{ ...screen, silentMs: screen.silentMs + sinceMs }}
            title={boards.find(({ id }) => id === screen.health.scene)?.title[language] ?? ''}
            revision={revision}
            language={language}
          />
        ))}
      </ul>
    </section>
  );
}

interface ScreenRowProps {
  readonly screen: ScreenSeen;
  readonly title: string;
  readonly revision: number | null;
  readonly language: Language;
}

function ScreenRow({ screen, title, revision, language }: ScreenRowProps) {
  const words = WORDS[language];
  const { health, silentMs } = screen;
  const { severity, word } = screenState(screen, silentMs, revision);
  const seconds = (ms: number | null) =>
    ms === null ? words.notGiven : `${formatNumber(ms / 1000, 1, language)} s`;
  const heap = health.heapBytes === null ? null : health.heapBytes / 1024 ** 2;
  const rows = [
    [words.frame, seconds(health.frameAgeMs + (silentMs > 6000 ? silentMs : 0))],
    [words.data, seconds(health.dataAgeMs === null ? null : health.dataAgeMs + silentMs)],
    [words.heap, heap === null ? words.notGiven : `${formatNumber(heap, 0, language)} MB`],
    [words.losses, `${health.contextLosses} ${words.times}`],
  ];
  return (
    <li className="director-screen" data-severity={severity}>
      <p className="director-screen-name">
        <b>{health.name}</b>
        <span className={severity === 'normal' ? undefined : severity}>
          {severity !== 'normal' && <Shape name={severity} />}
          {words[word]}
        </span>
      </p>
      <p className="director-screen-scene">
        {title} · {health.width}×{health.height}
      </p>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
