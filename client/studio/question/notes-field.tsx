import { useState } from 'react';
import type { ChartNote } from '../../../shared/chart/chart.ts';
import { formatDay } from '../../../shared/unit/format-time.ts';
import { parseDay } from '../../../shared/unit/local-day.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { DayField } from './day-field.tsx';
import { QUESTION_WORDS } from './question-words.ts';

interface NotesFieldProps {
  readonly notes: readonly ChartNote[];
  readonly hasTime: boolean;
  readonly onChange: (notes: readonly ChartNote[]) => void;
}

const MOST = 20;

/** What happened on a day, told on the chart. */
export function NotesField({ notes, hasTime, onChange }: NotesFieldProps) {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="field">
      <h2 className="field-name">{words.notes}</h2>
      <ul className="chosen">
        {notes.map((note) => (
          <li key={`${note.at} ${note.text}`}>
            <span>
              {dayText(note.at)} {note.text}
            </span>
            <button
              type="button"
              className="chosen-remove"
              aria-label={`${words.remove} ${note.text}`}
              onClick={() => onChange(notes.filter((each) => each !== note))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {!hasTime && notes.length > 0 && <p className="field-note">{words.noteNeedsGrain}</p>}
      {isOpen ? (
        <NewNote
          onDone={(note) => {
            setOpen(false);
            if (note) onChange([...notes, note].toSorted((a, b) => (a.at < b.at ? -1 : 1)));
          }}
        />
      ) : (
        <button
          type="button"
          className="field-add"
          disabled={notes.length >= MOST}
          onClick={() => setOpen(true)}
        >
          + {words.addNote}
        </button>
      )}
    </section>
  );
}

function dayText(at: string): string {
  const day = parseDay(at);
  return day === undefined ? at : formatDay(day);
}

function NewNote({ onDone }: { onDone: (note: ChartNote | null) => void }) {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const [at, setAt] = useState('');
  const [text, setText] = useState('');
  const isWhole = at !== '' && text.trim() !== '';
  return (
    <form
      className="new-note"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(isWhole ? { at, text: text.trim() } : null);
      }}
    >
      <DayField name={words.noteDay} day={at} onChange={setAt} />
      <input
        className="text-field"
        aria-label={words.noteText}
        placeholder={words.noteText}
        maxLength={120}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="plain-button">
        {words.addNote}
      </button>
    </form>
  );
}
