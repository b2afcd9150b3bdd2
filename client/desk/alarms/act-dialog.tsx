import type { FormEvent } from 'react';
import type { Alarm } from '../../../shared/alarm/alarm.ts';
import type { AlarmDoing, AlarmDoingKind } from '../../../shared/alarm/alarm-doing.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../form/dialog.tsx';
import { responseText } from './alarm-text.ts';
import { ALARMS_WORDS } from './alarms-words.ts';

/** Acts that ask for more than a press. */
export const ASKING = ['assign', 'shelve', 'out-of-service', 'comment'] as const;
export type AskingAct = (typeof ASKING)[number];

export function asksMore(act: AlarmDoingKind): act is AskingAct {
  return ASKING.some((each) => each === act);
}

const SHELF_MINUTES = [30, 60, 120, 240, 480, 1440] as const;

interface ActDialogProps {
  readonly act: AskingAct;
  readonly alarm: Alarm;
  readonly onDo: (doing: AlarmDoing) => void;
  readonly onClose: () => void;
}

/** The form of an act; its button does it. */
export function ActDialog({ act, alarm, onDo, onClose }: ActDialogProps) {
  const { language } = useDesk();
  const words = ALARMS_WORDS[language];
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    onDo(doingOf((name) => String(given.get(name) ?? '').trim()));
    onClose();
  };
  return (
    <Dialog title={words.doings[act]} onClose={onClose} className="alarm-act">
      <form onSubmit={send}>
        <p className="alarm-act-what">{alarm.title[language]}</p>
        {act === 'assign' && <ToWhom />}
        {act === 'shelve' && <HowLong />}
        {act !== 'assign' && (
          <Written
            name={act === 'comment' ? 'text' : 'reason'}
            label={act === 'comment' ? words.text : words.why}
            isFirst={act !== 'shelve'}
          />
        )}
        <p className="alarm-act-end">
          <button type="button" className="action" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="action" data-main="true">
            {words.doings[act]}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function doingOf(given: (name: string) => string): AlarmDoing {
  const minutes = Number(given('minutes'));
  const texts = (['to', 'reason', 'text'] as const)
    .map((name) => [name, given(name)] as const)
    .filter(([, text]) => text !== '');
  return { ...Object.fromEntries(texts), ...(minutes > 0 ? { minutes } : {}) };
}

/** Units of the province and whatever name a team goes by. */
function ToWhom() {
  const { language, borders, top } = useDesk();
  const words = ALARMS_WORDS[language];
  const units = borders.below(top).filter(({ level }) => level !== 'commune');
  return (
    <label>
      <span>{words.to}</span>
      <input
        className="field-input"
        name="to"
        list="alarm-units"
        required
        maxLength={120}
        autoComplete="off"
        placeholder={words.toHint}
        data-first
      />
      <datalist id="alarm-units">
        {units.map(({ code, shortName }) => (
          <option key={code} value={shortName} />
        ))}
      </datalist>
    </label>
  );
}

function HowLong() {
  const { language } = useDesk();
  return (
    <label>
      <span>{ALARMS_WORDS[language].howLong}</span>
      <select className="field-input" name="minutes" defaultValue={60} data-first>
        {SHELF_MINUTES.map((minutes) => (
          <option key={minutes} value={minutes}>
            {responseText(minutes, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface WrittenProps {
  readonly name: 'reason' | 'text';
  readonly label: string;
  readonly isFirst: boolean;
}

function Written({ name, label, isFirst }: WrittenProps) {
  return (
    <label>
      <span>{label}</span>
      <textarea
        className="field-input"
        name={name}
        required
        minLength={3}
        maxLength={500}
        rows={3}
        data-first={isFirst || undefined}
      />
    </label>
  );
}
