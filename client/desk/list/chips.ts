import { formatNumber } from '../../../shared/unit/format.ts';
import { formatDay } from '../../../shared/unit/format-time.ts';
import { parseDay } from '../../../shared/unit/local-day.ts';
import { nameOf } from '../../../shared/words/names.ts';
import type { DeskSurroundings } from '../desk-context.ts';
import type { Chip } from '../form/filter-chips.tsx';
import type { Place, PlaceChange } from '../place.ts';
import { filterOf } from './list-filter.ts';
import { LIST_WORDS } from './list-words.ts';

type Known = Pick<DeskSurroundings, 'language' | 'names' | 'pack' | 'borders'>;

/** What narrows the list beside its unit and state, in words. */
export function chipsOf(place: Pick<Place, 'get'>, known: Known): readonly Chip[] {
  const { language } = known;
  const words = LIST_WORDS[language];
  const filter = filterOf(place);
  const hours = filter.dueInHours;
  return [
    ...(hours === undefined
      ? []
      : [
          {
            id: 'dueInHours',
            label: words.columns.due,
            text: words.hours(formatNumber(hours, hours % 1 ? 1 : 0, language)),
          },
        ]),
    ...(['field', 'level', 'channel', 'status', 'agency', 'procedure'] as const).flatMap((name) => {
      const codes = filter[name];
      if (!codes) return [];
      const text = codes.map((code) => codeName(name, code, known)).join(', ');
      return [{ id: name, label: words.columns[name], text }];
    }),
    ...(['received', 'closed', 'due'] as const).flatMap((name) => {
      const text = spanText(filter[`${name}From`], filter[`${name}To`], language);
      return text ? [{ id: name, label: words.columns[name], text }] : [];
    }),
    ...flagChips(filter, words.flags),
  ];
}

/** What takes a chip's filter out of the address. */
export function withoutChip(id: string): PlaceChange {
  if (id === 'dueInHours') return { state: null, dueInHours: null };
  const isSpan = id === 'received' || id === 'closed' || id === 'due';
  return isSpan ? { [`${id}From`]: null, [`${id}To`]: null } : { [id]: null };
}

/** The name of a code; a procedure has one where the pack lists it. */
export function codeName(
  dimension: string,
  code: string,
  { pack, names, language, borders }: Known,
): string {
  if (dimension !== 'procedure') return nameOf(names, dimension, code, language, borders);
  return pack.procedures?.find((each) => each.code === code)?.name[language] ?? code;
}

function spanText(
  from: string | undefined,
  to: string | undefined,
  language: Known['language'],
): string {
  const words = LIST_WORDS[language];
  const [first, last] = [from, to].map((text) => {
    const day = parseDay(text ?? '');
    return day === undefined ? '' : formatDay(day);
  });
  if (first && last) return first === last ? first : `${first} – ${last}`;
  return first ? `${words.from} ${first}` : last ? `${words.to} ${last}` : '';
}

interface FlagWords {
  readonly withoutApology: string;
  readonly withApology: string;
  readonly apologisedBeforeDue: string;
  readonly notApologisedBeforeDue: string;
  readonly onlyUnit: string;
}

function flagChips(
  { withoutApology, apologisedBeforeDue, onlyUnit }: ReturnType<typeof filterOf>,
  words: FlagWords,
): Chip[] {
  const chip = (id: string, text: string) => ({ id, label: '', text });
  return [
    ...(onlyUnit ? [chip('onlyUnit', words.onlyUnit)] : []),
    ...(withoutApology === undefined
      ? []
      : [chip('withoutApology', withoutApology ? words.withoutApology : words.withApology)]),
    ...(apologisedBeforeDue === undefined
      ? []
      : [
          chip(
            'apologisedBeforeDue',
            apologisedBeforeDue ? words.apologisedBeforeDue : words.notApologisedBeforeDue,
          ),
        ]),
  ];
}
