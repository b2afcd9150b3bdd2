import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useTileSurroundings } from '../tile-context.ts';
import { useRead } from '../use-read.ts';
import { CARD_WORDS } from './card-words.ts';

interface RecentEvent {
  readonly seq: number;
  readonly receivedAt: number;
  readonly source: string;
  readonly id: string;
  readonly unit: string;
}

const MOST_LINES = 5;

interface NewestEventsProps {
  readonly feeds: string;
  readonly maySeeEvents: boolean;
}

/** The newest events under a measure, for the administrator; a wall reads aggregates only and says so. */
export function NewestEvents({ feeds, maySeeEvents }: NewestEventsProps) {
  const { language, names } = useTileSurroundings();
  const words = CARD_WORDS[language];
  const path = `/api/v1/recent?feeds=${encodeURIComponent(feeds)}&limit=${MOST_LINES}`;
  const events = useRead<readonly RecentEvent[]>(maySeeEvents ? path : null);
  return (
    <>
      <h3>{words.events}</h3>
      {!maySeeEvents && <p className="none">{words.eventsHidden}</p>}
      <ul className="card-lines">
        {events?.map(({ seq, receivedAt, source, id, unit }) => (
          <li key={seq}>
            {formatDateTime(receivedAt)} · {source} · {id}
            {unit && ` · ${nameOf(names, 'unit', unit, language)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
