import type { Language } from '../../../../shared/unit/format.ts';
import { matchesSearch, searchKey } from '../../../../shared/unit/text.ts';
import type { Names } from '../../../../shared/words/names.ts';

export interface CodeChoice {
  readonly code: string;
  readonly name: string;
  /** The code, where the name does not say it already. */
  readonly told: string;
}

export interface CodesAsked {
  /** Names of the dimension's values; undefined: the province keeps no list of them. */
  readonly known: ReturnType<Names['get']>;
  readonly language: Language;
  /** Those that are chosen already. */
  readonly codes: readonly string[];
  readonly search: string;
}

const MOST = 8;

/** Values that a search may mean, a code typed whole first; where no list is kept, what is typed is taken as it is. */
export function codeChoices({ known, language, codes, search }: CodesAsked): CodeChoice[] {
  const typed = search.trim();
  if (known === undefined || known.size === 0) {
    const isNew = typed !== '' && !codes.includes(typed);
    return isNew ? [{ code: typed, name: typed, told: '' }] : [];
  }
  const found = [...known].filter(
    ([code, { vi, en }]) => !codes.includes(code) && matchesSearch(`${vi} ${en} ${code}`, typed),
  );
  const isWhole = ([code]: (typeof found)[number]) => searchKey(code) === searchKey(typed);
  return [...found.filter(isWhole), ...found.filter((each) => !isWhole(each))]
    .slice(0, MOST)
    .map(([code, { [language]: name }]) => ({ code, name, told: name === code ? '' : code }));
}
