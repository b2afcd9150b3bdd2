import { useState } from 'react';
import { formatNumber } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams } from '../../ui/use-place.ts';
import { type LeverName, leverParam, numberTyped } from './score-place.ts';
import { SCORE_WORDS } from './score-words.ts';

interface LeverProps {
  readonly name: LeverName;
  /** What it is called for who cannot see it. */
  readonly label: string;
  readonly most: number;
  readonly step: number;
  /** As it is without a supposition. */
  readonly now: number;
  readonly supposed: number | undefined;
  readonly unit: string;
}

/** A slider and the same as a number; the address holds what is supposed. */
export function Lever({ name, label, most, step, now, supposed, unit }: LeverProps) {
  const { language } = useTileSurroundings();
  const words = SCORE_WORDS[language];
  const param = leverParam(name);
  const set = (text: string) => changeParams({ [param]: text }, 'replace');
  const value = supposed ?? now;
  return (
    <div className="lever" data-supposed={supposed !== undefined}>
      <input
        type="range"
        aria-label={label}
        min={0}
        max={most}
        step={step}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
      <TypedNumber label={label} value={value} most={most} onType={set} isWhole={step === 1} />
      <span className="lever-unit">{unit}</span>
      <button
        type="button"
        className="chosen-remove"
        aria-label={`${words.back}: ${label}`}
        disabled={supposed === undefined}
        onClick={() => changeParams({ [param]: null }, 'replace')}
      >
        ×
      </button>
    </div>
  );
}

interface TypedNumberProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly onType: (text: string) => void;
}

/** A number as people here write it, `62,8`; what is none yet changes nothing. */
function TypedNumber({ label, value, most, isWhole, onType }: TypedNumberProps) {
  const { language } = useTileSurroundings();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = formatNumber(value, isWhole || Number.isInteger(value) ? 0 : 2, language);
  const change = (text: string) => {
    setTyped(text);
    const number = numberTyped(text, language);
    if (number !== undefined && number <= most)
      onType(String(isWhole ? Math.round(number) : number));
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      className="lever-number"
      aria-label={label}
      value={typed ?? shown}
      onChange={({ target }) => change(target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
