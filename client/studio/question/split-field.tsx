import type { Dimension } from '../../../shared/measure/measure.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { Borders } from '../../../shared/territory/borders.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { dimensionWord } from '../dimension-words.ts';
import { type Choice, ChoiceField } from './choice-field.tsx';
import { QUESTION_WORDS } from './question-words.ts';
import { commonDimensions } from './splits.ts';
import type { QueryChange } from './use-chart-place.ts';

interface SplitFieldProps {
  readonly query: Query;
  readonly borders: Borders;
  readonly ask: (change: QueryChange) => void;
}

const NONE = '';

/** What the rows of an answer are: up to two dimensions, units at a level. */
export function SplitField({ query, borders, ask }: SplitFieldProps) {
  const { language, measures } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const known = commonDimensions(query.measures, measures);
  const [first, second] = query.by ?? [];
  const split = (...by: readonly (string | undefined)[]) => {
    const kept = by.filter((each): each is Dimension => each !== undefined && each !== NONE);
    const level = kept.includes('unit')
      ? (query.level ?? levelsOf(borders, query.unit)[0])
      : undefined;
    ask({ by: kept.length > 0 ? kept : undefined, level });
  };
  return (
    <>
      <ChoiceField
        name={words.split}
        value={first ?? NONE}
        choices={choicesOf(known, second, language)}
        onChange={(value) => split(value, value === NONE ? undefined : second)}
      />
      {first && known.length > 1 && (
        <ChoiceField
          name={words.secondSplit}
          value={second ?? NONE}
          choices={choicesOf(known, first, language)}
          onChange={(value) => split(first, value)}
        />
      )}
      {query.by?.includes('unit') && <LevelField query={query} borders={borders} ask={ask} />}
    </>
  );
}

function choicesOf(known: readonly Dimension[], taken: string | undefined, language: Language) {
  return [
    { value: NONE, name: QUESTION_WORDS[language].noSplit },
    ...known.map(
      (each): Choice => ({
        value: each,
        name: dimensionWord(each, language),
        isDisabled: each === taken,
      }),
    ),
  ];
}

function LevelField({ query, borders, ask }: SplitFieldProps) {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const levels = levelsOf(borders, query.unit);
  return (
    <ChoiceField
      name={words.level}
      value={query.level ?? NONE}
      choices={[
        ...levels.map((level) => ({ value: level, name: words.levels[level] })),
        { value: NONE, name: words.everyUnit },
      ]}
      onChange={(level) => ask({ level: levels.find((each) => each === level) })}
    />
  );
}

/** The levels of units below one, from the widest; the communes of a whole province too. */
export function levelsOf(borders: Borders, unit: string) {
  const found = new Set(
    borders
      .below(unit)
      .slice(1)
      .map(({ level }) => level),
  );
  return (['district', 'commune', 'department'] as const).filter((level) => found.has(level));
}
