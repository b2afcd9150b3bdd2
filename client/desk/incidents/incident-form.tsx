import type { FormEvent } from 'react';
import type { IncidentCase } from '../../../shared/duty/incident.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { UnitField } from '../duty/unit-field.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { changePlace } from '../use-place.ts';
import { INCIDENTS_WORDS } from './incidents-words.ts';

const GRADES = ['low', 'medium', 'high', 'critical'] as const;

/** Opens an incident that no source has sent. */
export function IncidentForm({ onClose }: { onClose: () => void }) {
  const words = INCIDENTS_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const names = ['title', 'unit', 'severity', 'text'];
    const body = Object.fromEntries(names.map((name) => [name, String(given.get(name) ?? '')]));
    const opened = await send<IncidentCase>('/api/v1/incidents', body);
    if (!opened) return;
    onClose();
    changePlace({ incident: opened.id });
  };
  return (
    <Dialog title={words.open} onClose={onClose} className="duty-dialog">
      <form className="duty-form" onSubmit={(event) => void open(event)}>
        <label>
          {words.columns.title}
          <input name="title" className="field-input" required maxLength={300} data-first />
        </label>
        <div className="duty-form-row">
          <UnitField label={words.columns.unit} />
          <label>
            {words.columns.severity}
            <select name="severity" className="field-input" defaultValue="medium">
              {GRADES.map((grade) => (
                <option key={grade} value={grade}>
                  {words.severity[grade]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label>
          {words.text}
          <textarea name="text" maxLength={4000} />
        </label>
        <FaultLine text={fault} />
        <div className="duty-buttons">
          <button type="submit" className="action" data-main="true" disabled={isBusy}>
            {words.open}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
