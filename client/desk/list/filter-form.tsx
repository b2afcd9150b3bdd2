import type { FormEvent } from 'react';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../form/dialog.tsx';
import { changePlace, usePlace } from '../use-place.ts';
import { codeName } from './chips.ts';
import { FILTER_NAMES, type FilterName } from './list-filter.ts';
import { LIST_WORDS } from './list-words.ts';
import './list.css';

/** All that narrows a list, in one form; its button makes an address of it. */
export function FilterForm({ onClose }: { onClose: () => void }) {
  const { language } = useDesk();
  const words = LIST_WORDS[language];
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const entries = FILTER_NAMES.map((name) => [name, String(given.get(name) ?? '') || null]);
    onClose();
    changePlace(Object.fromEntries(entries));
  };
  return (
    <Dialog title={words.filters} onClose={onClose} className="list-filters">
      <form onSubmit={apply}>
        <Codes name="field" />
        <Codes name="level" />
        <Codes name="channel" />
        <Codes name="status" />
        <Codes name="agency" />
        <Written name="procedure" />
        <Span name="received" />
        <Span name="due" />
        <Span name="closed" />
        <Flag name="withoutApology" yes={words.flags.withoutApology} no={words.flags.withApology} />
        <Flag
          name="apologisedBeforeDue"
          yes={words.flags.apologisedBeforeDue}
          no={words.flags.notApologisedBeforeDue}
        />
        <p className="list-filters-end">
          <button type="button" className="action" onClick={() => clear(onClose)}>
            {words.clear}
          </button>
          <button type="submit" className="action" data-main="true">
            {words.apply}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function clear(onClose: () => void): void {
  onClose();
  changePlace(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])));
}

type CodesName = Extract<FilterName, 'field' | 'level' | 'channel' | 'status' | 'agency'>;

function Codes({ name }: { name: CodesName }) {
  const desk = useDesk();
  const words = LIST_WORDS[desk.language];
  const codes = [...(desk.names.get(name)?.keys() ?? [])];
  return (
    <label>
      <span>{words.columns[name]}</span>
      <select name={name} className="field-input" defaultValue={usePlace().get(name) ?? ''}>
        <option value="">{words.any}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {codeName(name, code, desk)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Written({ name }: { name: 'procedure' }) {
  const { language } = useDesk();
  return (
    <label>
      <span>{LIST_WORDS[language].columns[name]}</span>
      <input name={name} className="field-input" defaultValue={usePlace().get(name) ?? ''} />
    </label>
  );
}

function Span({ name }: { name: 'received' | 'due' | 'closed' }) {
  const { language } = useDesk();
  const place = usePlace();
  const words = LIST_WORDS[language];
  return (
    <fieldset>
      <legend>{words.columns[name]}</legend>
      {(['From', 'To'] as const).map((end) => (
        <input
          key={end}
          type="date"
          name={`${name}${end}`}
          className="field-input"
          aria-label={`${words.columns[name]} ${end === 'From' ? words.from : words.to}`}
          defaultValue={place.get(`${name}${end}`) ?? ''}
        />
      ))}
    </fieldset>
  );
}

interface FlagProps {
  readonly name: 'withoutApology' | 'apologisedBeforeDue';
  readonly yes: string;
  readonly no: string;
}

function Flag({ name, yes, no }: FlagProps) {
  const words = LIST_WORDS[useDesk().language];
  return (
    <label>
      <span>{yes.split(':')[0]}</span>
      <select name={name} className="field-input" defaultValue={usePlace().get(name) ?? ''}>
        <option value="">{words.any}</option>
        <option value="true">{yes}</option>
        <option value="false">{no}</option>
      </select>
    </label>
  );
}
