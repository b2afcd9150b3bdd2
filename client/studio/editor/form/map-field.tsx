import { useId, useState } from 'react';
import type { Path } from '../../../../shared/board/edit/set-at.ts';
import { settingWord } from '../../../../shared/board/edit/setting-words.ts';
import type { Field } from '../../../../shared/board/form/field.ts';
import { EDITOR_WORDS } from '../words.ts';
import { CodesField } from './codes-field.tsx';
import { useForm } from './form-context.ts';

interface MapFieldProps {
  readonly name: string;
  readonly path: Path;
  readonly value: unknown;
  readonly field: Extract<Field, { kind: 'map' }>;
}

/** Values by dimension, as a filter has them. A dimension is there once it has a value. */
export function MapField({ name, path, value, field }: MapFieldProps) {
  const { language, set, entriesOf } = useForm();
  const words = EDITOR_WORDS[language];
  const id = useId();
  const [begun, setBegun] = useState<string | null>(null);
  const own = Object(value) as Record<string, readonly string[]>;
  const keys = field.keys ?? entriesOf('dimension').map(({ code }) => code);
  const nameOf = (key: string) =>
    entriesOf('dimension').find(({ code }) => code === key)?.name ?? key;
  const isNew = begun !== null && !Object.hasOwn(own, begun);
  const shown = { ...own, ...(isNew && { [begun]: [] }) };
  return (
    <fieldset className="ed-list">
      <legend>{settingWord(name)[language]}</legend>
      {Object.entries(shown).map(([key, codes]) => (
        <CodesField
          key={key}
          dimension={key}
          label={nameOf(key)}
          codes={codes}
          isBegun={key === begun}
          onChange={(next) => {
            if (next.length === 0) setBegun(key);
            return set([...path, key], next.length > 0 ? next : undefined);
          }}
        />
      ))}
      <label className="unseen" htmlFor={id}>
        {words.add}
      </label>
      <select
        id={id}
        className="ed-input ed-adder"
        value=""
        onChange={(event) => setBegun(event.target.value)}
      >
        <option value="">+ {words.add}</option>
        {keys
          .filter((key) => !Object.hasOwn(shown, key))
          .map((key) => (
            <option key={key} value={key}>
              {nameOf(key)}
            </option>
          ))}
      </select>
    </fieldset>
  );
}
