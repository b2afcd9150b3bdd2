import type { Shift } from '../../../shared/duty/shift.ts';
import { formatDate, formatTime } from '../../../shared/unit/format-time.ts';
import { Shape } from '../../ui/shape.tsx';
import { useDesk } from '../desk-context.ts';
import { EntryList } from '../duty/entry-list.tsx';
import { HandedItems } from './handed-items.tsx';
import { SHIFT_WORDS } from './shift-words.ts';

/** Shifts that were handed over, newest first, with who signed and what was signed. */
export function PastShifts({ shifts }: { shifts: readonly Shift[] }) {
  const words = SHIFT_WORDS[useDesk().language];
  if (shifts.length === 0) return null;
  return (
    <section aria-label={words.past}>
      <h2>{words.past}</h2>
      <ol className="duty-past">
        {shifts.map((shift) => (
          <PastShift key={shift.id} shift={shift} />
        ))}
      </ol>
    </section>
  );
}

function PastShift({ shift }: { shift: Shift }) {
  const words = SHIFT_WORDS[useDesk().language];
  const { onDuty, startedAt, end, offer, notes } = shift;
  if (!end) return null;
  const isWhole = end.signed === 'both';
  return (
    <li>
      <time dateTime={new Date(startedAt).toISOString()}>
        {formatTime(startedAt)}–{formatTime(end.at)}
        <br />
        {formatDate(startedAt)}
      </time>
      <div>
        <p>
          <b>{onDuty}</b>{' '}
          {isWhole ? (
            <span className="duty-quiet">{words.both(onDuty, end.by)}</span>
          ) : (
            <span className="duty-mark warn">
              <Shape name="warn" /> {words.one(end.by)}
            </span>
          )}
        </p>
        {offer?.summary && <p className="duty-entry-text">{offer.summary}</p>}
        {end.reason && <p className="duty-entry-text">{end.reason}</p>}
        <details>
          <summary>
            {words.notes(notes.length)}
            {offer && ` · ${words.atSigning}: ${offer.items.length}`}
          </summary>
          {notes.length > 0 && (
            <EntryList
              label={words.log}
              entries={notes.map(({ seq, at, by, text }) => ({
                ...{ key: String(seq), at, by: '', what: by, text },
              }))}
            />
          )}
          {offer && <HandedItems items={offer.items} />}
        </details>
      </div>
    </li>
  );
}
