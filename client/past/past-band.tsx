import { formatDate, formatTime } from '../../shared/unit/format-time.ts';
import { isoInstant } from '../../shared/unit/instant.ts';
import { useLiveState } from '../store/use-answer.ts';
import { useServerNow } from '../tile/use-now.ts';
import { useLanguage } from '../ui/language.ts';
import type { Moment } from './moment.ts';
import './past.css';

const SPEEDS = [1, 10, 60, 600] as const;

const WORDS = {
  vi: {
    title: 'XEM LẠI',
    known: 'những gì biết đến',
    notNow: 'không phải số hiện tại',
    loading: 'đang dựng lại từ nhật ký…',
    ended: 'hết đoạn',
    back: 'Về hiện tại',
    again: 'Từ đầu',
    speed: 'Tốc độ',
  },
  en: {
    title: 'LOOKING BACK',
    known: 'what was known at',
    notNow: 'not present figures',
    loading: 'being put together from the log…',
    ended: 'end of the span',
    back: 'Back to now',
    again: 'From the start',
    speed: 'Speed',
  },
} as const;

/** Stands in the header in place of the present's clock, for as long as the wall looks back. */
export function PastBand({ moment, hasControls }: { moment: Moment; hasControls: boolean }) {
  const words = WORDS[useLanguage()];
  const now = useServerNow(1000);
  const isReplay = moment.kind === 'replay';
  const when = `${formatTime(now)} ${formatDate(now)}`;
  const isThere = useLiveState(({ answers }) => [...answers.values()].some(({ frame }) => frame));
  const ended = isReplay && now >= moment.toMs - 1000 ? ` (${words.ended})` : '';
  return (
    <div className="past-band" role="status">
      <p>
        <b>
          {words.title}
          {isReplay && ` ×${moment.replay.speed}`} – {isReplay ? when : `${words.known} ${when}`}
        </b>
        {ended} · {isThere ? words.notNow : words.loading}
      </p>
      {hasControls && <Controls moment={moment} now={now} />}
    </div>
  );
}

/** Plain links: each way through time is an address of its own. */
function Controls({ moment, now }: { moment: Moment; now: number }) {
  const words = WORDS[useLanguage()];
  return (
    <nav className="past-controls">
      {moment.kind === 'replay' && (
        <>
          <a href={addressWith({ run: String(Date.now() % 1e9) })}>{words.again}</a>
          {SPEEDS.map((speed) => (
            <a
              key={speed}
              href={addressWith({ speed: String(speed), from: isoInstant(now) })}
              aria-current={speed === moment.replay.speed}
              aria-label={`${words.speed} ×${speed}`}
            >
              ×{speed}
            </a>
          ))}
        </>
      )}
      <a href={addressWith({ asOf: null, from: null, to: null, speed: null, run: null })}>
        {words.back}
      </a>
    </nav>
  );
}

function addressWith(change: Readonly<Record<string, string | null>>): string {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  return `${address.pathname}${address.search}`;
}
