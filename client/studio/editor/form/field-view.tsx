import { useId } from 'react';
import type { Path } from '../../../../shared/board/edit/set-at.ts';
import { settingWord } from '../../../../shared/board/edit/setting-words.ts';
import { blankOf, type Member } from '../../../../shared/board/form/field.ts';
import { EDITOR_WORDS } from '../words.ts';
import { ChoiceField, EitherField, FlagField } from './choice-field.tsx';
import { type FieldViewProps, type RenderField, useForm } from './form-context.ts';
import { ListField } from './list-field.tsx';
import { MapField } from './map-field.tsx';
import { BilingualField, DayField, NumberField, TextField } from './text-field.tsx';

const renderField: RenderField = (key, props) => <FieldView key={key} {...props} />;

/** A setting as its schema asks for it. */
function FieldView({ name, field, path, value, at }: FieldViewProps) {
  const { language } = useForm();
  const word = settingWord(name)[language];
  const label = at === undefined ? word : `${word} ${at + 1}`;
  const leaf = { label, path, value };
  switch (field.kind) {
    case 'text':
      return <TextField {...leaf} register={field.register} />;
    case 'day':
      return <DayField {...leaf} />;
    case 'bilingual':
      return <BilingualField {...leaf} />;
    case 'number':
      return <NumberField {...leaf} />;
    case 'flag':
      return <FlagField {...leaf} />;
    case 'choice':
      return <ChoiceField {...leaf} options={field.options} />;
    case 'either':
      return <EitherField {...leaf} options={field.options} renderField={renderField} />;
    case 'list':
      return <ListField {...{ name, path, value, field, renderField }} />;
    case 'map':
      return <MapField name={name} path={path} value={value} field={field} />;
    case 'group':
      return (
        <fieldset className="ed-group">
          <legend>{label}</legend>
          <Members members={field.members} path={path} value={value} />
        </fieldset>
      );
    case 'fixed':
      return null;
  }
}

interface MembersProps {
  readonly members: readonly Member[];
  readonly path: Path;
  readonly value: unknown;
}

/** Settings that are there; those that may be are behind one choice, so that a form is as long as what it says. */
export function Members({ members, path, value }: MembersProps) {
  const own = Object(value) as Record<string, unknown>;
  const there = members.filter(({ key, isOptional }) => !isOptional || Object.hasOwn(own, key));
  const absent = members.filter((member) => !there.includes(member));
  return (
    <>
      {there.map(({ key, field, isOptional }) => (
        <div key={key} className="ed-member">
          <FieldView name={key} field={field} path={[...path, key]} value={own[key]} />
          {isOptional && <TakeAway name={key} path={[...path, key]} />}
        </div>
      ))}
      {absent.length > 0 && <AddMember members={absent} path={path} />}
    </>
  );
}

function TakeAway({ name, path }: { name: string; path: Path }) {
  const { language, set } = useForm();
  const spoken = `${EDITOR_WORDS[language].takeAway}: ${settingWord(name)[language]}`;
  return (
    <button
      type="button"
      className="quiet-button ed-away"
      onClick={() => set(path, undefined)}
      aria-label={spoken}
      title={spoken}
    >
      ×
    </button>
  );
}

function AddMember({ members, path }: { members: readonly Member[]; path: Path }) {
  const { language, set, blanks } = useForm();
  const words = EDITOR_WORDS[language];
  const id = useId();
  const add = (key: string) => {
    const member = members.find((each) => each.key === key);
    if (member) set([...path, key], blankOf(member.field, blanks));
  };
  return (
    <div className="ed-field">
      <label className="unseen" htmlFor={id}>
        {words.addSetting}
      </label>
      <select
        id={id}
        className="ed-input ed-adder"
        value=""
        onChange={(event) => add(event.target.value)}
      >
        <option value="">+ {words.addSetting}</option>
        {members.map(({ key }) => (
          <option key={key} value={key}>
            {settingWord(key)[language]}
          </option>
        ))}
      </select>
    </div>
  );
}
