import type { SearchHit } from '../../../shared/record/search.ts';
import type { Pack } from '../../../shared/territory/pack.ts';
import type { Unit } from '../../../shared/territory/unit.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { searchKey } from '../../../shared/unit/text.ts';

export interface Find {
  readonly kind: 'section' | 'field' | SearchHit['kind'];
  readonly code: string;
  readonly name: string;
  /** Where it is: the unit above. */
  readonly detail: string;
  readonly unit: string | null;
  /** Of a dossier. */
  readonly agency?: string;
}

interface Entry {
  /** Begins with a space, as each of its words does. */
  readonly name: string;
  readonly key: string;
  readonly find: Find;
}

/** What can be found without asking anybody, with the key each is found by. */
export interface FindIndex {
  readonly entries: readonly Entry[];
}

interface Known {
  readonly pack: Pack;
  readonly language: Language;
  /** Those that exist now. */
  readonly units: readonly Unit[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: Readonly<Record<Language, string>>;
  }[];
}

export function createFindIndex({ pack, language, units, sections }: Known): FindIndex {
  const unitNames = new Map(pack.units.map(({ code, shortName }) => [code, shortName]));
  const nameOf = (code: string | undefined) => (code && unitNames.get(code)) || '';
  const finds: Find[] = [
    ...sections.map(({ id, title }) => make('section', id, title[language], '', null)),
    ...units.map((unit) => make('unit', unit.code, unit.name, nameOf(unit.parent), unit.code)),
    ...(['zone', 'junction'] as const).flatMap((kind) =>
      pack[`${kind}s`].map((site) =>
        make(kind, site.code, site.name, nameOf(site.unit), site.unit),
      ),
    ),
    ...pack.fields.map(({ code, name }) => make('field', code, name[language], '', null)),
    ...(pack.procedures ?? []).map(({ code, name }) =>
      make('procedure', code, name[language], code, null),
    ),
  ];
  return { entries: finds.map(entryOf) };
}

function make(
  kind: Find['kind'],
  code: string,
  name: string,
  detail: string,
  unit: string | null,
): Find {
  return { kind, code, name, detail, unit };
}

function entryOf(find: Find): Entry {
  const name = ` ${searchKey(find.name)}`;
  return { name, key: `${name} ${searchKey(`${find.code} ${find.detail}`)}`, find };
}

/**
 * Finds that hold every word asked, accents and case aside: those with the very words in their name first, then those
 * with words of the name that begin so, then all others, each in the order of the index.
 */
export function findIn({ entries }: FindIndex, asked: string, most: number): readonly Find[] {
  const words = searchKey(asked).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const ranked = entries.flatMap(({ name, key, find }) =>
    words.every((word) => key.includes(word)) ? [{ rank: rankOf(name, words), find }] : [],
  );
  return [0, 1, 2]
    .flatMap((rank) => ranked.filter((row) => row.rank === rank))
    .slice(0, most)
    .map(({ find }) => find);
}

/** `name` begins with a space. */
function rankOf(name: string, words: readonly string[]): number {
  if (name.includes(` ${words.join(' ')}`)) return 0;
  return words.every((word) => name.includes(` ${word}`)) ? 1 : 2;
}

/** What is known here first, then what the server found beside it; nothing twice. */
export function joinFinds(
  here: readonly Find[],
  hits: readonly SearchHit[],
  unitName: (code: string) => string,
  most: number,
): readonly Find[] {
  const known = new Set(here.map(({ kind, code }) => `${kind}/${code}`));
  const found = hits
    .filter(({ kind, code }) => !known.has(`${kind}/${code}`))
    .map(
      ({ kind, code, name, unit, agency }): Find => ({
        kind,
        code,
        name,
        detail: unit === '' ? '' : unitName(unit),
        unit: unit === '' ? null : unit,
        ...(agency !== undefined && { agency }),
      }),
    );
  // A code is asked for because of what only the server knows: it must not be pushed out by names.
  const room = Math.max(most - found.length, Math.ceil(most / 2));
  return [...here.slice(0, room), ...found].slice(0, most);
}
