import { formatDate, formatTime } from '../../../shared/unit/format-time.ts';

export interface ShownEntry {
  readonly key: string;
  /** ms */
  readonly at: number;
  readonly by: string;
  readonly what: string;
  readonly text: string;
}

/** What happened, one line an entry, in the order given; the day stands where it changes. */
export function EntryList({ entries, label }: { entries: readonly ShownEntry[]; label: string }) {
  return (
    <ol className="duty-entries" aria-label={label}>
      {entries.map(({ key, at, by, what, text }, i) => {
        const day = formatDate(at);
        const before = entries[i - 1];
        return (
          <li key={key}>
            <time dateTime={new Date(at).toISOString()}>
              {formatTime(at)}
              {(!before || formatDate(before.at) !== day) && <small>{day}</small>}
            </time>
            <div>
              <p className="duty-entry-head">
                <b>{what}</b> <span>{by}</span>
              </p>
              {text && <p className="duty-entry-text">{text}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
