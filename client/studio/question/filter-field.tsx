import { useMemo, useState } from 'react';
import type { Dimension } from '../../../shared/measure/measure.ts';
import type { Query } from '../../../shared/query/query.ts';
import { matchesSearch } from '../../../shared/unit/text.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { dimensionWord } from '../dimension-words.ts';
import { sentence } from '../sentence.ts';
import { useListKeys } from '../use-list-keys.ts';
import { Drawer } from './drawer.tsx';
import { QUESTION_WORDS } from './question-words.ts';
import { commonDimensions } from './splits.ts';
import type { QueryChange } from './use-chart-place.ts';

type Filter = NonNullable<Query['filter']>;

interface FilterFieldProps {
  readonly query: Query;
  readonly ask: (change: QueryChange) => void;
}

/** Values that the answer is narrowed to, by dimension. Units are chosen elsewhere. */
export function FilterField({ query, ask }: FilterFieldProps) {
  const { language, names, measures } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const [isOpen, setOpen] = useState(false);
  const filter: Filter = query.filter ?? {};
  const known = commonDimensions(query.measures, measures).filter(
    (each) => each !== 'unit' && (names.get(each)?.size ?? 0) > 0,
  );
  const set = (next: Filter) => ask({ filter: Object.keys(next).length > 0 ? next : undefined });
  return (
    <section className="field">
      <h2 className="field-name">{words.filter}</h2>
      <ul className="chosen">
        {Object.entries(filter).map(([dimension, values = []]) => (
          <li key={dimension}>
            <span>
              {sentence(dimensionWord(dimension as Dimension, language))}:{' '}
              {values.map((code) => nameOf(names, dimension, code, language)).join(', ')}
            </span>
            <button
              type="button"
              className="chosen-remove"
              aria-label={`${words.remove} ${dimensionWord(dimension as Dimension, language)}`}
              onClick={() => set(without(filter, dimension))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="field-add" onClick={() => setOpen(true)}>
        + {words.addFilter}
      </button>
      {isOpen && (
        <Drawer title={words.chooseFilter} onClose={() => setOpen(false)}>
          {known.length === 0 && <p className="none">{words.noFilter}</p>}
          <FilterLists known={known} filter={filter} onChange={set} />
        </Drawer>
      )}
    </section>
  );
}

function without(filter: Filter, dimension: string): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== dimension));
}

interface FilterListsProps {
  readonly known: readonly Dimension[];
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

function FilterLists({ known, filter, onChange }: FilterListsProps) {
  const { language, names } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const box = useListKeys();
  const [search, setSearch] = useState('');
  const groups = useMemo(
    () =>
      known.map((dimension) => ({
        dimension,
        values: [...(names.get(dimension) ?? [])].filter(([, name]) =>
          matchesSearch(`${name.vi} ${name.en}`, search),
        ),
      })),
    [known, names, search],
  );
  const toggle = (dimension: Dimension, code: string) => {
    const now = filter[dimension] ?? [];
    const next = now.includes(code) ? now.filter((each) => each !== code) : [...now, code];
    const rest = without(filter, dimension);
    onChange(next.length > 0 ? { ...rest, [dimension]: next } : rest);
  };
  return (
    <div className="pick-list" ref={box}>
      <input
        type="search"
        className="search-field"
        aria-label={words.searchValues}
        placeholder={words.searchValues}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <div className="list-scroll">
        {groups.map(({ dimension, values }) => (
          <section key={dimension} hidden={values.length === 0}>
            <h2 className="list-heading">{sentence(dimensionWord(dimension, language))}</h2>
            <ul>
              {values.map(([code, name]) => (
                <li key={code}>
                  <button
                    type="button"
                    className="list-item"
                    data-stop
                    aria-pressed={filter[dimension]?.includes(code) ?? false}
                    onClick={() => toggle(dimension, code)}
                  >
                    {name[language]}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
