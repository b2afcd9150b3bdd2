import { useMemo } from 'react';
import type { Orders } from '../../shared/protocol/directing.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { createTerritory } from '../../shared/territory/territory.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { useLive } from '../store/use-answer.ts';
import { useLanguage } from '../ui/language.ts';
import { WORDS } from './words.ts';

interface PickUnitProps {
  readonly pack: Pack;
  /** Null: the whole province. */
  readonly unit: string | null;
  readonly change: (part: Partial<Orders>) => void;
}

/** The unit on show, the way up from it, and the units right below it. */
export function PickUnit({ pack, unit, change }: PickUnitProps) {
  const language = useLanguage();
  const words = WORDS[language];
  const live = useLive();
  const territory = useMemo(() => createTerritory(pack), [pack]);
  const borders = territory.on(localDayOf(live.serverNow()));
  const chosen = unit ?? pack.root;
  const parent = borders.lineage(chosen)[1];
  const go = (code: string) => change({ unit: code === pack.root ? null : code });
  const name = unit === null ? pack.name[language] : (borders.unit(unit)?.shortName ?? unit);
  const below = borders.children(chosen).filter(({ level }) => level !== 'department');
  return (
    <section>
      <div className="director-line">
        <h2>{words.units}</h2>
        <p className="director-chosen">{name}</p>
        {parent !== undefined && (
          <button type="button" className="pick" onClick={() => go(parent)}>
            ‹ {words.up}
          </button>
        )}
      </div>
      <ul className="director-grid">
        {below.map(({ code, shortName }) => (
          <li key={code}>
            <button type="button" className="pick" onClick={() => go(code)}>
              {shortName}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
