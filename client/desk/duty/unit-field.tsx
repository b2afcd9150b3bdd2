import { unitName, useDesk } from '../desk-context.ts';

interface UnitFieldProps {
  readonly label: string;
  /** What an empty choice is called; without it a unit must be chosen. */
  readonly none?: string;
  /** Chosen at first, where it is one of them. */
  readonly first?: string | undefined;
}

/** One of the units that exist on the server's day, by name; the one that is shown at first. */
export function UnitField({ label, none, first }: UnitFieldProps) {
  const desk = useDesk();
  const units = desk.borders.below(desk.top);
  const chosen = units.some(({ code }) => code === first) ? first : undefined;
  return (
    <label>
      {label}
      <select
        name="unit"
        className="field-input"
        defaultValue={chosen ?? (none === undefined ? desk.unit : '')}
        required={none === undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {units.map(({ code }) => (
          <option key={code} value={code}>
            {unitName(desk, code)}
          </option>
        ))}
      </select>
    </label>
  );
}
