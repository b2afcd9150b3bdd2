import { type ReactNode, useEffect, useRef } from 'react';
import { isoInstant } from '../../shared/unit/instant.ts';
import { useServerNow } from '../tile/use-now.ts';
import { useLanguage } from '../ui/language.ts';
import '../ui/dialog.css';
import './look-back-form.css';

const DAY_MS = 86_400_000;
const SPEEDS = [1, 10, 60, 600] as const;
/** What the address says of the moment; all else of it stays as it is. */
const OF_THE_MOMENT = ['asOf', 'from', 'to', 'speed', 'run'];

const WORDS = {
  vi: {
    title: 'Xem lại',
    close: 'Đóng',
    moment: 'Một thời điểm: những gì đã biết lúc ấy',
    at: 'Lúc',
    span: 'Một đoạn, phát lại từ nhật ký',
    from: 'Từ',
    to: 'Đến',
    speed: 'Tốc độ',
    show: 'Xem',
  },
  en: {
    title: 'Look back',
    close: 'Close',
    moment: 'One moment: what was known then',
    at: 'At',
    span: 'A span, replayed from the log',
    from: 'From',
    to: 'To',
    speed: 'Speed',
    show: 'Show',
  },
} as const;

/** Asks for a moment or a span; each is an address, which the page then opens. */
export function LookBackForm({ onClose }: { onClose: () => void }) {
  const words = WORDS[useLanguage()];
  const now = useServerNow(60_000);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="dialog look-back"
      aria-labelledby="look-back-title"
      onClose={onClose}
    >
      <header className="dialog-head">
        <h2 id="look-back-title">{words.title}</h2>
        <button type="button" className="dialog-close" onClick={() => dialog.current?.close()}>
          {words.close} <kbd>Esc</kbd>
        </button>
      </header>
      <Moment legend={words.moment} show={words.show}>
        <When name="asOf" label={words.at} now={now} atMs={now - DAY_MS} />
      </Moment>
      <Moment legend={words.span} show={words.show}>
        <When name="from" label={words.from} now={now} atMs={now - DAY_MS} />
        <When name="to" label={words.to} now={now} atMs={now} />
        <label>
          {words.speed}
          <select name="speed" defaultValue={60}>
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                ×{speed}
              </option>
            ))}
          </select>
        </label>
      </Moment>
    </dialog>
  );
}

interface MomentProps {
  readonly legend: string;
  readonly show: string;
  readonly children: ReactNode;
}

function Moment({ legend, show, children }: MomentProps) {
  const kept = [...new URLSearchParams(location.search)].filter(
    ([name]) => !OF_THE_MOMENT.includes(name),
  );
  return (
    <form method="get" action={location.pathname}>
      <fieldset>
        <legend>{legend}</legend>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <button type="submit">{show}</button>
      </fieldset>
    </form>
  );
}

interface WhenProps {
  readonly name: string;
  readonly label: string;
  /** Server time, ms: nothing after it can be looked at. */
  readonly now: number;
  readonly atMs: number;
}

function When({ name, label, now, atMs }: WhenProps) {
  return (
    <label>
      {label}
      <input
        type="datetime-local"
        name={name}
        required
        max={localMinute(now)}
        defaultValue={localMinute(atMs)}
      />
    </label>
  );
}

/** `2023-12-29T16:00` at +07:00, as such an input and the address have it. */
function localMinute(ms: number): string {
  return isoInstant(ms).slice(0, 16);
}
