import { useMemo } from 'react';
import { Board, type Tile } from '../../../shared/board/board.ts';
import type { Edit, Outcome } from '../../../shared/board/edit/edits.ts';
import { tileSchema } from '../../../shared/board/edit/faults.ts';
import { type Path, valueAt } from '../../../shared/board/edit/set-at.ts';
import { KIND_WORDS } from '../../../shared/board/edit/setting-words.ts';
import { fieldOf, type Member } from '../../../shared/board/form/field.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { Members } from './form/field-view.tsx';
import { type Form, FormContext, nameOfPath } from './form/form-context.ts';
import { TextInput } from './form/text-field.tsx';
import { useRegisters } from './form/use-registers.ts';
import { KindGlyph } from './kind-glyph.tsx';
import type { Editor } from './use-editor.ts';
import { EDITOR_WORDS } from './words.ts';
import './settings.css';

interface SettingsPanelProps {
  readonly editor: Editor;
  readonly layers: readonly string[];
  readonly act: (edit: Edit, step?: string) => Outcome;
}

/** The chosen tile's settings, or the board's own. */
export function SettingsPanel({ editor, layers, act }: SettingsPanelProps) {
  const { board, selected } = editor;
  const tile = board.tiles.find(({ id }) => id === selected);
  const form = useSettingsForm(tile?.id ?? null, layers, act);
  return (
    <FormContext value={form}>
      {tile ? <TileSettings tile={tile} act={act} /> : <BoardSettings board={board} />}
      <RegisterLists form={form} />
    </FormContext>
  );
}

function useSettingsForm(
  tile: string | null,
  layers: readonly string[],
  act: SettingsPanelProps['act'],
) {
  const { language } = useTileSurroundings();
  const registers = useRegisters(layers);
  return useMemo<Form>(
    () => ({
      language,
      ...registers,
      set: (path, value) => {
        const step = `${tile}/${nameOfPath(path)}`;
        const outcome = act({ kind: 'set', tile, path, value }, step);
        if ('refused' in outcome) return outcome.refused;
        const also = askedAlso(outcome.board, tile, path, value);
        if (also) act({ kind: 'set', tile, ...also }, step);
        return null;
      },
    }),
    [language, registers, tile, act],
  );
}

/** A measure that is shown must be asked for: the question beside it takes it in with the same step. */
function askedAlso(board: Board, tile: string | null, path: Path, value: unknown) {
  if (path.at(-1) !== 'measure' || typeof value !== 'string') return null;
  const owner = board.tiles.find(({ id }) => id === tile);
  const beside = [...path.slice(0, -1), 'query', 'measures'];
  const asked = [beside, ['query', 'measures']].find((each) => Array.isArray(valueAt(owner, each)));
  const measures: unknown = asked && valueAt(owner, asked);
  if (!asked || !Array.isArray(measures) || measures.includes(value)) return null;
  return { path: [...asked, measures.length], value };
}

/** Those that the drawing board asks for by hand, or that no hand changes. */
const APART: ReadonlySet<string> = new Set(['id', 'area', 'kind', 'tiles']);

function membersOf(schema: Parameters<typeof fieldOf>[0]): readonly Member[] {
  const field = fieldOf(schema);
  return field.kind === 'group' ? field.members.filter(({ key }) => !APART.has(key)) : [];
}

function BoardSettings({ board }: { board: Board }) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  return (
    <section className="ed-settings" aria-labelledby="ed-settings-title">
      <h2 id="ed-settings-title" className="ed-heading">
        {words.board}: {board.title[language]}
      </h2>
      <Members members={membersOf(Board)} path={[]} value={board} />
      <p className="ed-hint">{words.chooseTile}</p>
    </section>
  );
}

function TileSettings({ tile, act }: { tile: Tile; act: SettingsPanelProps['act'] }) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  const schema = tileSchema(tile.kind);
  return (
    <section className="ed-settings" aria-labelledby="ed-settings-title" key={tile.id}>
      <header className="ed-settings-head">
        <h2 id="ed-settings-title" className="ed-heading">
          <KindGlyph kind={tile.kind} /> {KIND_WORDS[tile.kind][language]}
        </h2>
        <button
          type="button"
          className="quiet-button"
          onClick={() => act({ kind: 'duplicate', tile: tile.id })}
        >
          {words.duplicate}
        </button>
        <button
          type="button"
          className="quiet-button"
          onClick={() => act({ kind: 'remove', tile: tile.id })}
        >
          {words.remove}
        </button>
      </header>
      <Placing tile={tile} act={act} />
      <Members members={membersOf(schema)} path={[]} value={tile} />
      <IdField id={tile.id} />
    </section>
  );
}

function IdField({ id }: { id: string }) {
  const members = membersOfId();
  return <Members members={members} path={[]} value={{ id }} />;
}

function membersOfId(): readonly Member[] {
  const field = fieldOf(Board);
  return field.kind === 'group' ? field.members.filter(({ key }) => key === 'id') : [];
}

/** Counted from one, as people count. */
function Placing({ tile, act }: { tile: Tile; act: SettingsPanelProps['act'] }) {
  const { language } = useTileSurroundings();
  const words = EDITOR_WORDS[language];
  const { area } = tile;
  const fields = [
    ['x', words.column, 1],
    ['y', words.row, 1],
    ['w', words.width, 0],
    ['h', words.height, 0],
  ] as const;
  return (
    <fieldset className="ed-placing">
      <legend>{words.place}</legend>
      {fields.map(([key, label, from]) => (
        <TextInput
          key={key}
          label={label}
          shown={String(area[key] + from)}
          isNumber={true}
          commit={(typed) => {
            const cells = Number(typed) - from;
            const fault = { path: ['area', key], keyword: 'type', asked: 'integer' };
            if (!/^\d+$/.test(typed)) return { reason: 'invalid', faults: [fault] };
            const wanted = { ...area, [key]: cells };
            const outcome = act({ kind: 'place', tile: tile.id, area: wanted });
            return 'refused' in outcome ? outcome.refused : null;
          }}
        />
      ))}
    </fieldset>
  );
}

/** What fields of codes suggest. */
function RegisterLists({ form }: { form: Form }) {
  const registers = ['measure', 'unit', 'figure', 'boundaries', 'dimension', 'programme'] as const;
  return registers.map((register) => (
    <datalist key={register} id={`ed-${register}`}>
      {form.entriesOf(register).map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  ));
}
