import { useMemo, useState } from 'react';
import type { Borders } from '../../../shared/territory/borders.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useListKeys } from '../use-list-keys.ts';
import { Drawer } from './drawer.tsx';
import { QUESTION_WORDS } from './question-words.ts';
import { type UnitRow, unitRows } from './unit-tree.ts';

interface UnitFieldProps {
  readonly unit: string;
  /** Under which units are named and nested. */
  readonly borders: Borders;
  readonly onChange: (unit: string) => void;
  /** In place of the field's own name. */
  readonly name?: string;
}

/** The unit that a question is about. */
export function UnitField({ unit, borders, onChange, name }: UnitFieldProps) {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const [isOpen, setOpen] = useState(false);
  const label = name ?? words.unit;
  return (
    <section className="field">
      <h2 className="field-name">{label}</h2>
      <button
        type="button"
        className="field-value"
        aria-label={`${label}: ${borders.unit(unit)?.name ?? unit}`}
        onClick={() => setOpen(true)}
      >
        {borders.unit(unit)?.name ?? unit}
      </button>
      {isOpen && (
        <Drawer title={words.chooseUnit} onClose={() => setOpen(false)}>
          <UnitTree
            unit={unit}
            borders={borders}
            onPick={(code) => {
              onChange(code);
              setOpen(false);
            }}
          />
        </Drawer>
      )}
    </section>
  );
}

interface UnitTreeProps {
  readonly unit: string;
  readonly borders: Borders;
  readonly onPick: (code: string) => void;
}

function UnitTree({ unit, borders, onPick }: UnitTreeProps) {
  const { language } = useTileSurroundings();
  const words = QUESTION_WORDS[language];
  const box = useListKeys();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(() => new Set(borders.lineage(unit)));
  const rows = useMemo(() => unitRows(borders, open, search), [borders, open, search]);
  const toggle = (code: string) =>
    setOpen((now) => new Set(now.has(code) ? [...now].filter((o) => o !== code) : [...now, code]));
  return (
    <div className="pick-list" ref={box}>
      <input
        type="search"
        className="search-field"
        aria-label={words.searchUnit}
        placeholder={words.searchUnit}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <ul className="list-scroll unit-tree">
        {rows.map((row) => (
          <UnitLine
            key={row.unit.code}
            row={row}
            isChosen={row.unit.code === unit}
            onPick={onPick}
            onToggle={toggle}
          />
        ))}
      </ul>
      {rows.length === 0 && <p className="none">{words.noUnit}</p>}
    </div>
  );
}

interface UnitLineProps {
  readonly row: UnitRow;
  readonly isChosen: boolean;
  readonly onPick: (code: string) => void;
  readonly onToggle: (code: string) => void;
}

function UnitLine({ row, isChosen, onPick, onToggle }: UnitLineProps) {
  const { unit, depth, hasChildren, isOpen, above } = row;
  return (
    <li className="unit-line" style={{ paddingLeft: depth * 18 }}>
      {hasChildren ? (
        <button
          type="button"
          className="unit-twist"
          aria-expanded={isOpen}
          aria-label={unit.name}
          onClick={() => onToggle(unit.code)}
        >
          {isOpen ? '−' : '+'}
        </button>
      ) : (
        <span className="unit-twist" />
      )}
      <button
        type="button"
        className="list-item"
        data-stop
        aria-pressed={isChosen}
        onClick={() => onPick(unit.code)}
      >
        <span>{unit.name}</span>
        {above && <span className="list-note">{above}</span>}
      </button>
    </li>
  );
}
