import { useDeferredValue, useMemo } from 'react';
import type { Measure } from '../../../shared/measure/measure.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useListKeys } from '../use-list-keys.ts';
import { CATALOGUE_WORDS } from './catalogue-words.ts';
import { groupMeasures, type MeasureGroup } from './measure-groups.ts';

interface MeasurePicking {
  /** Ids that are chosen. */
  readonly chosen: ReadonlySet<string>;
  readonly onPick: (measure: Measure) => void;
  /** Told as the focus comes to a measure. */
  readonly onPoint?: (measure: Measure) => void;
  /** Why a measure cannot be picked now; undefined where it can. */
  readonly refusalOf?: (measure: Measure) => string | undefined;
}

interface MeasureListProps extends MeasurePicking {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** A search field over all measures, grouped by what they are made of. */
export function MeasureList({ search, onSearch, ...picking }: MeasureListProps) {
  const { language, measures } = useTileSurroundings();
  const words = CATALOGUE_WORDS[language];
  const box = useListKeys();
  const deferred = useDeferredValue(search);
  const groups = useMemo(() => groupMeasures(measures.values(), deferred), [measures, deferred]);
  const shown = groups.reduce((sum, group) => sum + group.measures.length, 0);
  return (
    <div className="pick-list" ref={box}>
      <input
        type="search"
        className="search-field"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={({ target }) => onSearch(target.value)}
      />
      <p className="list-count" role="status">
        {words.count(formatInteger(shown, language), formatInteger(measures.size, language))}
      </p>
      <div className="list-scroll">
        {shown === 0 && <p className="none">{words.nothing}</p>}
        {groups.map((group) => (
          <Group key={group.source} group={group} picking={picking} />
        ))}
      </div>
    </div>
  );
}

function Group({ group, picking }: { group: MeasureGroup; picking: MeasurePicking }) {
  const { language } = useTileSurroundings();
  return (
    <section>
      <h2 className="list-heading">{CATALOGUE_WORDS[language].sources[group.source]}</h2>
      <ul>
        {group.measures.map((measure) => (
          <li key={measure.id}>
            <MeasureButton measure={measure} picking={picking} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MeasureButton({ measure, picking }: { measure: Measure; picking: MeasurePicking }) {
  const { language } = useTileSurroundings();
  const { chosen, onPick, onPoint, refusalOf } = picking;
  const refusal = refusalOf?.(measure);
  return (
    <button
      type="button"
      className="list-item"
      data-stop
      aria-pressed={chosen.has(measure.id)}
      aria-disabled={refusal !== undefined}
      title={refusal}
      onClick={() => refusal === undefined && onPick(measure)}
      onFocus={() => onPoint?.(measure)}
    >
      <span>{measure.name[language]}</span>
      <span className="list-note">{refusal ?? measure.unit[language]}</span>
    </button>
  );
}
