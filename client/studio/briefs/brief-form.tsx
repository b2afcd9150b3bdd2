import type { ReactNode } from 'react';
import { formatInteger } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { faultText } from '../answer/refusal-words.ts';
import { useSavedCharts } from '../editor/use-saved-charts.ts';
import { KEEP_WORDS } from '../keep/keep-words.ts';
import { ChoiceField } from '../question/choice-field.tsx';
import { TextLine } from '../question/text-line.tsx';
import { useStudio } from '../studio-context.ts';
import { BRIEF_FORMATS, type BriefDraft, isReady, toggled } from './brief-draft.ts';
import { BRIEFS_WORDS } from './briefs-words.ts';
import { useMaking } from './use-making.ts';

interface BriefFormProps {
  readonly draft: BriefDraft;
  readonly onChange: (draft: BriefDraft) => void;
  /** A new edition was made of the brief with this id. */
  readonly onMade: (id: string) => void;
}

interface FieldsProps {
  readonly draft: BriefDraft;
  readonly set: (part: Partial<BriefDraft>) => void;
}

/** What the next edition shows, and when others come by themselves. */
export function BriefForm({ draft, onChange, onMade }: BriefFormProps) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  const { make, making, made, forget, said, fault } = useMaking(draft, onMade);
  const set = (part: Partial<BriefDraft>) => {
    forget();
    onChange({ ...draft, ...part });
  };
  return (
    <section className="brief-form" aria-label={draft.id ? words.next : words.newBrief}>
      <h2>{draft.id ? words.next : words.newBrief}</h2>
      <TextLine
        name={words.title}
        value={draft.title}
        onChange={(title) => set({ title })}
        most={200}
      />
      <Scenes draft={draft} set={set} />
      <Charts draft={draft} set={set} />
      <Manner draft={draft} set={set} />
      <fieldset className="keep-buttons">
        <legend className="field-name">
          {made === null ? words.make : words.again(formatInteger(made, language))}
        </legend>
        {BRIEF_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            className="strong-button"
            disabled={making || !isReady(draft)}
            onClick={() => void make(format)}
          >
            {format.toUpperCase()}
          </button>
        ))}
        {made !== null && (
          <button type="button" className="quiet-button" disabled={making} onClick={forget}>
            {words.another}
          </button>
        )}
      </fieldset>
      <p className="keep-said" role="status">
        {making ? words.making : said}
        {fault && faultText(fault, language)}
      </p>
      {draft.on !== '' && <p className="keep-note">{words.scheduleNote}</p>}
    </section>
  );
}

function Scenes({ draft, set }: FieldsProps) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  const { boards } = useStudio().catalogue;
  return (
    <Picks name={words.scenes}>
      {boards.map(({ id, title }) => (
        <Pick
          key={id}
          name={title[language]}
          place={draft.boards.indexOf(id)}
          onChange={() => set({ boards: toggled(draft.boards, id, (a, b) => a === b) })}
        />
      ))}
    </Picks>
  );
}

/** Those of the edition before too, which may have been removed since. */
function Charts({ draft, set }: FieldsProps) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  const saved = useSavedCharts().map(({ chart }) => chart);
  const known = saved.filter((chart) => draft.charts.every(({ title }) => title !== chart.title));
  const all = [...draft.charts, ...known];
  return (
    <Picks name={words.charts}>
      {all.length === 0 && <p className="keep-note">{words.noCharts}</p>}
      {all.map((chart) => (
        <Pick
          key={chart.title}
          name={chart.title}
          place={draft.charts.findIndex(({ title }) => title === chart.title)}
          onChange={() =>
            set({ charts: toggled(draft.charts, chart, (a, b) => a.title === b.title) })
          }
        />
      ))}
    </Picks>
  );
}

function Picks({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <fieldset className="brief-picks">
      <legend className="field-name">{name}</legend>
      {children}
    </fieldset>
  );
}

interface PickProps {
  readonly name: string;
  /** Among those chosen, −1: not chosen. */
  readonly place: number;
  readonly onChange: () => void;
}

function Pick({ name, place, onChange }: PickProps) {
  const { language } = useTileSurroundings();
  return (
    <label>
      <input type="checkbox" checked={place >= 0} onChange={onChange} />
      {name}
      {place >= 0 && <b>{formatInteger(place + 1, language)}</b>}
    </label>
  );
}

const SCALES = ['1', '2', '3', '4'];

function Manner({ draft, set }: FieldsProps) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  return (
    <div className="export-manner">
      <UnitField draft={draft} set={set} />
      <TextLine
        name={words.asOf}
        type="datetime-local"
        value={draft.asOf}
        onChange={(asOf) => set({ asOf })}
      />
      <TextLine
        name={words.classMark}
        value={draft.classMark}
        hint={words.classHint}
        most={40}
        onChange={(classMark) => set({ classMark })}
      />
      <ScheduleField draft={draft} set={set} />
      <ChoiceField
        name={KEEP_WORDS[language].scale}
        value={draft.scale}
        choices={SCALES.map((each) => ({ value: each, name: `${each}×` }))}
        onChange={(scale) => set({ scale })}
      />
      {draft.on !== '' && (
        <>
          <TextLine name={words.at} type="time" value={draft.at} onChange={(at) => set({ at })} />
          <TextLine
            name={words.emails}
            value={draft.emails}
            onChange={(emails) => set({ emails })}
          />
        </>
      )}
    </div>
  );
}

/** The province's own parts: the boards about one of them are those of its operations center. */
function UnitField({ draft, set }: FieldsProps) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  const { root, units } = useStudio().catalogue.pack;
  const parts = units.filter(({ parent, level }) => parent === root && level !== 'department');
  return (
    <ChoiceField
      name={words.unit}
      value={draft.unit}
      choices={[
        { value: '', name: words.ownUnit },
        ...parts.map(({ code, name }) => ({ value: code, name })),
      ]}
      onChange={(unit) => set({ unit })}
    />
  );
}

function ScheduleField({ draft, set }: FieldsProps) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  const on = Object.keys(words.on) as (keyof typeof words.on)[];
  return (
    <ChoiceField
      name={words.schedule}
      value={draft.on}
      choices={[
        { value: '', name: words.never },
        ...on.map((each) => ({ value: each, name: words.on[each] })),
      ]}
      onChange={(value) => set({ on: on.find((each) => each === value) ?? '' })}
    />
  );
}
