import { type FormEvent, useState } from 'react';
import { WINDOW_BY, type WindowBy } from '../../../shared/record/camera-window.ts';
import { isoInstant } from '../../../shared/unit/instant.ts';
import { useServerNow } from '../../tile/use-now.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { UnitField } from '../duty/unit-field.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { WINDOWS_WORDS } from './windows-words.ts';

const HOUR_MS = 3_600_000;

/** Plans maintenance of cameras of a unit. */
export function WindowForm({ onClose }: { onClose: () => void }) {
  const { language } = useDesk();
  const words = WINDOWS_WORDS[language];
  const { isBusy, fault, send } = useDeed();
  const plan = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const said = (name: string) => String(given.get(name) ?? '').trim();
    const whose = said('by') === '' ? {} : { by: said('by'), key: said('key') };
    const planned = await send('/api/v1/cameras/windows', {
      unit: said('unit'),
      ...whose,
      from: `${said('from')}:00+07:00`,
      to: `${said('to')}:00+07:00`,
      reason: said('reason'),
    });
    if (planned) onClose();
  };
  return (
    <Dialog title={words.plan} onClose={onClose} className="duty-dialog">
      <form className="duty-form" onSubmit={(event) => void plan(event)}>
        <label>
          {words.reason}
          <input name="reason" className="field-input" required maxLength={200} data-first />
        </label>
        <div className="duty-form-row">
          <UnitField label={words.unit} />
          <WhoseFields />
        </div>
        <SpanFields />
        <p className="duty-quiet">{words.hint}</p>
        <FaultLine text={fault} />
        <div className="duty-buttons">
          <button type="submit" className="action" data-main="true" disabled={isBusy}>
            {words.plan}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** All cameras of the unit, or those of one owner, contractor, zone or junction. */
function WhoseFields() {
  const { language, names } = useDesk();
  const words = WINDOWS_WORDS[language];
  const [by, setBy] = useState<WindowBy | ''>('');
  const choose = (text: string) => setBy(WINDOW_BY.find((each) => each === text) ?? '');
  return (
    <>
      <label>
        {words.cameras}
        <select
          name="by"
          className="field-input"
          value={by}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{words.all}</option>
          {WINDOW_BY.map((each) => (
            <option key={each} value={each}>
              {words.of[each]}
            </option>
          ))}
        </select>
      </label>
      {by !== '' && (
        <label>
          {words.which[by]}
          <select name="key" className="field-input" required>
            {[...(names.get(by) ?? [])].map(([code, name]) => (
              <option key={code} value={code}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** From the next full hour on, two hours long at first. */
function SpanFields() {
  const { language } = useDesk();
  const words = WINDOWS_WORDS[language];
  const nextHour = Math.floor(useServerNow(HOUR_MS) / HOUR_MS + 1) * HOUR_MS;
  return (
    <div className="duty-form-row">
      {(['from', 'to'] as const).map((name, i) => (
        <label key={name}>
          {words[name]}
          <input
            name={name}
            type="datetime-local"
            className="field-input"
            required
            defaultValue={isoInstant(nextHour + i * 2 * HOUR_MS).slice(0, 16)}
          />
        </label>
      ))}
    </div>
  );
}
