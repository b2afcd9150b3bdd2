import type { Me } from '../../../shared/account/account.ts';
import {
  type HandedItem,
  isShiftDeedPossible,
  type Shift,
  type ShiftLog,
} from '../../../shared/duty/shift.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { Shape } from '../../ui/shape.tsx';
import { unitName, useDesk } from '../desk-context.ts';
import { EntryList } from '../duty/entry-list.tsx';
import { useTopic } from '../duty/use-topic.ts';
import { SectionHead } from '../section-head.tsx';
import { useAsked } from '../use-asked.ts';
import { HandedItems } from './handed-items.tsx';
import { NoteForm } from './note-form.tsx';
import { PastShifts } from './past-shifts.tsx';
import { ShiftActions } from './shift-actions.tsx';
import { SHIFT_WORDS } from './shift-words.ts';
import '../form/form.css';
import '../duty/duty.css';

/** Besides tasks, what a hand-over lists. */
const ALSO_OPEN = ['incident', 'alarm'];

/** Who is on duty at the unit's desk, what was noted, what is open, and how shifts were handed over. */
export function ShiftSection() {
  const desk = useDesk();
  const words = SHIFT_WORDS[desk.language];
  const { value: me } = useAsked<Me>('/api/v1/me');
  const { value: log, failure } = useTopic<ShiftLog>(`/api/v1/shifts/${desk.unit}`, 'shift');
  const { value: items } = useTopic<readonly HandedItem[]>(
    `/api/v1/shifts/${desk.unit}/items`,
    'task',
    ALSO_OPEN,
  );
  const newest = log?.shifts[0];
  const running = newest?.end === null ? newest : undefined;
  return (
    <>
      <SectionHead title={`${words.title} · ${unitName(desk, desk.unit)}`}>
        {log && me && <ShiftActions log={log} name={me.name} items={items ?? []} />}
      </SectionHead>
      {failure && (
        <p role="alert">
          {words.failed} ({failure.code})
        </p>
      )}
      {log && (
        <div className="duty-columns">
          <div className="duty-main">
            <OnDuty shift={running} />
            {running && <CurrentLog log={log} shift={running} name={me?.name ?? ''} />}
            <PastShifts shifts={log.shifts.filter((shift) => shift !== running)} />
          </div>
          <div className="duty-side">
            <h2>{words.openNow}</h2>
            <HandedItems items={items ?? []} />
          </div>
        </div>
      )}
    </>
  );
}

function OnDuty({ shift }: { shift: Shift | undefined }) {
  const words = SHIFT_WORDS[useDesk().language];
  if (!shift) return <p className="duty-now">{words.nobody}</p>;
  const { onDuty, startedAt, offer } = shift;
  return (
    <p className="duty-now">
      <b>{onDuty}</b>
      <span className="duty-quiet">{words.since(formatDateTime(startedAt))}</span>
      {offer && (
        <span className="duty-mark warn">
          <Shape name="warn" /> {words.offered(formatDateTime(offer.at))}
        </span>
      )}
    </p>
  );
}

function CurrentLog({ log, shift, name }: { log: ShiftLog; shift: Shift; name: string }) {
  const words = SHIFT_WORDS[useDesk().language];
  const mayNote = isShiftDeedPossible(shift, 'note', name);
  return (
    <section aria-label={words.log}>
      <h2>{words.log}</h2>
      {mayNote ? <NoteForm log={log} /> : <p className="duty-quiet">{words.noNotesNow}</p>}
      {shift.notes.length === 0 ? (
        <p className="duty-quiet">{words.noNotes}</p>
      ) : (
        <EntryList
          label={words.log}
          entries={shift.notes
            .toReversed()
            .map(({ seq, at, by, text }) => ({ key: String(seq), at, by: '', what: by, text }))}
        />
      )}
    </section>
  );
}
