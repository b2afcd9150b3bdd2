import { type ReactNode, useSyncExternalStore } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { SITUATION } from '../../../shared/board/tile-needs.ts';
import { formatTime } from '../../../shared/unit/format-time.ts';
import { useLiveState } from '../../store/use-answer.ts';
import { Shape } from '../../ui/shape.tsx';
import { useTileSurroundings } from '../tile-context.ts';
import { useServerNow } from '../use-now.ts';
import { distinct, situationText } from './situation-text.ts';
import './situation.css';

const CLOCK_STEP_MS = 15_000;

const WORDS = {
  vi: { abnormal: 'Bất thường', moved: 'Chuyển biến', more: 'nữa', none: 'không có', at: 'lúc' },
  en: { abnormal: 'Abnormal', moved: 'What moved', more: 'more', none: 'none', at: 'at' },
} as const;

/** Only what is abnormal and what moved, on any scene; every line leads to its tile. */
export function SituationTile({ tile }: { tile: Extract<Tile, { kind: 'situation' }> }) {
  const { language, abnormalities, sceneOf, openTile } = useTileSurroundings();
  const words = WORDS[language];
  const abnormal = distinct(useSyncExternalStore(abnormalities.subscribe, abnormalities.list));
  const moved = useSyncExternalStore(abnormalities.subscribe, abnormalities.movements);
  const isWaiting = useLiveState(
    ({ answers }) =>
      answers.size === 0 || [...answers.values()].some(({ status }) => status === 'connecting'),
  );
  const now = useServerNow(CLOCK_STEP_MS);
  const sentences = situationText({ abnormal, moved, isWaiting, sceneOf }, language);
  return (
    <article className="tile tile-situation" data-waiting={isWaiting}>
      <header className="tile-head">
        <h2 className="tile-title">{tile.title[language]}</h2>
        <p className="tile-scope">
          {tile.scope && <span>{tile.scope[language]}</span>}
          {!isWaiting && (
            <span className="age">
              {words.at} {formatTime(now)}
            </span>
          )}
        </p>
      </header>
      <ol className="situation-text">
        {sentences.map(({ text, tile: place }) => (
          <li key={text}>
            <Lead place={place} open={openTile}>
              {text}
            </Lead>
          </li>
        ))}
      </ol>
      <div className="situation-lists">
        <List title={words.abnormal} count={abnormal.length} words={words}>
          {abnormal
            .slice(0, rowsOf(abnormal.length))
            .map(({ tile: at, severity, subject, detail }) => (
              <Row key={`${at} ${subject}`} place={at} subject={subject}>
                <b className={severity}>
                  <Shape name={severity} />
                  {detail}
                </b>
              </Row>
            ))}
        </List>
        <List title={words.moved} count={moved.length} words={words}>
          {moved
            .slice(0, rowsOf(moved.length))
            .map(({ tile: at, subject, direction, delta, against, value }) => (
              <Row key={at} place={at} subject={subject}>
                <b>
                  <Shape name={direction} />
                  {delta}
                </b>{' '}
                {against} · {value}
              </Row>
            ))}
        </List>
      </div>
    </article>
  );
}

/** One row is given up for the count of those that do not fit. */
const rowsOf = (count: number) => (count > SITUATION.rows ? SITUATION.rows - 1 : count);

interface ListProps {
  readonly title: string;
  readonly count: number;
  readonly words: (typeof WORDS)['vi' | 'en'];
  readonly children: ReactNode;
}

function List({ title, count, words, children }: ListProps) {
  const hidden = count - rowsOf(count);
  return (
    <section>
      <h3>{title}</h3>
      {count === 0 && <p className="calm">{words.none}</p>}
      <ul>{children}</ul>
      {hidden > 0 && (
        <p className="calm">
          +{hidden} {words.more}
        </p>
      )}
    </section>
  );
}

interface RowProps {
  readonly place: string;
  readonly subject: string;
  readonly children: ReactNode;
}

function Row({ place, subject, children }: RowProps) {
  const { openTile, sceneOf } = useTileSurroundings();
  return (
    <li>
      <Lead place={place} open={openTile}>
        <span className="situation-subject">{subject}</span>
        <span className="situation-detail">
          {children} <span className="situation-scene">{sceneOf(place)}</span>
        </span>
      </Lead>
    </li>
  );
}

interface LeadProps {
  readonly place: string | null;
  readonly open: (place: string) => void;
  readonly children: ReactNode;
}

function Lead({ place, open, children }: LeadProps) {
  if (place === null) return <p>{children}</p>;
  return (
    <button type="button" className="situation-lead" onClick={() => open(place)}>
      {children}
    </button>
  );
}
