import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Board, Tile } from '../board.ts';
import { tileSchema } from '../edit/faults.ts';
import { settingWord } from '../edit/setting-words.ts';
import { type Blanks, blankOf, type Field, fieldOf, shapeOf } from './field.ts';

const BLANKS: Blanks = {
  text: { vi: 'Mới', en: 'New' },
  day: '2026-01-01',
  codeOf: (register) =>
    (({ measure: 'dossier.received', unit: '74' }) as Record<string, string>)[register],
};
const memberOf = (field: Field, key: string) =>
  field.kind === 'group' ? field.members.find((member) => member.key === key) : undefined;

describe('the form of a setting', () => {
  const number = fieldOf(tileSchema('number'));
  it('follows the schema: choices, limits, options, texts in two languages, questions', () => {
    expect(memberOf(number, 'size')?.field).toEqual({
      kind: 'choice',
      options: ['hero', 'large', 'medium', 'small'],
    });
    expect(memberOf(number, 'title')).toMatchObject({
      field: { kind: 'bilingual' },
      isOptional: false,
    });
    expect(memberOf(number, 'scope')).toMatchObject({ isOptional: true });
    expect(memberOf(number, 'notes')?.field).toMatchObject({ kind: 'list', least: 0, most: 3 });
    const query = memberOf(number, 'query')?.field ?? { kind: 'flag' };
    expect(memberOf(query, 'period')?.field).toMatchObject({ kind: 'either' });
    expect(memberOf(query, 'filter')?.field).toMatchObject({ kind: 'map' });
    expect(memberOf(query, 'unit')?.field).toMatchObject({ kind: 'text', register: 'unit' });
    const funnel = memberOf(fieldOf(tileSchema('funnel')), 'stages')?.field;
    const stage = funnel?.kind === 'list' ? funnel.item : number;
    expect(memberOf(stage, 'filter')?.field).toMatchObject({ kind: 'map', keys: undefined });
  });
  it('knows which shape of a choice of shapes a value has', () => {
    const query = memberOf(number, 'query')?.field ?? { kind: 'flag' };
    const period = memberOf(query, 'period')?.field;
    const options = period?.kind === 'either' ? period.options : [];
    expect(shapeOf(options, { from: '2026-01-01', to: '2026-01-31' })).toBe(0);
    expect(shapeOf(options, { relative: 'today' })).toBe(1);
  });

  const schemas: [string, TSchema][] = [
    ['board', Board],
    ...Tile.anyOf.map((schema): [string, TSchema] => [schema.properties.kind.const, schema]),
  ];
  for (const [name, schema] of schemas) {
    it(`of a ${name} begins every setting with a value that the schema accepts, and has a name for it`, () => {
      for (const { key, field, where } of membersOf(fieldOf(schema), schema)) {
        expect(settingWord(key).vi, key).toBeTruthy();
        if (key !== 'tiles') expect(Value.Errors(where, blankOf(field, BLANKS)), key).toEqual([]);
      }
    });
  }
});

/** Every member at any depth with its own schema. */
function membersOf(field: Field, schema: TSchema): { key: string; field: Field; where: TSchema }[] {
  const { items, properties } = schema as { items?: TSchema; properties?: Record<string, TSchema> };
  if (field.kind === 'list') return items ? membersOf(field.item, items) : [];
  if (field.kind !== 'group') return [];
  return field.members.flatMap((member) => {
    const where = properties?.[member.key] ?? {};
    return [{ key: member.key, field: member.field, where }, ...membersOf(member.field, where)];
  });
}
