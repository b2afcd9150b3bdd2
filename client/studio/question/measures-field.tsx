import { useState } from 'react';
import type { Measure } from '../../../shared/measure/measure.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { MeasureList } from '../catalogue/measure-list.tsx';
import { MeasureSheet } from '../catalogue/measure-sheet.tsx';
import { Drawer } from './drawer.tsx';
import { QUESTION_WORDS } from './question-words.ts';

const MOST = 24;

interface MeasuresFieldProps {
  readonly chosen: readonly string[];
  readonly onChange: (measures: readonly string[]) => void;
}

/** The chosen measures and the catalogue they come from. */
export function MeasuresField({ chosen, onChange }: MeasuresFieldProps) {
  const { language, measures } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="field">
      <h2 className="field-name">{words.measures}</h2>
      <ul className="chosen">
        {chosen.map((id) => (
          <li key={id}>
            <span>{measures.get(id)?.shortName[language] ?? id}</span>
            <button
              type="button"
              className="chosen-remove"
              aria-label={`${words.remove} ${measures.get(id)?.shortName[language] ?? id}`}
              onClick={() => onChange(chosen.filter((each) => each !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="field-add" onClick={() => setOpen(true)}>
        + {words.addMeasure}
      </button>
      {isOpen && (
        <MeasuresDrawer chosen={chosen} onChange={onChange} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}

interface MeasuresDrawerProps extends MeasuresFieldProps {
  readonly onClose: () => void;
}

function MeasuresDrawer({ chosen, onChange, onClose }: MeasuresDrawerProps) {
  const { language, measures } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const [search, setSearch] = useState('');
  const [pointed, setPointed] = useState<Measure | undefined>(() => measures.get(chosen[0] ?? ''));
  const pick = ({ id }: Measure) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const refusalOf = ({ id }: Measure) =>
    chosen.length >= MOST && !chosen.includes(id) ? words.mostMeasures : undefined;
  return (
    <Drawer title={words.chooseMeasures} isWide={true} onClose={onClose}>
      <div className="drawer-columns">
        <MeasureList
          search={search}
          onSearch={setSearch}
          chosen={new Set(chosen)}
          onPick={pick}
          onPoint={setPointed}
          refusalOf={refusalOf}
        />
        {pointed && <MeasureSheet measure={pointed} />}
      </div>
    </Drawer>
  );
}
